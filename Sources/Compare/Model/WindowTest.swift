internal import Glibc

/// The figures of one window: the abnormal return, its error, and how it stands against the turbulence of its time.
package struct WindowTest: Sendable, Hashable {
    /// The abnormal log return over the window.
    private let car: Double
    package let se: Double
    package let p: Double
    /// At least 1: how much more the last ten rows moved than the estimation rows did.
    package let k: Double
    package let pTurbulent: Double
    /// Of a 95 % range, in standard errors.
    private let halfWidth: Double
    private let spans: Int32
    private let reached: Int32
    private let reachedScaled: Int32

    package var t: Double { car / se }
    /// The 95 % range of the abnormal log return, unscaled.
    package var lo: Double { car - halfWidth * se }
    package var hi: Double { car + halfWidth * se }
    /// How many spans of this length the estimation residuals hold.
    package var placeboCount: Int { Int(spans) }
    /// Nil, as `rank` is, where no earlier span is as long as the window.
    package var placeboP: Double? { placebo(reached) }
    package var tTurbulent: Double { t / k }
    package var placeboPTurbulent: Double? { placebo(reachedScaled) }
    /// How many of those spans moved at least as much as this one did, scaled by k.
    package var rank: Int? { spans > 0 ? Int(reachedScaled) : nil }

    private func placebo(_ reached: Int32) -> Double? {
        spans > 0 ? Double(1 + reached) / Double(1 + spans) : nil
    }
    /// The same range scaled by k.
    package var loTurbulent: Double { car - halfWidth * se * k }
    package var hiTurbulent: Double { car + halfWidth * se * k }
}

extension WindowTest {
    /// The rows just before a window whose abnormal returns measure turbulence.
    static let turbulenceRows = 10

    /// Nil where the model leaves no error to measure against.
    init?(car: Double, window: EventWindow, day0: Int, estimate: Estimate, returns: Returns) {
        let (fit, rows) = (estimate.fit, window.rows(around: day0))
        let basketSum = estimate.basket.isEmpty ? 0 : rows.reduce(0) { $0 + estimate.basket[$1] }
        self.car = car
        se = fit.variance(rows: window.count, basketSum: basketSum).squareRoot()
        guard se > 0, se.isFinite, car.isFinite else { return nil }
        k = WindowTest.turbulence(before: rows.lowerBound, day0: day0, estimate, returns)
        p = StudentT.twoSided(car / se, df: fit.df)
        pTurbulent = k == 1 ? p : StudentT.twoSided(car / se / k, df: fit.df)
        halfWidth = StudentT.halfWidth95(df: fit.df)
        let (count, plain, scaled) = Sums.reaching(
            estimate.residuals, length: window.count, abs(car), abs(car) / k)
        (spans, reached, reachedScaled) = (Int32(count), Int32(plain), Int32(scaled))
    }

    /// k: estimation residuals where the rows reach into them, abnormal returns after them, absent rows skipped.
    private static func turbulence(before first: Int, day0: Int, _ estimate: Estimate, _ returns: Returns) -> Double {
        var (squares, count) = (0.0, 0)
        for row in max(0, first - turbulenceRows)..<max(0, first) {
            if row <= day0 + EstimationRows.last {
                guard let position = estimate.rows.position(of: row) else { continue }
                squares += squared(estimate.residuals[position])
            } else {
                guard returns.has(row) else { continue }
                squares += squared(estimate.abnormal(row, returns))
            }
            count += 1
        }
        return count == 0 ? 1 : max(1, (squares / Double(count) / estimate.fit.s2).squareRoot())
    }
}

/// A log return as the percentage by which the value changed.
package func valueChange(_ logReturn: Double) -> Double { 100 * expm1(logReturn) }
