/// What of a series is compared with events.
package enum Quantity: String, Sendable, CaseIterable {
    /// The log return of a currency's value.
    case change = "return"
    /// How much it moved, in whichever direction: the size of the log return.
    case volatility
    /// The log change of a street rate over an official one.
    case premium
    /// The change of a series that can be zero or negative, in its own unit.
    case difference

    /// Those that a command line may name; a difference follows from the series.
    package static let asked: [Quantity] = [.change, .volatility, .premium]

    /// Whether `100 (exp(x) - 1)` is a percentage of something.
    package var isLogarithmic: Bool { self == .change || self == .premium }
}

/// A series without others beside it: it has no numeraire and no market.
package struct LoneSeries: Sendable, Hashable {
    /// As it is printed.
    package var name: String
    /// The currency it is about; empty where it is about none.
    package var currency: String
    /// ISO 3166-1 alpha-2, of an indicator of an area; empty otherwise.
    package var area: String
    package var quantity: Quantity

    package init(name: String, currency: String = "", area: String = "", quantity: Quantity) {
        self.name = name
        self.currency = currency
        self.area = area
        self.quantity = quantity
    }
}
