/// What a publisher's own name of a currency stands for, as a feed file writes it: `[QUOTE per ][N ]BASE[:measure]`.
/// `10 IRR` is a toman; `USD per EUR` turns a quote the other way round; `ARS per USD:official.com3500` has a measure.
package struct QuotedCode: Sendable, Hashable {
    package var code: String
    /// Given where the name says which way round its quote is.
    package var quote: String?
    /// Units of the code in one of what is named.
    package var nominal = 1
    package var measure: String?

    package init(code: String) { self.code = code }

    /// Nil where the text has another form.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard !parts[1].isEmpty else { return nil }
            measure = String(parts[1])
        }
        var words = parts[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words.count >= 3, words[1] == "per" {
            guard SeriesKey.isCurrencyCode(words[0]) else { return nil }
            quote = words[0]
            words.removeFirst(2)
        }
        if words.count == 2 {
            guard let units = Int(words[0]), (1...1_000_000_000).contains(units) else { return nil }
            nominal = units
            words.removeFirst()
        }
        guard words.count == 1, SeriesKey.isCurrencyCode(words[0]) else { return nil }
        code = words[0]
    }
}
