internal import Glibc

/// Filtered historical simulation of one window: its abnormal return in units of the volatility of its own time, held
/// against every earlier span measured the same way.
///
/// Barone-Adesi, Giannopoulos and Vosper 1999 (J. Futures Markets 19, 583-602), with the exponentially weighted variance
/// of RiskMetrics 1996. Docs/Methods.md has the formulas.
package struct FilteredHistory: Sendable, Hashable {
    /// The model fitted on the pool, rows [-510,-11].
    package var alpha: Double
    package var beta: Double
    /// The abnormal log return over the window by that fit.
    package var car: Double
    /// sqrt(n v): what a span of that length usually moves, at the volatility just before it.
    package var sd: Double
    package var z: Double
    /// J, the number of earlier spans.
    package var count: Int
    /// How many of them are at least as large.
    package var rank: Int
    package var p: Double
    /// The 95 % range of the abnormal log return: it excludes 0 exactly where `p` is at most 0.05.
    package var lo: Double
    package var hi: Double
    /// As `p`, but where no span is as large the tail of a t(4) decides, so that a lone event can be told in a large
    /// family. It is used for q-values only.
    package var tailP: Double

    static let firstRow = -510
    static let leastReturns = 300
    /// Spans whose variance rests on fewer squares than this do not count.
    static let warmUp = 30
    static let decay = 0.96

    /// Nil where the pool leaves no error to measure with, or too few spans.
    ///
    /// - Parameters:
    ///   - rows: of the window.
    ///   - before: rows between the pool and the window; those without a return, or with a gap return, are skipped.
    init?(_ estimate: Estimate, _ returns: Returns, rows: Range<Int>, before: Range<Int>) {
        var f = estimate.residuals
        for row in before where returns.isRegular(row) { f.append(estimate.abnormal(row, returns)) }
        let n = Double(rows.count)
        let variance = FilteredHistory.variances(f, from: estimate.fit.s2)
        let count = f.count - rows.count - FilteredHistory.warmUp + 1
        self.count = count
        sd = (n * variance[f.count]).squareRoot()
        // With fewer spans no size is exceeded by only one in twenty.
        guard count >= 19, sd > 0, sd.isFinite else { return nil }
        (alpha, beta) = (estimate.fit.alpha, estimate.fit.beta)
        car = rows.reduce(0) { $0 + estimate.abnormal($1, returns) }
        z = car / sd
        let runs = Sums.runs(f, length: rows.count)
        let sizes = [Double](unsafeUninitializedCapacity: count) { sizes, filled in
            for index in 0..<count {
                let start = index + FilteredHistory.warmUp
                sizes[index] = abs(runs[start] / (n * variance[start]).squareRoot())
            }
            filled = count
        }
        let own = abs(z)
        let rank = sizes.count { $0 >= own }
        self.rank = rank
        p = Double(1 + rank) / Double(1 + count)
        let squares = Sums.squares(sizes)
        let q = FilteredHistory.smallest(
            (95 * (count + 1) + 99) / 100, of: sizes, spread: (squares / Double(count)).squareRoot())
        lo = car - q * sd
        hi = car + q * sd
        tailP = rank > 0 ? p : min(p, FilteredHistory.tail(own * (2 * Double(count) / squares).squareRoot()))
    }

    /// v_1 and, after each abnormal return, the variance expected of the next.
    private static func variances(_ f: [Double], from first: Double) -> [Double] {
        [Double](unsafeUninitializedCapacity: f.count + 1) { variances, filled in
            var own = first
            variances[0] = own
            for index in f.indices {
                own = decay * own + (1 - decay) * f[index] * f[index]
                variances[index + 1] = own
            }
            filled = f.count + 1
        }
    }

    /// P(|T| >= x) of a Student t with four degrees of freedom, scaled to unit variance by sqrt 2.
    private static func tail(_ x: Double) -> Double {
        let h = (4 + x * x).squareRoot()
        let (u, rest) = (x / h, 4 / (h * (h + x)))
        return rest * rest * (2 + u) / 2
    }

    /// The k-th smallest of sizes whose root mean square is `spread`, k from 1.
    ///
    /// It stands among the largest: those are gathered first, and only they are sorted.
    private static func smallest(_ k: Int, of sizes: [Double], spread: Double) -> Double {
        let needed = sizes.count - min(k, sizes.count) + 1
        var bound = 1.5 * spread
        var largest = sizes.filter { $0 >= bound }
        while largest.count < needed {
            bound = bound > spread / 8 ? bound / 2 : 0
            largest = sizes.filter { $0 >= bound }
        }
        largest.sort()
        return largest[largest.count - needed]
    }
}
