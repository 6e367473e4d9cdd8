internal import Glibc
package import Tables
internal import Vocabulary

/// One figure of an explanation: the formula, and the formula with its numbers.
package struct ExplainedLine: Sendable {
    package var event: String
    package var series: String
    package var numeraire: String
    package var model: NormalModel
    package var window: EventWindow
    package var afterFix: Int
    /// estimation, window, plain, turbulence, placebo, filtered, verdict.
    package var step: String
    package var name: String
    /// How it is made, with its numbers; empty for what is given.
    package var formula: String
    package var value: Cell
    /// What a person reads where a number alone says too little: a day, a percentage, a bar of a histogram.
    package var shown: String

    package static let columns: [Column<ExplainedLine>] = [
        Column("event") { .text($0.event) },
        Column("series") { .text($0.series) },
        Column("numeraire") { .text($0.numeraire) },
        Column("model") { .text($0.model.rawValue) },
        Column("w0") { .integer($0.window.first) },
        Column("w1") { .integer($0.window.last) },
        Column("after_fix") { .integer($0.afterFix) },
        Column("step") { .text($0.step) },
        Column("name") { .text($0.name) },
        Column("formula") { .text($0.formula) },
        Column("value") { $0.value },
    ]
}

extension Comparison {
    /// Every row asked for, taken apart line by line.
    package func explained() throws -> [ExplainedLine] {
        // The family that q-values need is that of the whole run.
        var rows = try rows()[...]
        var lines: [ExplainedLine] = []
        try study().each(events[...]) { placed, measurement in
            for model in models {
                for window in windows {
                    guard let row = rows.popFirst() else { return }
                    var explanation = Explanation(row)
                    explanation.tell(measurement, model, window)
                    lines += explanation.lines
                }
            }
        }
        return lines
    }
}

/// Builds the lines of one row.
private struct Explanation {
    private let row: ComparisonRow
    private(set) var lines: [ExplainedLine] = []

    init(_ row: ComparisonRow) { self.row = row }

    mutating func tell(_ measurement: Measurement?, _ model: NormalModel, _ window: EventWindow) {
        add("window", "status", .text(row.status.rawValue), shown: row.test == nil ? row.status.reason : "")
        if let dayZero = row.dayZero {
            add("window", "day 0", Cell(dayZero.day), "mapping \(dayZero.mapping), after_fix \(dayZero.afterFix)")
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

    private mutating func add(_ step: String, _ name: String, _ value: Cell, _ formula: String = "", shown: String = "")
    {
        lines.append(
            ExplainedLine(
                event: row.event, series: row.series, numeraire: row.numeraire, model: row.model, window: row.window,
                afterFix: row.afterFix, step: step, name: name, formula: formula, value: value, shown: shown))
    }

    private mutating func tellFit(_ fit: NormalFit) {
        if let days = row.estimation {
            add("estimation", "first row", Cell(days.lowerBound), "rows [-260,-11] around day 0")
            add("estimation", "last row", Cell(days.upperBound))
        }
        add("estimation", "L", .integer(fit.count), "returns in these rows; a gap return or none is left out")
        add("estimation", "alpha", .number(fit.alpha), fit.model == .mean ? "mean r" : "mean r - beta mbar")
        if fit.model == .market {
            add("estimation", "basket", .integer(fit.basketCount), "currencies whose mean return is m")
            add("estimation", "mbar", .number(fit.meanOfBasket), "mean m")
            add("estimation", "Smm", .number(fit.spreadOfBasket), "sum (m - mbar)^2")
            add("estimation", "beta", .number(fit.beta), "sum (r - rbar)(m - mbar) / Smm")
            add("estimation", "t(beta)", Cell(fit.tBeta), "beta / sqrt(s2/Smm); below 2 the words quote the mean")
            add("estimation", "R2", .number(fit.r2), "1 - SSR/SST")
        }
        add("estimation", "s2", .number(fit.s2), "SSR / (L - \(fit.count - fit.df))")
        add(
            "estimation", "s", .number(fit.s2.squareRoot()), "sqrt(s2)",
            shown: "\(fixed(100 * fit.s2.squareRoot(), 3)) % a row")
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
        add("window", "CAR", .number(car), "sum of AR", shown: ComparisonWords.size(car, row.quantity))
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

    private mutating func tellPlacebo(_ test: WindowTest, _ car: Double, _ sums: [Double]) {
        add(
            "placebo", "J", .integer(test.placeboCount),
            "sums S of \(row.window.count) consecutive residuals: L - n + 1")
        let quantity = row.quantity
        quantiles("placebo", sums, own: car) { ComparisonWords.size($0, quantity) }
        add(
            "placebo", "p", .number(test.placeboP),
            "(1 + #{|S| >= |CAR|}) / (1 + J) = (1 + \(sums.count { abs($0) >= abs(car) })) / (1 + \(sums.count))")
        add("placebo", "rank", .integer(test.rank), "#{|S| >= |CAR|/k}", shown: "\(test.rank) of \(test.placeboCount)")
        add("placebo", "p scaled by k", .number(test.placeboPTurbulent), "(1 + rank) / (1 + J)")
    }

    private mutating func tellFiltered(_ measurement: Measurement, _ model: NormalModel, _ window: EventWindow) {
        let rows = window.rows(around: measurement.dayZero.row)
        guard let filtered = row.filtered, let path = measurement.path(model, rows) else {
            add("filtered", "withheld", .none, "it needs \(FilteredHistory.leastReturns) returns in rows [-510,-11]")
            return
        }
        let moves = path.count(before: rows.lowerBound, measurement.returns)
        add("filtered", "M", .integer(moves), "residuals of rows [-510,-11] and abnormal returns up to the window")
        add("filtered", "alpha", .number(filtered.alpha))
        if model == .market { add("filtered", "beta", .number(filtered.beta)) }
        add(
            "filtered", "v", .number(path.variances[moves]),
            "v <- 0.96 v + 0.04 f^2, after the last row before the window",
            shown: "\(fixed(100 * path.variances[moves].squareRoot(), 3)) % a row")
        add("filtered", "sd", .number(filtered.sd), "sqrt(n v)")
        add(
            "filtered", "CAR", .number(filtered.car), "by this fit",
            shown: ComparisonWords.size(filtered.car, row.quantity))
        add("filtered", "z", .number(filtered.z), "CAR/sd = \(short(filtered.car)) / \(short(filtered.sd))")
        add("filtered", "J", .integer(filtered.count), "earlier spans measured the same way, after 30 to warm up")
        let n = Double(window.count)
        let runs = Sums.runs(path.moves[..<moves], length: window.count)
        let z = (FilteredHistory.warmUp..<runs.count).map { runs[$0] / (n * path.variances[$0]).squareRoot() }
        quantiles("filtered", z, own: filtered.z) { fixed($0, 1) }
        add(
            "filtered", "p", .number(filtered.p),
            "(1 + #{|z_i| >= |z|}) / (1 + J) = (1 + \(filtered.rank)) / (1 + \(filtered.count))",
            shown: filtered.rank == 0 ? "at most: no span was as large" : "")
        add(
            "filtered", "lo", .number(filtered.lo), "CAR - q sd, q = \(short(filtered.quantile))",
            shown: ComparisonWords.size(filtered.lo, row.quantity))
        add(
            "filtered", "hi", .number(filtered.hi), "CAR + q sd", shown: ComparisonWords.size(filtered.hi, row.quantity)
        )
    }

    private mutating func tellVerdict() {
        guard let multiplicity = row.multiplicity, let q = row.headlineQ else { return }
        let test = row.headline == nil ? "t/k" : "filtered history"
        add(
            "verdict", "family", .integer(multiplicity.family),
            "rows of this run with the same numeraire, model and window")
        add(
            "verdict", "q", .number(q), "Benjamini-Hochberg over the family, by \(test)",
            shown: row.standsOut ? "stands out" : "not distinguishable from ordinary movement")
    }

    /// Quantiles and a histogram in which the event's own figure is marked.
    private mutating func quantiles(_ step: String, _ values: [Double], own: Double, shown: (Double) -> String) {
        let sorted = values.sorted()
        guard let least = sorted.first, let most = sorted.last, most > least else { return }
        for percent in [1, 5, 25, 50, 75, 95, 99] {
            let value = sorted[min(sorted.count - 1, sorted.count * percent / 100)]
            add(step, "\(percent) %", .number(value), shown: shown(value))
        }
        let bins = 9
        let width = (most - least) / Double(bins)
        var counts = [Int](repeating: 0, count: bins)
        for value in sorted { counts[min(bins - 1, Int((value - least) / width))] += 1 }
        let longest = counts.max() ?? 1
        // The event may lie beyond all that came before it.
        if own < least { add(step, "below", .integer(0), shown: "<- the event: \(shown(own))") }
        for bin in counts.indices {
            let (from, to) = (least + Double(bin) * width, least + Double(bin + 1) * width)
            let isOwn = own >= from && (own < to || bin == bins - 1 && own <= most)
            let bar = String(repeating: "#", count: (counts[bin] * 24 + longest - 1) / longest)
            add(
                step, "\(shown(from)) to \(shown(to))", .integer(counts[bin]),
                shown: bar + (isOwn ? " <- the event: \(shown(own))" : ""))
        }
        if own > most { add(step, "above", .integer(0), shown: "<- the event: \(shown(own))") }
    }

    /// Four significant digits.
    private func short(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return "\(value)" }
        let exponent = Int(log10(abs(value)).rounded(.down))
        if exponent < -4 || exponent > 5 { return "\(fixed(value / pow(10, Double(exponent)), 3))e\(exponent)" }
        return fixed(value, max(0, 3 - exponent))
    }
}
