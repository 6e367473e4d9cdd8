internal import CMath
internal import Glibc

/// Breaks in the level of a series (Bai and Perron 1998, 2003): as many as the least BIC says, each with the interval of
/// Bai (1997). On log levels BIC nearly always takes the most there may be: a description, never a test.
package struct LevelBreaks: Sendable {
    package static let most = 6
    package static let shortest = 60
    package static let mostRows = 1000

    package struct Break: Sendable {
        /// Rows before it.
        package var index: Int
        /// The 95 % interval in rows counted from 1; it may reach beyond the series. Nil where a stretch does not vary.
        package var interval: ClosedRange<Int>?
    }
    package let breaks: [Break]
    /// The least BIC.
    package let bic: Double

    package init(_ y: [Double]) {
        let n = y.count
        let moments = Moments(y)
        // cost[t] for a number of breaks: the least squared error of the first t rows, and where the last break stands.
        var cost = (0...n).map { moments.error(0, $0) }
        var lasts: [[Int]] = []
        var best = (bic: LevelBreaks.bic(cost[n], n, breaks: 0), count: 0)
        for count in 1...LevelBreaks.most where n >= (count + 1) * LevelBreaks.shortest {
            var next = [Double](repeating: .infinity, count: n + 1)
            var last = [Int](repeating: 0, count: n + 1)
            for t in (count + 1) * LevelBreaks.shortest...n {
                for s in count * LevelBreaks.shortest...t - LevelBreaks.shortest {
                    let own = cost[s] + moments.error(s, t)
                    if own < next[t] { (next[t], last[t]) = (own, s) }
                }
            }
            cost = next
            lasts.append(last)
            let bic = LevelBreaks.bic(cost[n], n, breaks: count)
            if bic < best.bic { best = (bic, count) }
        }
        var found: [Int] = []
        var at = n
        for last in lasts.prefix(best.count).reversed() {
            at = last[at]
            found.append(at)
        }
        bic = best.bic
        let ends = [0] + found.reversed() + [n]
        breaks = (1..<max(1, ends.count - 1)).map { place in
            Break(
                index: ends[place],
                interval: BaiInterval.of(moments, from: ends[place - 1], at: ends[place], to: ends[place + 1]))
        }
    }

    private static func bic(_ rss: Double, _ n: Int, breaks: Int) -> Double {
        Double(n) * (log(rss / Double(n)) + 1 + log(2 * Double.pi)) + 2 * Double(breaks + 1) * log(Double(n))
    }
}

/// Sums of a row of numbers, so that the mean and squared error of any stretch take no loop.
struct Moments {
    private var sums = [0.0]
    private var squares = [0.0]
    private let centre: Double

    init(_ y: [Double]) {
        // Around the mean: differences of large squares would lose digits.
        centre = y.isEmpty ? 0 : y.reduce(0, +) / Double(y.count)
        for value in y {
            sums.append(sums[sums.count - 1] + (value - centre))
            squares.append(squares[squares.count - 1] + squared(value - centre))
        }
    }

    func mean(_ from: Int, _ to: Int) -> Double { centre + (sums[to] - sums[from]) / Double(to - from) }

    func error(_ from: Int, _ to: Int) -> Double {
        guard to > from else { return 0 }
        return max(0, squares[to] - squares[from] - squared(sums[to] - sums[from]) / Double(to - from))
    }
}

/// The interval of one break: Bai 1997 (Rev. Econ. Stat. 79, 551-563), with variances that differ on its two sides.
enum BaiInterval {
    static func of(_ moments: Moments, from: Int, at: Int, to: Int) -> ClosedRange<Int>? {
        let (before, after) = (moments.error(from, at) / Double(at - from), moments.error(at, to) / Double(to - at))
        let step = moments.mean(at, to) - moments.mean(from, at)
        guard before > 0, after > 0, step != 0 else { return nil }
        let ratio = after / before
        let scale = before / (step * step)
        let (u, l) = (quantile(0.975, ratio), quantile(0.025, ratio))
        let (lower, upper) = ((u * scale).rounded(.up), (l * scale).rounded(.down))
        guard abs(lower) < 1e9, abs(upper) < 1e9 else { return nil }
        return at - Int(lower)...at - Int(upper)
    }

    /// The x at which the limiting distribution has a chance; positive above one half, negative below.
    static func quantile(_ chance: Double, _ ratio: Double) -> Double {
        let sign = chance > 0.5 ? 1.0 : -1.0
        func isBeyond(_ size: Double) -> Bool {
            sign > 0 ? distribution(size, ratio) >= chance : distribution(-size, ratio) <= chance
        }
        var (low, high) = (0.0, 1.0)
        while !isBeyond(high), high < 1e12 { (low, high) = (high, high * 2) }
        for _ in 0..<200 where high - low > 1e-14 * high {
            let middle = (low + high) / 2
            if isBeyond(middle) { high = middle } else { low = middle }
        }
        return sign * (low + high) / 2
    }

    /// G(x), with f the ratio of the variance after the break to the one before it.
    static func distribution(_ x: Double, _ f: Double) -> Double {
        // A vanishing chance times a huge factor: their logarithms are added first.
        func scaled(_ exponent: Double, _ z: Double) -> Double { exp(exponent + bellwether_normal_log_cdf(z)) }
        if x < 0 {
            let a = -x
            let link = f * (f + 2) / (f + 1)
            let first = -(a / (2 * Double.pi)).squareRoot() * exp(-a / 8)
            let second = link * scaled((1 + 1 / f) * a / (2 * f), -(0.5 + 1 / f) * a.squareRoot())
            let third = (a / 2 - 2 + squared(f + 2) / (f + 1)) * bellwether_normal_cdf(-a.squareRoot() / 2)
            return first - second + third
        }
        let root = (x / f).squareRoot()
        let first = 1 + (x / (2 * Double.pi * f)).squareRoot() * exp(-x / (8 * f))
        let second = (2 * f + 1) / (f * (f + 1)) * scaled((f + 1) * x / 2, -(f + 0.5) * root)
        let third = (squared(2 * f + 1) / (f * (f + 1)) - 2 + x / (2 * f)) * bellwether_normal_cdf(-root / 2)
        return first + second - third
    }
}
