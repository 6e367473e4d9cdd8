internal import Vocabulary

/// What an event is compared with: a series, and the currency or area that it is about.
struct Subject: Hashable, Sendable {
    /// As it is printed; the currency code where no series is configured for it.
    var name: String
    var currency: String
    /// ISO 3166-1 alpha-2, of an indicator of an area.
    var area = ""
    var quantity = Quantity.change
    /// Its table's number; nil where there is no series.
    var table: Int?
}

/// The subjects of every event, found once per currency however many events name it.
struct SubjectIndex: Sendable {
    private let restricts: Bool
    /// With `--series`: those asked for.
    private let only: [Subject]
    private let byCurrency: [String: [Subject]]

    init(_ comparison: Comparison) {
        let tables = comparison.tables
        func table(_ key: SeriesKey) -> Int? { tables.firstIndex { $0.covers(key) } }
        func subjects(_ key: SeriesKey, _ currency: String) -> [Subject] {
            let found = table(key)
            if let lone = found.flatMap({ tables[$0].lone }) {
                return [
                    Subject(
                        name: lone.name, currency: lone.currency, area: lone.area, quantity: lone.quantity, table: found
                    )
                ]
            }
            return comparison.quantities.filter { $0 != .premium }.map { quantity in
                let name = quantity == .change ? key.text : "\(quantity.rawValue)(\(key.text))"
                return Subject(name: name, currency: currency, quantity: quantity, table: found)
            }
        }
        let premiums = tables.indices.compactMap { index -> Subject? in
            guard let lone = tables[index].lone, lone.quantity == .premium else { return nil }
            return Subject(name: lone.name, currency: lone.currency, quantity: .premium, table: index)
        }
        restricts = !comparison.only.isEmpty
        only = comparison.only.flatMap { subjects($0, comparison.studied($0)) } + (restricts ? premiums : [])
        var byCurrency: [String: [Subject]] = [:]
        for currency in Set(comparison.events.flatMap(\.currencies)) {
            let configured = comparison.seriesByCurrency[currency] ?? []
            let keys =
                restricts
                ? comparison.only.filter { configured.contains($0) || comparison.studied($0) == currency } : configured
            byCurrency[currency] =
                keys.flatMap { subjects($0, currency) } + premiums.filter { $0.currency == currency }
        }
        self.byCurrency = byCurrency
    }

    /// An event that names several currencies is compared with the series of each, and with those of its countries; one
    /// that names none, with what `--series` names.
    func subjects(of event: NewsEvent) -> [Subject] {
        let ofAreas = only.filter { !$0.area.isEmpty && (event.countries.isEmpty || event.countries.contains($0.area)) }
        guard event.currencies.isEmpty else {
            return event.currencies.flatMap { currency -> [Subject] in
                let found = byCurrency[currency] ?? []
                return found.isEmpty && !restricts ? [Subject(name: currency, currency: currency)] : found
            } + ofAreas
        }
        // Nothing to compare with is said in a row, not by the row's absence.
        return restricts ? only.filter(\.area.isEmpty) + ofAreas : [Subject(name: "", currency: "")]
    }

    /// Every subject that any of the events has.
    func all(_ events: [NewsEvent]) -> [Subject] {
        var seen: Set<Subject> = []
        return (only + byCurrency.sorted { $0.key < $1.key }.flatMap(\.value)).filter { seen.insert($0).inserted }
    }
}
