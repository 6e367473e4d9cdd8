package import Configuration
package import Indicators
package import Rates
package import Vocabulary

/// The rates of a watched country at the end of a period: every figure is the row that indicators.csv has of it.
package struct CountryRates {
    package let country: WatchList.Country
    /// Official ones first, each in the order of watch.toml.
    package let rates: [RateFigures]
    /// What the country is told by: the first rate that says something of the period, else the first of all.
    package let headline: RateFigures?
    /// A street rate beside an official one of the same two currencies.
    package let premium: PremiumFigures?

    /// The rows of indicators.csv.
    package var values: [IndicatorValue] { rates.flatMap(\.values) + (premium?.values ?? []) }
    package var street: RateFigures? {
        rates.first { $0.isStreet && $0.value != nil } ?? rates.first(where: \.isStreet)
    }
    package var official: RateFigures? {
        rates.first { !$0.isStreet && $0.value != nil } ?? rates.first { !$0.isStreet }
    }
}

extension SeriesBook {
    /// Per one unit of the report's base, where the source allows it; else as it is published.
    package func inBase(_ key: SeriesKey, _ base: String, _ currency: String) -> SeriesKey {
        guard key.pair?.base != base, base != currency else { return key }
        let cross = SeriesKey(base: base, quote: currency, measure: key.measure, source: key.source)
        return isKnown(cross) ? cross : key
    }
}

extension CountryRates {
    package init(_ country: WatchList.Country, _ book: SeriesBook, _ period: ReportPeriod, base: String) throws {
        self.country = country
        let keys = (country.official + country.parallel).filter { book.isKnown($0) }
            .map { key in book.inBase(key, base, country.currency) }.uniqued()
        rates = try keys.map { key in
            let street = country.parallel.contains { book.inBase($0, base, country.currency) == key }
            return try RateFigures(try book.series(key), country, period, isStreet: street)
        }
        headline = rates.first { $0.value != nil } ?? rates.first
        premium = try PremiumFigures.first(
            street: rates.filter(\.isStreet), official: rates.filter { !$0.isStreet }, period)
    }
}
