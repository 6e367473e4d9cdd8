internal import Vocabulary

extension Comparison {
    /// Every pool asked for, by every rule, numeraire, model and window.
    ///
    /// - Parameters:
    ///   - least: how many entries a test needs.
    ///   - seed: of the sign flips.
    package func pooled(_ pools: [Pool], least: Int, seed: UInt64) throws -> [PoolRow] {
        var rows: [PoolRow] = []
        for pool in pools {
            var own = self
            own.events = pool.events
            for rule in afterFix {
                own.afterFix = [rule]
                rows += try own.pooled(pool, rule: rule, least: least, seed: seed)
            }
        }
        rows.countFamilies()
        return rows
    }

    private func pooled(_ pool: Pool, rule: Int, least: Int, seed: UInt64) throws -> [PoolRow] {
        // Never a premium with a return, nor what is counted in dollars with what is counted in euros.
        var order: [PoolQuestion] = quantities.flatMap { quantity in
            quantity == .premium ? [] : numeraires.map { PoolQuestion(quantity: quantity, numeraire: $0) }
        }
        var placed: [PoolQuestion: [(PlacedEvent, Measurement)]] = [:]
        try study().each(events[...]) { event, measurement in
            guard let measurement else { return }
            let question = PoolQuestion(quantity: event.quantity, numeraire: event.numeraire)
            if !order.contains(question) { order.append(question) }
            placed[question, default: []].append((event, measurement))
        }
        let asked = order.flatMap { question in models.map { (question, $0) } }
        // Correlations are many; what one numeraire and model have is asked of no other.
        return try asked.flatMap { question, model in
            let members = PoolMembers(placed[question] ?? [], model)
            return try windows.map { window in
                let row = PoolRow(
                    tag: pool.tag, direction: pool.direction, measure: pool.measure, stage: pool.stage, afterFix: rule,
                    quantity: question.quantity, numeraire: question.numeraire, model: model, window: window,
                    entries: [])
                return try members.tested(row, least: least, seed: seed)
            }
        }
    }
}

/// What the entries of one pooled test share.
private struct PoolQuestion: Hashable {
    var quantity: Quantity
    var numeraire: String
}

/// The entries of one pool in one numeraire by one model, each (series, day 0) once.
private struct PoolMembers {
    private let entries: [PoolEntry]
    private let model: NormalModel
    private let correlations: [Double]

    init(_ placed: [(PlacedEvent, Measurement)], _ model: NormalModel) {
        struct Once: Hashable {
            var series: String
            var day: Day?
        }
        var seen: Set<Once> = []
        let entries = placed.compactMap { place, measurement in
            seen.insert(Once(series: place.series, day: place.dayZero?.day)).inserted
                ? PoolEntry(place, measurement, model) : nil
        }
        // Row by row of the triangle above the diagonal.
        var correlations: [Double] = []
        for a in entries.indices {
            for b in entries.indices where b > a { correlations.append(entries[a].correlation(with: entries[b])) }
        }
        self.entries = entries
        self.model = model
        self.correlations = correlations
    }

    func tested(_ asked: PoolRow, least: Int, seed: UInt64) throws -> PoolRow {
        var row = asked
        var (chosen, items): ([Int], [PooledTests.Item]) = ([], [])
        for (index, entry) in entries.enumerated() {
            let (_, figures) = entry.measurement.measure(model, asked.window)
            // A window that is not whole, or a managed currency, has no t and leaves the pool.
            guard let figures, let test = figures.test, let car = figures.car, let day = entry.placed.dayZero?.day
            else {
                continue
            }
            chosen.append(index)
            row.entries.append(.init(event: entry.event, series: entry.placed.series, day: day, car: car))
            items.append(
                .init(
                    scar: test.t, car: car, df: figures.fit.df,
                    positiveShare: Double(entry.residuals.count { $0 > 0 }) / Double(entry.residuals.count)))
        }
        guard chosen.count >= max(2, least) else { return row }
        let tests = PooledTests(items)
        let rbar = meanCorrelation(chosen)
        let isExact = items.count <= SignFlip.mostExact
        row.figures = PoolRow.Figures(
            caar: tests.caar, crossSectional: tests.crossSectional, patell: tests.patell, bmp: tests.bmp, rbar: rbar,
            kolariPynnonen: tests.kolariPynnonen(rbar: rbar),
            corrado: Corrado.z(chosen.map { entries[$0] }, asked.window),
            positive: tests.positive, positiveShare: tests.positiveShare, sign: tests.sign,
            signFlipP: SignFlip.p(items.map(\.scar), seed: seed), seed: isExact ? nil : seed)
        return row
    }

    private func meanCorrelation(_ chosen: [Int]) -> Double {
        var sum = 0.0
        for (place, a) in chosen.enumerated() {
            let start = a * entries.count - a * (a + 1) / 2
            for b in chosen[(place + 1)...] { sum += correlations[start + b - a - 1] }
        }
        return sum / Double(chosen.count * (chosen.count - 1) / 2)
    }
}

extension [PoolRow] {
    /// q-values of the pools that share numeraire, model and window.
    fileprivate mutating func countFamilies() {
        var families: [WindowFamily: [Int]] = [:]
        for index in indices where self[index].kolariPynnonenP != nil {
            let row = self[index]
            families[WindowFamily(numeraire: row.numeraire, model: row.model, window: row.window), default: []]
                .append(index)
        }
        for family in families.values {
            let q = FalseDiscovery.qValues(family.compactMap { self[$0].kolariPynnonenP })
            for (index, q) in zip(family, q) { (self[index].q, self[index].family) = (q, family.count) }
        }
    }
}
