/// The name of a series: `<base>/<quote>:<kind>[.variant][@place]:<source>`, quote units per one base, as the
/// publisher prints it; or `<area>:<indicator>[.variant]:<source>` for what is not a rate.
package struct SeriesKey: Hashable, Comparable, Sendable {
    package let text: String
    /// The two currency codes of a rate; nil for an area's indicator.
    package let pair: Pair?
    /// What stands between the colons: `reference`, `parallel.sell@Damascus`, `cpi_yoy`.
    package let measure: String
    package let source: String

    package struct Pair: Hashable, Sendable {
        package let base: String
        package let quote: String

        package init(base: String, quote: String) {
            self.base = base
            self.quote = quote
        }
    }

    package static let kinds: Set<String> = ["reference", "official", "market", "parallel", "blend"]

    package init(base: String, quote: String, measure: String, source: String) {
        text = "\(base)/\(quote):\(measure):\(source)"
        pair = Pair(base: base, quote: quote)
        self.measure = measure
        self.source = source
    }

    /// Nil where the text is not a key.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let codes = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        switch codes.count {
        case 1: pair = nil
        case 2:
            guard codes.allSatisfy({ SeriesKey.isCurrencyCode($0) }), codes[0] != codes[1] else { return nil }
            let kind = parts[1].prefix { $0 != "." && $0 != "@" }
            guard SeriesKey.kinds.contains(String(kind)) else { return nil }
            pair = Pair(base: String(codes[0]), quote: String(codes[1]))
        default: return nil
        }
        self.text = text
        measure = String(parts[1])
        source = String(parts[2])
    }

    /// Three capital letters, the form of ISO 4217.
    package static func isCurrencyCode(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
    }

    /// The kind of market: reference, official, market, parallel or blend; for an indicator its name.
    package var kind: String { String(measure.prefix { $0 != "." && $0 != "@" }) }

    package static func < (a: SeriesKey, b: SeriesKey) -> Bool { a.text < b.text }
}

extension SeriesKey: CustomStringConvertible {
    package var description: String { text }
}
