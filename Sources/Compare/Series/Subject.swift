internal import Synchronization
internal import Vocabulary

/// What an event is compared with: a series, and the currency or area that it is about.
final class Subject: Sendable {
    /// As it is printed; the currency code where no series is configured for it.
    let name: String
    let currency: String
    /// ISO 3166-1 alpha-2, of an indicator of an area.
    let area: String
    let quantity: Quantity
    /// Its table's number; nil where there is no series.
    let table: Int?
    /// The last day on which it has a value.
    let lastDay: Day?
    /// The returns in each numeraire; empty where there is no series.
    let measured: [MeasuredSeries]
    /// As they were asked for; one that is empty for a series that no numeraire changes.
    let numeraires: [String]

    init(
        name: String, currency: String, area: String = "", quantity: Quantity = .change, table: Int? = nil,
        lastDay: Day? = nil, measured: [MeasuredSeries] = [], numeraires: [String]
    ) {
        (self.name, self.currency, self.area, self.quantity) = (name, currency, area, quantity)
        (self.table, self.lastDay) = (table, lastDay)
        (self.measured, self.numeraires) = (measured, numeraires)
    }
}

/// The returns of one subject in one numeraire, and the basket beside them.
final class MeasuredSeries: Sendable {
    /// Nil where the source lacks the currency or the numeraire.
    let returns: Returns?
    let basket: Basket
    let days: [Day]
    private let known = Mutex<ManagedSteps?>(nil)

    /// The steps of the whole series, found when first asked for.
    var steps: ManagedSteps? {
        guard let returns else { return nil }
        return known.withLock { known in
            let found = known ?? ManagedSteps(returns, days: days)
            known = found
            return found
        }
    }

    init(returns: Returns?, basket: Basket, days: [Day]) {
        (self.returns, self.basket, self.days) = (returns, basket, days)
    }
}

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
