/// A fit together with what the tests of its windows need and no row prints.
struct Estimate: Sendable {
    let fit: NormalFit
    let rows: EstimationRows
    /// One per estimation row used, in their order.
    let residuals: [Double]
    /// The basket's mean return per row of the table; empty for `mean`.
    let basket: [Double]

    static func mean(_ returns: Returns, _ rows: EstimationRows) -> Estimate {
        rows.withValues(of: returns.values) { r in
            let alpha = Sums.plain(r) / Double(r.count)
            let s2 = Sums.squares(r, around: alpha) / Double(r.count - 1)
            let fit = NormalFit(model: .mean, count: r.count, alpha: alpha, s2: s2, df: r.count - 1)
            return Estimate(fit: fit, rows: rows, residuals: withRoom(r.count) { r[$0] - alpha }, basket: [])
        }
    }

    /// Ordinary least squares of r on 1 and m; nil where the basket does not move.
    static func market(
        _ returns: Returns, _ rows: EstimationRows, basket: [Double], basketCount: Int
    ) -> Estimate? {
        rows.withValues(of: returns.values) { r in
            rows.withValues(of: basket) { m in
                let length = Double(r.count)
                let (meanR, meanM) = (Sums.plain(r) / length, Sums.plain(m) / length)
                let sums = Sums.moments(r, m, meanX: meanR, meanY: meanM)
                guard sums.yy > 0 else { return nil }
                let beta = sums.xy / sums.yy
                let alpha = meanR - beta * meanM
                let residuals = withRoom(r.count) { r[$0] - alpha - beta * m[$0] }
                let ssr = residuals.withUnsafeBufferPointer { Sums.squares($0) }
                let s2 = ssr / (length - 2)
                let fit = NormalFit(
                    model: .market, count: r.count, alpha: alpha, beta: beta,
                    tBeta: s2 > 0 ? beta / (s2 / sums.yy).squareRoot() : nil,
                    meanOfBasket: meanM, spreadOfBasket: sums.yy, r2: sums.xx > 0 ? 1 - ssr / sums.xx : 0, s2: s2,
                    df: r.count - 2, basketCount: basketCount)
                return Estimate(fit: fit, rows: rows, residuals: residuals, basket: basket)
            }
        }
    }

    /// An array with room for the rows up to a window, which filtered history adds.
    private static func withRoom(_ count: Int, _ value: (Int) -> Double) -> [Double] {
        [Double](unsafeUninitializedCapacity: count + 32) { values, filled in
            for index in 0..<count { values[index] = value(index) }
            filled = count
        }
    }

    /// A peg or a stale series: half of the returns or more are zero, or, by the fit of `mean`, nothing moves at all.
    static func isManaged(_ returns: Returns, _ rows: EstimationRows) -> Bool {
        rows.withValues(of: returns.values) { r in
            if 2 * Sums.zeros(r) >= r.count { return true }
            let s2 = Sums.squares(r, around: Sums.plain(r) / Double(r.count)) / Double(r.count - 1)
            return s2.squareRoot() < 1e-6
        }
    }

    func basketReturn(_ row: Int) -> Double { basket.isEmpty ? 0 : basket[row] }

    func abnormal(_ row: Int, _ returns: Returns) -> Double {
        fit.abnormal(returns.values[row], basket, row)
    }
}
