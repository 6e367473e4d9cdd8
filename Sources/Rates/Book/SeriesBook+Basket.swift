internal import Store
package import Vocabulary

extension SeriesBook {
    /// The published series whose names match a pattern such as `US:cpi_yoy:*`; none is no fault.
    package func matching(_ pattern: String) -> [SeriesKey] {
        published.map(\.key).filter { Pattern.matches($0.text, pattern) }
    }

    /// One currency priced in several others by one source: published series, or crosses between them.
    package func basket(of home: String, in currencies: [String], source: String?) throws -> [SeriesKey] {
        var origins: [(source: String, measure: String)] = []
        for key in published.map(\.key) where key.pair != nil && (source == nil || key.source == source) {
            if !origins.contains(where: { $0 == (key.source, key.measure) }) {
                origins.append((key.source, key.measure))
            }
        }
        let found = origins.map { origin in
            currencies.compactMap { currency in
                [(home, currency), (currency, home)].lazy
                    .map { SeriesKey(base: $0.0, quote: $0.1, measure: origin.measure, source: origin.source) }
                    .first { self.isKnown($0) }
            }
        }.filter { $0.count == currencies.count }
        guard let first = found.first else {
            throw Fault(
                "usage",
                "no source in the ledger prices \(home) in \(currencies.joined(separator: ", "))"
                    + (source.map { "; \($0) was asked for" } ?? ""),
                remedy: "Give a series for each: --series \(home)/\(currencies.first ?? "EUR"):reference:SOURCE.")
        }
        guard found.count == 1 else {
            let names = found.compactMap { $0.first.map { "\($0.measure) of \($0.source)" } }
            throw Fault(
                "usage", "several sources price \(home) in this basket: \(names.joined(separator: ", "))",
                remedy: "Name one with --set source=…, or give a series for each currency.")
        }
        return first
    }
}
