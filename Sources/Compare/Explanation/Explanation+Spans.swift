/// Where the event's figure lies among all earlier ones.
extension Explanation {
    mutating func tellPlacebo(_ test: WindowTest, _ car: Double, _ sums: [Double]) {
        add(
            "placebo", "J", .count(test.placeboCount),
            "sums S of \(row.window.count) consecutive residuals: L - n + 1")
        quantiles("placebo", sums, own: car, .quantity)
        add(
            "placebo", "p", figure(test.placeboP),
            "(1 + #{|S| >= |CAR|}) / (1 + J) = (1 + \(sums.count { abs($0) >= abs(car) })) / (1 + \(sums.count))")
        add(
            "placebo", "rank", test.rank.map { .count($0) } ?? .none, "#{|S| >= |CAR|/k}",
            told: test.rank.map { .rank($0, of: test.placeboCount) } ?? .none)
        add("placebo", "p scaled by k", figure(test.placeboPTurbulent), "(1 + rank) / (1 + J)")
    }

    mutating func tellFiltered(_ measurement: Measurement, _ model: NormalModel, _ window: EventWindow) {
        let rows = window.rows(around: measurement.dayZero.row)
        guard let filtered = row.filtered, let path = measurement.path(model, rows) else {
            add("filtered", "withheld", .none, "it needs \(FilteredHistory.leastReturns) returns in rows [-510,-11]")
            return
        }
        let moves = path.count(before: rows.lowerBound, measurement.returns)
        add("filtered", "M", .count(moves), "residuals of rows [-510,-11] and abnormal returns up to the window")
        add("filtered", "alpha", .number(filtered.alpha))
        if model == .market { add("filtered", "beta", .number(filtered.beta)) }
        add(
            "filtered", "v", .number(path.variances[moves]),
            "v <- 0.96 v + 0.04 f^2, after the last row before the window",
            told: .deviation(path.variances[moves].squareRoot()))
        add("filtered", "sd", .number(filtered.sd), "sqrt(n v)")
        add(
            "filtered", "CAR", .number(filtered.car), "by this fit",
            told: .figure(filtered.car, .quantity))
        add("filtered", "z", .number(filtered.z), "CAR/sd = \(short(filtered.car)) / \(short(filtered.sd))")
        add("filtered", "J", .count(filtered.count), "earlier spans measured the same way, after 30 to warm up")
        let n = Double(window.count)
        let runs = Sums.runs(path.moves[..<moves], length: window.count)
        let z = (FilteredHistory.warmUp..<runs.count).map { runs[$0] / (n * path.variances[$0]).squareRoot() }
        quantiles("filtered", z, own: filtered.z, .deviations)
        add(
            "filtered", "p", .number(filtered.p),
            "(1 + #{|z_i| >= |z|}) / (1 + J) = (1 + \(filtered.rank)) / (1 + \(filtered.count))",
            told: filtered.rank == 0 ? .bound : .none)
        add(
            "filtered", "lo", .number(filtered.lo), "CAR - q sd, q = \(short(filtered.quantile))",
            told: .figure(filtered.lo, .quantity))
        add(
            "filtered", "hi", .number(filtered.hi), "CAR + q sd", told: .figure(filtered.hi, .quantity)
        )
    }

    /// Quantiles and a histogram in which the event's own figure is marked.
    private mutating func quantiles(_ step: String, _ values: [Double], own: Double, _ measure: ExplainedLine.Measure) {
        let sorted = values.sorted()
        guard let least = sorted.first, let most = sorted.last, most > least else { return }
        for percent in [1, 5, 25, 50, 75, 95, 99] {
            let value = sorted[min(sorted.count - 1, sorted.count * percent / 100)]
            add(step, "\(percent) %", .number(value), told: .figure(value, measure))
        }
        let bins = 9
        let width = (most - least) / Double(bins)
        var counts = [Int](repeating: 0, count: bins)
        for value in sorted { counts[min(bins - 1, Int((value - least) / width))] += 1 }
        let longest = counts.max() ?? 1
        // The event may lie beyond all that came before it.
        if own < least { add(step, "below", .count(0), told: .beyond(own, measure)) }
        for bin in counts.indices {
            let (from, to) = (least + Double(bin) * width, least + Double(bin + 1) * width)
            let isOwn = own >= from && (own < to || bin == bins - 1 && own <= most)
            add(
                step, .bar(from: from, to: to, measure), .count(counts[bin]),
                told: .bar((counts[bin] * 24 + longest - 1) / longest, own: isOwn ? own : nil, measure))
        }
        if own > most { add(step, "above", .count(0), told: .beyond(own, measure)) }
    }

    private func figure(_ value: Double?) -> ExplainedLine.Value { value.map { .number($0) } ?? .none }
}
