internal import Glibc

/// Filtered historical simulation of one window: its abnormal return in units of the volatility of its own time, held
/// against every earlier span measured the same way.
///
/// Barone-Adesi, Giannopoulos and Vosper 1999 (J. Futures Markets 19, 583-602), with the exponentially weighted variance
/// of RiskMetrics 1996. Docs/Methods.md has the formulas.
package struct FilteredHistory: Sendable, Hashable {
    /// The model fitted on the pool, rows [-510,-11].
    package let alpha: Double
    package let beta: Double
    /// The abnormal log return over the window by that fit.
    package let car: Double
    /// sqrt(n v): what a span of that length usually moves, at the volatility just before it.
    package let sd: Double
    /// As `p`, but where no span is as large the tail of a t(4) decides, so that a lone event can be told in a large
    /// family. It is used for q-values only.
    package let tailP: Double
    /// Of a 95 % range, in units of `sd`.
    package let quantile: Double
    private let spans: Int32
    private let reached: Int32

    package var z: Double { car / sd }
    /// J, the number of earlier spans.
    package var count: Int { Int(spans) }
    /// How many of them are at least as large.
    package var rank: Int { Int(reached) }
    package var p: Double { Double(1 + reached) / Double(1 + spans) }
    /// The 95 % range of the abnormal log return: it excludes 0 exactly where `p` is at most 0.05.
    package var lo: Double { car - quantile * sd }
    package var hi: Double { car + quantile * sd }

    static let firstRow = -510
    static let leastReturns = 300
    /// Spans whose variance rests on fewer squares than this do not count.
    static let warmUp = 30

    /// Nil where the pool leaves no error to measure with, or too few spans.
    ///
    /// - Parameter rows: of the window.
    init?(_ path: FilteredPath, _ returns: Returns, rows: Range<Int>) {
        let moves = path.count(before: rows.lowerBound, returns)
        let n = Double(rows.count)
        let runs = moves - rows.count + 1
        let count = runs - FilteredHistory.warmUp
        sd = (n * path.variances[moves]).squareRoot()
        // With fewer spans no size is exceeded by only one in twenty.
        guard count >= 19, sd > 0, sd.isFinite else { return nil }
        (alpha, beta) = (path.fit.alpha, path.fit.beta)
        car = rows.reduce(0) { $0 + path.abnormal($1, returns) }
        // Squares order as sizes do, and cost no root each.
        let squares = Sums.squaredSizes(
            path.moves, path.variances, length: rows.count, from: FilteredHistory.warmUp, count: runs)
        let own = squared(car / sd)
        let reached = squares.count { $0 >= own }
        (spans, self.reached) = (Int32(count), Int32(reached))
        let spread = squares.withUnsafeBufferPointer { Sums.plain($0) } / Double(count)
        quantile = FilteredHistory.smallest((95 * (count + 1) + 99) / 100, of: squares, mean: spread).squareRoot()
        let p = Double(1 + reached) / Double(1 + count)
        tailP = reached > 0 ? p : min(p, FilteredHistory.tail((2 * own / spread).squareRoot()))
    }

    /// P(|T| >= x) of a Student t with four degrees of freedom, scaled to unit variance by sqrt 2.
    private static func tail(_ x: Double) -> Double {
        let h = (4 + x * x).squareRoot()
        let (u, rest) = (x / h, 4 / (h * (h + x)))
        return rest * rest * (2 + u) / 2
    }

    /// The k-th smallest of squares whose mean is given, k from 1.
    ///
    /// It stands among the largest: those are gathered first, and only they are sorted.
    private static func smallest(_ k: Int, of squares: [Double], mean: Double) -> Double {
        let needed = squares.count - min(k, squares.count) + 1
        var bound = 3 * mean
        while true {
            var largest = [Double](unsafeUninitializedCapacity: squares.count) { largest, filled in
                // Written whether it counts or not: a branch that cannot be foreseen would cost more.
                for square in squares {
                    largest[filled] = square
                    filled += square >= bound ? 1 : 0
                }
            }
            if largest.count >= needed {
                largest.sort()
                return largest[largest.count - needed]
            }
            bound = bound > mean / 64 ? bound / 2 : 0
        }
    }
}
