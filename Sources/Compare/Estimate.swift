/// A fit together with what the tests of its windows need and no row prints.
struct Estimate: Sendable {
    let fit: NormalFit
    let rows: EstimationRows
    /// One per estimation row used, in their order.
    let residuals: [Double]
    /// The basket's mean return per row of the table; empty for `mean`.
    let basket: [Double]

    static func mean(_ returns: Returns, _ rows: EstimationRows) -> Estimate {
        let r = rows.values(of: returns.values)
        let alpha = Sums.plain(r) / Double(r.count)
        let residuals = r.map { $0 - alpha }
        let fit = NormalFit(
            model: .mean, count: r.count, alpha: alpha, s2: Sums.squares(residuals) / Double(r.count - 1),
            df: r.count - 1)
        return Estimate(fit: fit, rows: rows, residuals: residuals, basket: [])
    }

    /// Ordinary least squares of r on 1 and m; nil where the basket does not move.
    static func market(
        _ returns: Returns, _ rows: EstimationRows, basket: [Double], basketCount: Int
    ) -> Estimate? {
        let (r, m) = (rows.values(of: returns.values), rows.values(of: basket))
        let length = Double(r.count)
        let (meanR, meanM) = (Sums.plain(r) / length, Sums.plain(m) / length)
        // Around their means: differences of large sums would lose the digits that a test rests on.
        let (fromR, fromM) = (r.map { $0 - meanR }, m.map { $0 - meanM })
        let (srr, srm, smm) = (Sums.squares(fromR), Sums.products(fromR, fromM), Sums.squares(fromM))
        guard smm > 0 else { return nil }
        let beta = srm / smm
        let alpha = meanR - beta * meanM
        let residuals = r.indices.map { r[$0] - alpha - beta * m[$0] }
        let ssr = Sums.squares(residuals)
        let s2 = ssr / (length - 2)
        let fit = NormalFit(
            model: .market, count: r.count, alpha: alpha, beta: beta,
            tBeta: s2 > 0 ? beta / (s2 / smm).squareRoot() : nil,
            meanOfBasket: meanM, spreadOfBasket: smm, r2: srr > 0 ? 1 - ssr / srr : 0, s2: s2, df: r.count - 2,
            basketCount: basketCount)
        return Estimate(fit: fit, rows: rows, residuals: residuals, basket: basket)
    }

    /// A peg or a stale series, by the fit of `mean`: half of the returns or more are zero, or nothing moves at all.
    var isManaged: Bool {
        // A zero return leaves exactly minus alpha.
        let zero = -fit.alpha
        return 2 * residuals.count { $0 == zero } >= residuals.count || fit.s2.squareRoot() < 1e-6
    }

    func basketReturn(_ row: Int) -> Double { basket.isEmpty ? 0 : basket[row] }

    func abnormal(_ row: Int, _ returns: Returns) -> Double {
        returns.values[row] - fit.alpha - fit.beta * basketReturn(row)
    }
}
