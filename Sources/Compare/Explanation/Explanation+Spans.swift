internal import Tables
internal import Vocabulary

/// Where the event's figure lies among all earlier ones.
extension Explanation {
    mutating func tellPlacebo(_ test: WindowTest, _ car: Double, _ sums: [Double]) {
        add(
            "placebo", "J", .integer(test.placeboCount),
            "sums S of \(row.window.count) consecutive residuals: L - n + 1")
        let quantity = row.quantity
        quantiles("placebo", sums, own: car) { ComparisonWords.size($0, quantity) }
        add(
            "placebo", "p", Cell(test.placeboP),
            "(1 + #{|S| >= |CAR|}) / (1 + J) = (1 + \(sums.count { abs($0) >= abs(car) })) / (1 + \(sums.count))")
        add(
            "placebo", "rank", Cell(test.rank), "#{|S| >= |CAR|/k}",
            shown: test.rank.map { "\($0) of \(test.placeboCount)" } ?? "")
        add("placebo", "p scaled by k", Cell(test.placeboPTurbulent), "(1 + rank) / (1 + J)")
    }

    mutating func tellFiltered(_ measurement: Measurement, _ model: NormalModel, _ window: EventWindow) {
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
            shown: "\(Wording.fixed(100 * path.variances[moves].squareRoot(), 3)) % a row")
        add("filtered", "sd", .number(filtered.sd), "sqrt(n v)")
        add(
            "filtered", "CAR", .number(filtered.car), "by this fit",
            shown: ComparisonWords.size(filtered.car, row.quantity))
        add("filtered", "z", .number(filtered.z), "CAR/sd = \(short(filtered.car)) / \(short(filtered.sd))")
        add("filtered", "J", .integer(filtered.count), "earlier spans measured the same way, after 30 to warm up")
        let n = Double(window.count)
        let runs = Sums.runs(path.moves[..<moves], length: window.count)
        let z = (FilteredHistory.warmUp..<runs.count).map { runs[$0] / (n * path.variances[$0]).squareRoot() }
        quantiles("filtered", z, own: filtered.z) { Wording.fixed($0, 1) }
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
}
