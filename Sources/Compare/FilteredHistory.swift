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
        let n = rows.count
        var variance = [estimate.fit.s2]
        variance.reserveCapacity(f.count + 1)
        for move in f {
            variance.append(
                FilteredHistory.decay * variance[variance.count - 1] + (1 - FilteredHistory.decay) * move * move)
        }
        count = f.count - n - FilteredHistory.warmUp + 1
        sd = (Double(n) * variance[f.count]).squareRoot()
        // With fewer spans no size is exceeded by only one in twenty.
        guard count >= 19, sd > 0, sd.isFinite else { return nil }
        (alpha, beta) = (estimate.fit.alpha, estimate.fit.beta)
        car = rows.reduce(0) { $0 + estimate.abnormal($1, returns) }
        z = car / sd
        var sizes = [Double](repeating: 0, count: count)
        var squares = 0.0
        for index in sizes.indices {
            let start = index + FilteredHistory.warmUp
            var sum = 0.0
            for step in start..<start + n { sum += f[step] }
            let size = abs(sum / (Double(n) * variance[start]).squareRoot())
            sizes[index] = size
            squares += size * size
        }
        let own = abs(z)
        rank = sizes.reduce(0) { $0 + ($1 >= own ? 1 : 0) }
        p = Double(1 + rank) / Double(1 + count)
        let q = FilteredHistory.smallest((95 * (count + 1) + 99) / 100, of: &sizes)
        lo = car - q * sd
        hi = car + q * sd
        tailP = rank > 0 ? p : min(p, FilteredHistory.tail(own * (2 * Double(count) / squares).squareRoot()))
    }

    /// P(|T| >= x) of a Student t with four degrees of freedom, scaled to unit variance by sqrt 2.
    private static func tail(_ x: Double) -> Double {
        let h = (4 + x * x).squareRoot()
        let (u, rest) = (x / h, 4 / (h * (h + x)))
        return rest * rest * (2 + u) / 2
    }

    /// The k-th smallest, k from 1 (Hoare's selection: no more is sorted than needed).
    private static func smallest(_ k: Int, of values: inout [Double]) -> Double {
        var (low, high) = (0, values.count - 1)
        let target = min(k, values.count) - 1
        while low < high {
            let pivot = values[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if target <= right { high = right } else if target >= left { low = left } else { break }
        }
        return values[target]
    }
}
