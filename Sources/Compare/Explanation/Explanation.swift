internal import Vocabulary

/// Builds the lines of one row.
struct Explanation {
    let row: ComparisonRow
    private(set) var lines: [ExplainedLine] = []

    init(_ row: ComparisonRow) { self.row = row }

    mutating func tell(_ measurement: Measurement?, _ model: NormalModel, _ window: EventWindow) {
        add("window", "status", value: .word(row.status.rawValue), told: row.test == nil ? .reason : .none)
        if let dayZero = row.dayZero {
            add(
                "window", "day 0", value: .day(dayZero.day),
                formula: "mapping \(dayZero.mapping), after_fix \(dayZero.afterFix)")
        }
        guard let measurement, let fit = row.fit,
            let estimate = measurement.estimate(model, using: measurement.used(window))
        else { return }
        tellFit(fit)
        tellWindow(estimate, measurement, window.rows(around: measurement.dayZero.row))
        guard let test = row.test, let car = row.car else { return }
        tellPlain(fit, test, car: car, estimate: estimate, rows: window.rows(around: measurement.dayZero.row))
        tellPlacebo(test, car, Sums.runs(estimate.residuals[...], length: window.count))
        tellFiltered(measurement, model, window)
        tellVerdict()
    }

    mutating func add(
        _ step: String, _ name: String, value: ExplainedLine.Value, formula: String = "",
        told remark: ExplainedLine.Remark = .none
    ) { add(step, .word(name), value: value, formula: formula, told: remark) }

    mutating func add(
        _ step: String, _ label: ExplainedLine.Label, value: ExplainedLine.Value, formula: String = "",
        told remark: ExplainedLine.Remark
    ) {
        lines.append(
            ExplainedLine(row: row, step: step, label: label, value: value, formula: formula, remark: remark))
    }

    private mutating func tellFit(_ fit: NormalFit) {
        if let days = row.estimation {
            add("estimation", "first row", value: .day(days.lowerBound), formula: "rows [-260,-11] around day 0")
            add("estimation", "last row", value: .day(days.upperBound))
        }
        add(
            "estimation", "L", value: .count(fit.count),
            formula: "returns in these rows; a gap return or none is left out")
        add(
            "estimation", "alpha", value: .number(fit.alpha),
            formula: fit.model == .mean ? "mean r" : "mean r - beta mbar")
        if fit.model == .market {
            add("estimation", "basket", value: .count(fit.basketCount), formula: "currencies whose mean return is m")
            add("estimation", "mbar", value: .number(fit.meanOfBasket), formula: "mean m")
            add("estimation", "Smm", value: .number(fit.spreadOfBasket), formula: "sum (m - mbar)^2")
            add("estimation", "beta", value: .number(fit.beta), formula: "sum (r - rbar)(m - mbar) / Smm")
            add(
                "estimation", "t(beta)", value: fit.tBeta.map { .number($0) } ?? .none,
                formula: "beta / sqrt(s2/Smm); below 2 the words quote the mean")
            add("estimation", "R2", value: .number(fit.r2), formula: "1 - SSR/SST")
        }
        add("estimation", "s2", value: .number(fit.s2), formula: "SSR / (L - \(fit.count - fit.df))")
        add(
            "estimation", "s", value: .number(fit.s2.squareRoot()), formula: "sqrt(s2)",
            told: .deviation(fit.s2.squareRoot()))
    }

    private mutating func tellWindow(_ estimate: Estimate, _ measurement: Measurement, _ rows: Range<Int>) {
        let returns = measurement.returns
        for at in rows where measurement.days.indices.contains(at) && returns.has(at) {
            let link = row.model == .mean ? "" : " - beta (\(short(estimate.basketReturn(at))))"
            add(
                "window", "AR \(measurement.days[at])", value: .number(estimate.abnormal(at, returns)),
                formula:
                    "r - alpha\(row.model == .mean ? "" : " - beta m"): \(short(returns.values[at])) - alpha\(link)"
                    + (returns.isGap[at] ? ", a gap return" : ""))
        }
        guard let car = row.car else { return }
        add("window", "CAR", value: .number(car), formula: "sum of AR", told: .figure(car, .quantity))
    }

    private mutating func tellPlain(
        _ fit: NormalFit, _ test: WindowTest, car: Double, estimate: Estimate, rows: Range<Int>
    ) {
        let n = Double(rows.count)
        let sum = estimate.basket.isEmpty ? 0 : rows.reduce(0) { $0 + estimate.basket[$1] }
        let link =
            fit.model == .mean
            ? "" : " + (sum m - n mbar)^2/Smm = \(short(squared(sum - n * fit.meanOfBasket) / fit.spreadOfBasket))"
        add(
            "plain", "Var(CAR)", value: .number(squared(test.se)),
            formula:
                "s2 (n + n^2/L\(link.isEmpty ? "" : " + …")) = \(short(fit.s2)) (\(rows.count) + \(short(n * n / Double(fit.count)))\(link))"
        )
        add("plain", "se", value: .number(test.se), formula: "sqrt(Var(CAR))")
        add("plain", "t", value: .number(test.t), formula: "CAR/se = \(short(car)) / \(short(test.se))")
        add(
            "plain", "p", value: .number(test.p),
            formula: "P(|T| >= |t|), Student's t with \(fit.df) degrees of freedom")
        add(
            "turbulence", "k", value: .number(test.k),
            formula: "max(1, sqrt(mean AR^2 of the 10 rows before / s2))")
        add("turbulence", "t/k", value: .number(test.tTurbulent), formula: "\(short(test.t)) / \(short(test.k))")
        add("turbulence", "p", value: .number(test.pTurbulent), formula: "the same tail")
    }

    private mutating func tellVerdict() {
        guard let multiplicity = row.multiplicity, let q = row.headlineQ else { return }
        let test = row.headline == nil ? "t/k" : "filtered history"
        add(
            "verdict", "family", value: .count(multiplicity.family),
            formula: "rows of this run with the same numeraire, model and window")
        add(
            "verdict", "q", value: .number(q), formula: "Benjamini-Hochberg over the family, by \(test)",
            told: .verdict)
    }

    func short(_ value: Double) -> String { Wording.significant(value, 4) }
}

/// Where the event's figure lies among all earlier ones.
extension Explanation {
    mutating func tellPlacebo(_ test: WindowTest, _ car: Double, _ sums: [Double]) {
        add(
            "placebo", "J", value: .count(test.placeboCount),
            formula: "sums S of \(row.window.count) consecutive residuals: L - n + 1")
        quantiles("placebo", sums, own: car, .quantity)
        add(
            "placebo", "p", value: figure(test.placeboP),
            formula:
                "(1 + #{|S| >= |CAR|}) / (1 + J) = (1 + \(sums.count { abs($0) >= abs(car) })) / (1 + \(sums.count))")
        add(
            "placebo", "rank", value: test.rank.map { .count($0) } ?? .none, formula: "#{|S| >= |CAR|/k}",
            told: test.rank.map { .rank($0, of: test.placeboCount) } ?? .none)
        add("placebo", "p scaled by k", value: figure(test.placeboPTurbulent), formula: "(1 + rank) / (1 + J)")
    }

    mutating func tellFiltered(_ measurement: Measurement, _ model: NormalModel, _ window: EventWindow) {
        let rows = window.rows(around: measurement.dayZero.row)
        guard let filtered = row.filtered, let path = measurement.path(model, rows) else {
            add(
                "filtered", "withheld", value: .none,
                formula: "it needs \(FilteredHistory.leastReturns) returns in rows [-510,-11]")
            return
        }
        let moves = path.count(before: rows.lowerBound, measurement.returns)
        add(
            "filtered", "M", value: .count(moves),
            formula: "residuals of rows [-510,-11] and abnormal returns up to the window")
        add("filtered", "alpha", value: .number(filtered.alpha))
        if model == .market { add("filtered", "beta", value: .number(filtered.beta)) }
        add(
            "filtered", "v", value: .number(path.variances[moves]),
            formula: "v <- 0.96 v + 0.04 f^2, after the last row before the window",
            told: .deviation(path.variances[moves].squareRoot()))
        add("filtered", "sd", value: .number(filtered.sd), formula: "sqrt(n v)")
        add(
            "filtered", "CAR", value: .number(filtered.car), formula: "by this fit",
            told: .figure(filtered.car, .quantity))
        add(
            "filtered", "z", value: .number(filtered.z),
            formula: "CAR/sd = \(short(filtered.car)) / \(short(filtered.sd))")
        add(
            "filtered", "J", value: .count(filtered.count),
            formula: "earlier spans measured the same way, after 30 to warm up")
        let n = Double(window.count)
        let runs = Sums.runs(path.moves[..<moves], length: window.count)
        let z = (FilteredHistory.warmUp..<runs.count).map { runs[$0] / (n * path.variances[$0]).squareRoot() }
        quantiles("filtered", z, own: filtered.z, .deviations)
        add(
            "filtered", "p", value: .number(filtered.p),
            formula: "(1 + #{|z_i| >= |z|}) / (1 + J) = (1 + \(filtered.rank)) / (1 + \(filtered.count))",
            told: filtered.rank == 0 ? .bound : .none)
        add(
            "filtered", "lo", value: .number(filtered.lo), formula: "CAR - q sd, q = \(short(filtered.quantile))",
            told: .figure(filtered.lo, .quantity))
        add(
            "filtered", "hi", value: .number(filtered.hi), formula: "CAR + q sd", told: .figure(filtered.hi, .quantity)
        )
    }

    /// Quantiles and a histogram in which the event's own figure is marked.
    private mutating func quantiles(_ step: String, _ values: [Double], own: Double, _ measure: ExplainedLine.Measure) {
        let sorted = values.sorted()
        guard let least = sorted.first, let most = sorted.last, most > least else { return }
        for percent in [1, 5, 25, 50, 75, 95, 99] {
            let value = sorted[min(sorted.count - 1, sorted.count * percent / 100)]
            add(step, "\(percent) %", value: .number(value), told: .figure(value, measure))
        }
        let bins = 9
        let width = (most - least) / Double(bins)
        var counts = [Int](repeating: 0, count: bins)
        for value in sorted { counts[min(bins - 1, Int((value - least) / width))] += 1 }
        let longest = counts.max() ?? 1
        // The event may lie beyond all that came before it.
        if own < least { add(step, "below", value: .count(0), told: .beyond(own, measure)) }
        for bin in counts.indices {
            let (from, to) = (least + Double(bin) * width, least + Double(bin + 1) * width)
            let isOwn = own >= from && (own < to || bin == bins - 1 && own <= most)
            add(
                step, .bar(from: from, to: to, measure), value: .count(counts[bin]),
                told: .bar((counts[bin] * 24 + longest - 1) / longest, own: isOwn ? own : nil, measure))
        }
        if own > most { add(step, "above", value: .count(0), told: .beyond(own, measure)) }
    }

    private func figure(_ value: Double?) -> ExplainedLine.Value { value.map { .number($0) } ?? .none }
}
