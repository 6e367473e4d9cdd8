internal import Store
internal import Vocabulary

extension SeriesBook {
    /// Every rate of a currency against a base, of all kinds and sources: units of the currency per one of the base, also
    /// where the publisher prints it the other way round or only against a third currency.
    package func rates(of currency: String, per base: String) throws -> [DatedSeries] {
        let markets = published.map(\.key).filter { $0.pair?.base == currency || $0.pair?.quote == currency }
        let keys = Set(
            markets.map { SeriesKey(base: base, quote: currency, measure: $0.measure, source: $0.source) })
        return try keys.sorted().filter { isKnown($0) }.map { try series($0) }
    }
}
