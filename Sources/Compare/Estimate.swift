/// A fit together with what the tests of its windows need and no row prints.
struct Estimate {
    let fit: NormalFit
    let rows: EstimationRows
    /// One per estimation row used, in their order.
    let residuals: [Double]
    /// The basket's mean return per row of the table; empty for `mean`.
    let basket: [Double]

    static func mean(_ returns: Returns, _ rows: EstimationRows) -> Estimate {
        let count = rows.rows.count
        let alpha = rows.rows.reduce(0) { $0 + returns.values[$1] } / Double(count)
        let residuals = rows.rows.map { returns.values[$0] - alpha }
        let ssr = residuals.reduce(0) { $0 + squared($1) }
        let fit = NormalFit(model: .mean, count: count, alpha: alpha, s2: ssr / Double(count - 1), df: count - 1)
        return Estimate(fit: fit, rows: rows, residuals: residuals, basket: [])
    }

    /// Ordinary least squares of r on 1 and m; nil where the basket does not move.
    static func market(
        _ returns: Returns, _ rows: EstimationRows, basket: [Double], basketCount: Int
    ) -> Estimate? {
        let count = rows.rows.count
        let (values, length) = (returns.values, Double(count))
        var (sumR, sumM) = (0.0, 0.0)
        for row in rows.rows {
            sumR += values[row]
            sumM += basket[row]
        }
        let (meanR, meanM) = (sumR / length, sumM / length)
        var (srr, srm, smm) = (0.0, 0.0, 0.0)
        for row in rows.rows {
            let (r, m) = (values[row] - meanR, basket[row] - meanM)
            srr += r * r
            srm += r * m
            smm += m * m
        }
        guard smm > 0 else { return nil }
        let beta = srm / smm
        let alpha = meanR - beta * meanM
        let residuals = rows.rows.map { values[$0] - alpha - beta * basket[$0] }
        let ssr = residuals.reduce(0) { $0 + squared($1) }
        let s2 = ssr / Double(count - 2)
        let fit = NormalFit(
            model: .market, count: count, alpha: alpha, beta: beta,
            tBeta: s2 > 0 ? beta / (s2 / smm).squareRoot() : nil,
            meanOfBasket: meanM, spreadOfBasket: smm, r2: srr > 0 ? 1 - ssr / srr : 0, s2: s2, df: count - 2,
            basketCount: basketCount)
        return Estimate(fit: fit, rows: rows, residuals: residuals, basket: basket)
    }

    /// A peg or a stale series, by the fit of `mean`: half of the returns or more are zero, or nothing moves at all.
    func isManaged(_ returns: Returns) -> Bool {
        let zeros = rows.rows.count { returns.values[$0] == 0 }
        return 2 * zeros >= rows.rows.count || fit.s2.squareRoot() < 1e-6
    }

    func basketReturn(_ row: Int) -> Double { basket.isEmpty ? 0 : basket[row] }

    func abnormal(_ row: Int, _ returns: Returns) -> Double {
        returns.values[row] - fit.alpha - fit.beta * basketReturn(row)
    }
}
