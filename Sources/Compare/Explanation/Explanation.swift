internal import Vocabulary

/// Builds the lines of one row.
struct Explanation {
    let row: ComparisonRow
    private(set) var lines: [ExplainedLine] = []

    init(_ row: ComparisonRow) { self.row = row }

    mutating func tell(_ measurement: Measurement?, _ model: NormalModel, _ window: EventWindow) {
        add("window", "status", .word(row.status.rawValue), told: row.test == nil ? .reason : .none)
        if let dayZero = row.dayZero {
            add("window", "day 0", .day(dayZero.day), "mapping \(dayZero.mapping), after_fix \(dayZero.afterFix)")
        }
        guard let measurement, let fit = row.fit,
            let estimate = measurement.estimate(model, using: measurement.used(window))
        else { return }
        tellFit(fit)
        tellWindow(estimate, measurement, window.rows(around: measurement.dayZero.row))
        guard let test = row.test, let car = row.car else { return }
        tellPlain(fit, test, car, estimate, window.rows(around: measurement.dayZero.row))
        tellPlacebo(test, car, Sums.runs(estimate.residuals[...], length: window.count))
        tellFiltered(measurement, model, window)
        tellVerdict()
    }

    mutating func add(
        _ step: String, _ name: String, _ value: ExplainedLine.Value, _ formula: String = "",
        told remark: ExplainedLine.Remark = .none
    ) { add(step, .word(name), value, formula, told: remark) }

    mutating func add(
        _ step: String, _ label: ExplainedLine.Label, _ value: ExplainedLine.Value, _ formula: String = "",
        told remark: ExplainedLine.Remark
    ) {
        lines.append(
            ExplainedLine(row: row, step: step, label: label, value: value, formula: formula, remark: remark))
    }

    private mutating func tellFit(_ fit: NormalFit) {
        if let days = row.estimation {
            add("estimation", "first row", .day(days.lowerBound), "rows [-260,-11] around day 0")
            add("estimation", "last row", .day(days.upperBound))
        }
        add("estimation", "L", .count(fit.count), "returns in these rows; a gap return or none is left out")
        add("estimation", "alpha", .number(fit.alpha), fit.model == .mean ? "mean r" : "mean r - beta mbar")
        if fit.model == .market {
            add("estimation", "basket", .count(fit.basketCount), "currencies whose mean return is m")
            add("estimation", "mbar", .number(fit.meanOfBasket), "mean m")
            add("estimation", "Smm", .number(fit.spreadOfBasket), "sum (m - mbar)^2")
            add("estimation", "beta", .number(fit.beta), "sum (r - rbar)(m - mbar) / Smm")
            add(
                "estimation", "t(beta)", fit.tBeta.map { .number($0) } ?? .none,
                "beta / sqrt(s2/Smm); below 2 the words quote the mean")
            add("estimation", "R2", .number(fit.r2), "1 - SSR/SST")
        }
        add("estimation", "s2", .number(fit.s2), "SSR / (L - \(fit.count - fit.df))")
        add(
            "estimation", "s", .number(fit.s2.squareRoot()), "sqrt(s2)",
            told: .deviation(fit.s2.squareRoot()))
    }

    private mutating func tellWindow(_ estimate: Estimate, _ measurement: Measurement, _ rows: Range<Int>) {
        let returns = measurement.returns
        for at in rows where measurement.days.indices.contains(at) && returns.has(at) {
            let link = row.model == .mean ? "" : " - beta (\(short(estimate.basketReturn(at))))"
            add(
                "window", "AR \(measurement.days[at])", .number(estimate.abnormal(at, returns)),
                "r - alpha\(row.model == .mean ? "" : " - beta m"): \(short(returns.values[at])) - alpha\(link)"
                    + (returns.isGap[at] ? ", a gap return" : ""))
        }
        guard let car = row.car else { return }
        add("window", "CAR", .number(car), "sum of AR", told: .figure(car, .quantity))
    }

    private mutating func tellPlain(
        _ fit: NormalFit, _ test: WindowTest, _ car: Double, _ estimate: Estimate, _ rows: Range<Int>
    ) {
        let n = Double(rows.count)
        let sum = estimate.basket.isEmpty ? 0 : rows.reduce(0) { $0 + estimate.basket[$1] }
        let link =
            fit.model == .mean
            ? "" : " + (sum m - n mbar)^2/Smm = \(short(squared(sum - n * fit.meanOfBasket) / fit.spreadOfBasket))"
        add(
            "plain", "Var(CAR)", .number(squared(test.se)),
            "s2 (n + n^2/L\(link.isEmpty ? "" : " + …")) = \(short(fit.s2)) (\(rows.count) + \(short(n * n / Double(fit.count)))\(link))"
        )
        add("plain", "se", .number(test.se), "sqrt(Var(CAR))")
        add("plain", "t", .number(test.t), "CAR/se = \(short(car)) / \(short(test.se))")
        add("plain", "p", .number(test.p), "P(|T| >= |t|), Student's t with \(fit.df) degrees of freedom")
        add(
            "turbulence", "k", .number(test.k),
            "max(1, sqrt(mean AR^2 of the 10 rows before / s2))")
        add("turbulence", "t/k", .number(test.tTurbulent), "\(short(test.t)) / \(short(test.k))")
        add("turbulence", "p", .number(test.pTurbulent), "the same tail")
    }

    private mutating func tellVerdict() {
        guard let multiplicity = row.multiplicity, let q = row.headlineQ else { return }
        let test = row.headline == nil ? "t/k" : "filtered history"
        add(
            "verdict", "family", .count(multiplicity.family),
            "rows of this run with the same numeraire, model and window")
        add(
            "verdict", "q", .number(q), "Benjamini-Hochberg over the family, by \(test)",
            told: .verdict)
    }

    func short(_ value: Double) -> String { Wording.significant(value, 4) }
}
