package import Vocabulary

/// What is to be compared with what: events, the sources' rates, and the choices of rule, numeraire, model and window.
package struct Comparison: Sendable {
    /// Thirteen widely traded currencies whose mean return stands for the market; configuration may name others.
    package static let usualBasket = [
        "AUD", "BRL", "CAD", "CHF", "EUR", "GBP", "INR", "JPY", "KRW", "MXN", "PLN", "USD", "ZAR",
    ]

    package var events: [NewsEvent]
    package var tables: [RateTable]
    /// Per currency code the series that stand for it; events name currencies.
    package var seriesByCurrency: [String: [SeriesKey]]
    /// Restricts to these series, and serves events that name no currency; empty: no restriction.
    package var only: [SeriesKey] = []
    /// All events that may confound; those compared where none are given.
    package var knownEvents: [NewsEvent] = []
    package var afterFix = [0, 1]
    package var numeraires = ["USD"]
    package var models = NormalModel.allCases
    package var windows = EventWindow.usual
    package var basket = Comparison.usualBasket
    /// What of each series is compared.
    package var quantities: [Quantity] = [.change]
    /// Whether rows around earlier events of the same country are kept out of the estimation.
    package var cleansEstimation = false

    package init(events: [NewsEvent], tables: [RateTable], seriesByCurrency: [String: [SeriesKey]]) {
        self.events = events
        self.tables = tables
        self.seriesByCurrency = seriesByCurrency
    }

    /// Every row asked for, in the order of the events, then series, rule, numeraire, model and window as given.
    package func rows() throws -> [ComparisonRow] {
        let study = try study()
        // Few events at a time, whatever the number of processors.
        let share = 8
        let measured = try concurrently((events.count + share - 1) / share) { part in
            var found: [MeasuredWindow] = []
            study.each(events[part * share..<min(events.count, part * share + share)]) { placed, measurement in
                for model in models {
                    for window in windows { found.append(placed.measured(measurement, model, window)) }
                }
            }
            return found
        }
        return ComparisonRow.rows(measured.flatMap(\.self))
    }

    func study() throws -> Study {
        guard basket.count <= Basket.most else {
            throw Fault(
                "bad_basket", "the basket has \(basket.count) currencies", place: "--basket",
                remedy: "Give at most \(Basket.most).")
        }
        guard afterFix.allSatisfy({ $0 == 0 || $0 == 1 }) else {
            throw Fault("bad_rule", "after_fix is 0 or 1", place: "--after-fix", remedy: "Give 0, 1 or 0,1.")
        }
        return Study(self)
    }
}

extension Comparison {
    /// Whether any of the sources has a currency.
    package func quotes(_ currency: String) -> Bool { tables.contains { $0.has(currency) } }

    /// The currency a rate is about: its quote. Where a source prints what others cost in its own currency, as in USD/RUB
    /// and KZT/RUB, it is the base, unless values are counted in that: USD/RUB in dollars is about the rouble.
    package func studied(_ key: SeriesKey) -> String { studied(key, in: numeraires) }

    func studied(_ key: SeriesKey, in numeraires: [String]) -> String {
        guard let pair = key.pair else { return "" }
        let common = tables.first { $0.covers(key) }?.common
        return pair.quote == common && !numeraires.contains(pair.base) ? pair.base : pair.quote
    }
}

extension Comparison {
    /// The series that stand for a currency: those configured, or those of `only` that are about it.
    func keys(of currency: String) -> [SeriesKey] {
        let configured = seriesByCurrency[currency] ?? []
        return only.isEmpty ? configured : only.filter { configured.contains($0) || studied($0) == currency }
    }

    /// How many events have no row at all, because `only` restricts to other currencies and countries.
    package var eventsWithoutSubject: Int {
        guard !only.isEmpty else { return 0 }
        let lone = tables.compactMap(\.lone)
        let served = Set(events.flatMap(\.currencies).uniqued().filter { !keys(of: $0).isEmpty } + lone.map(\.currency))
        let areas = Set(lone.map(\.area)).subtracting([""])
        return events.count { event in
            !event.currencies.isEmpty && served.isDisjoint(with: event.currencies)
                && (areas.isDisjoint(with: event.countries) && (areas.isEmpty || !event.countries.isEmpty))
        }
    }
}

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
        return asked.flatMap { question, model in
            let members = PoolMembers(placed[question] ?? [], model)
            return windows.map { window in
                let row = PoolRow(
                    tag: pool.tag, direction: pool.direction, measure: pool.measure, stage: pool.stage, afterFix: rule,
                    quantity: question.quantity, numeraire: question.numeraire, model: model, window: window,
                    entries: [])
                return members.tested(row, least: least, seed: seed)
            }
        }
    }
}

/// What the entries of one pooled test share.
private struct PoolQuestion: Hashable {
    var quantity: Quantity
    var numeraire: String
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
