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
    /// Values after it that are suspect and left out.
    let laterSuspects: Int
    /// The returns in each numeraire; empty where there is no series.
    let measured: [MeasuredSeries]
    /// As they were asked for; one that is empty for a series that no numeraire changes.
    let numeraires: [String]

    init(
        name: String, currency: String, area: String = "", quantity: Quantity = .change, table: Int? = nil,
        lastDay: Day? = nil, laterSuspects: Int = 0, measured: [MeasuredSeries] = [], numeraires: [String]
    ) {
        (self.name, self.currency, self.area, self.quantity) = (name, currency, area, quantity)
        (self.table, self.lastDay, self.laterSuspects) = (table, lastDay, laterSuspects)
        (self.measured, self.numeraires) = (measured, numeraires)
    }
}
