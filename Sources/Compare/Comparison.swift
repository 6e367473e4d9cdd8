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

    package init(events: [NewsEvent], tables: [RateTable], seriesByCurrency: [String: [SeriesKey]]) {
        self.events = events
        self.tables = tables
        self.seriesByCurrency = seriesByCurrency
    }

    /// Every row asked for, in the order of the events, then series, rule, numeraire, model and window as given.
    package func rows() throws -> [ComparisonRow] {
        let study = try study()
        var rows: [ComparisonRow] = []
        for event in events {
            for subject in subjects(of: event) {
                for rule in DayZero.rules(event, asked: afterFix) {
                    for numeraire in numeraires {
                        let placed = study.place(event, subject, rule: rule, numeraire: numeraire)
                        for model in models {
                            rows += windows.map { placed.row(model, $0) }
                        }
                    }
                }
            }
        }
        rows.countFamilies()
        return rows
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

/// A series, and the currency whose value it is asked for.
struct Subject: Hashable {
    /// Nil where no series is configured for the currency.
    var key: SeriesKey?
    var currency: String
}

extension Comparison {
    /// The series an event is compared with: one that names several currencies is compared with each.
    func subjects(of event: NewsEvent) -> [Subject] {
        guard !event.currencies.isEmpty else {
            // Nothing to compare with is said in a row, not by the row's absence.
            return only.isEmpty
                ? [Subject(key: nil, currency: "")] : only.map { Subject(key: $0, currency: studied($0)) }
        }
        return event.currencies.flatMap { currency -> [Subject] in
            let configured = seriesByCurrency[currency] ?? []
            guard !only.isEmpty else {
                return configured.isEmpty
                    ? [Subject(key: nil, currency: currency)]
                    : configured.map { Subject(key: $0, currency: currency) }
            }
            return only.filter { configured.contains($0) || studied($0) == currency }
                .map { Subject(key: $0, currency: currency) }
        }
    }

    /// The currency a series is about: of a pair the one that is not common to its source's table.
    func studied(_ key: SeriesKey) -> String {
        guard let pair = key.pair else { return "" }
        let common = tables.first { $0.covers(key) }?.common
        return pair.quote == common ? pair.base : pair.quote
    }
}
