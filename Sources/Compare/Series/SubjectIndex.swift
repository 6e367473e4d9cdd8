internal import Vocabulary

/// The subjects of every event, found once per currency however many events name it.
struct SubjectIndex: Sendable {
    private let restricts: Bool
    /// With `--series`: those asked for.
    private let only: [Subject]
    private let byCurrency: [String: [Subject]]
    private let numeraires: [String]
    /// Of what has no series.
    private let quantity: Quantity

    init(_ comparison: Comparison) {
        var library = ReturnLibrary(comparison)
        func subjects(_ key: SeriesKey, _ currency: String) -> [Subject] {
            let table = comparison.tables.firstIndex { $0.covers(key) }
            if let table, let lone = comparison.tables[table].lone { return [library.subject(lone, table: table)] }
            return comparison.quantities.filter { $0 != .premium }.map { quantity in
                let name = quantity == .change ? key.text : "\(quantity.rawValue)(\(key.text))"
                return library.subject(name: name, currency: currency, quantity: quantity, table: table)
            }
        }
        let premiums = comparison.tables.indices.compactMap { table in
            comparison.tables[table].lone.flatMap {
                $0.quantity == .premium ? library.subject($0, table: table) : nil
            }
        }
        numeraires = comparison.numeraires
        quantity = comparison.quantities.first ?? .change
        restricts = !comparison.only.isEmpty
        only = comparison.only.flatMap { subjects($0, comparison.studied($0)) } + (restricts ? premiums : [])
        var byCurrency: [String: [Subject]] = [:]
        for currency in Set(comparison.events.flatMap(\.currencies)) {
            byCurrency[currency] =
                comparison.keys(of: currency).flatMap { subjects($0, currency) }
                + premiums.filter { $0.currency == currency }
        }
        self.byCurrency = byCurrency
    }

    /// An event that names several currencies is compared with the series of each, and with those of its countries; one
    /// that names none, with what `--series` names.
    func subjects(of event: NewsEvent) -> [Subject] {
        let ofAreas = only.filter { !$0.area.isEmpty && (event.countries.isEmpty || event.countries.contains($0.area)) }
        guard event.currencies.isEmpty else {
            return event.currencies.uniqued().flatMap { currency -> [Subject] in
                let found = byCurrency[currency] ?? []
                return found.isEmpty && !restricts
                    ? [missing(currency)] : found
            } + ofAreas
        }
        // Nothing to compare with is said in a row, not by the row's absence.
        return restricts
            ? only.filter(\.area.isEmpty) + ofAreas : [missing("")]
    }

    private func missing(_ currency: String) -> Subject {
        Subject(name: currency, currency: currency, quantity: quantity, numeraires: numeraires)
    }
}
