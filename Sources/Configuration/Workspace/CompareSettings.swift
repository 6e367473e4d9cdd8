package import Vocabulary

/// What `compare` uses when its command line does not say.
package struct CompareSettings: Sendable, Hashable {
    /// The market: how it moves is what a currency is expected to do on a quiet day.
    package var basket = ["AUD", "BRL", "CAD", "CHF", "EUR", "GBP", "INR", "JPY", "KRW", "MXN", "PLN", "USD", "ZAR"]
    /// In which the value of a currency is measured.
    package var numeraires = ["USD"]
    /// The series that stand for a currency named by an event.
    package var series: [String: [SeriesKey]] = [:]

    /// What holds without a table in the file.
    package init() {}

    init(_ table: Section, _ sources: Set<String>?) {
        if let basket = table.list("basket", .currency) {
            self.basket = basket
            if Set(basket).count < basket.count {
                table.refuse("basket", "a currency stands in `basket` twice", remedy: "name each currency once")
            }
        }
        if let numeraires = table.list("numeraires", .currency) { self.numeraires = numeraires }
        if let mapping = table.section("series") {
            let keys = mapping.namedLists(
                "a currency code such as RUB", isName: { SeriesKey.isCurrencyCode($0) }, .series)
            series = Dictionary(keys, uniquingKeysWith: { $1 })
            for (code, keys) in keys where sources != nil { mapping.requireSources(code, keys, sources ?? []) }
        }
        table.close()
    }
}
