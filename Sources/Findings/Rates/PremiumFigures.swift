package import Indicators
package import Rates
internal import Vocabulary

/// A country's street rate beside its official one, as indicators.csv has them.
package struct PremiumFigures {
    package let street: DatedSeries
    package let official: DatedSeries
    /// Of `premium_pct`; its value is nil, with the reason in its note, where one of the two says nothing.
    package let premium: IndicatorValue
    package let values: [IndicatorValue]

    /// The first street rate and the first official one of the same two currencies that have a premium; where no two of
    /// them have, the first.
    package static func first(
        street: [RateFigures], official: [RateFigures], _ period: ReportPeriod
    ) throws -> PremiumFigures? {
        var silent: PremiumFigures?
        for street in street {
            for official in official where official.series.key.pair == street.series.key.pair {
                guard let found = try PremiumFigures(street.series, official.series, period) else { continue }
                if found.premium.value != nil { return found }
                silent = silent ?? found
            }
        }
        return silent
    }

    private init?(_ street: DatedSeries, _ official: DatedSeries, _ period: ReportPeriod) throws {
        let question = IndicatorQuestion([street, official], on: period.last)
        let values = try ["premium_pct", "conversion_loss_pct"].flatMap {
            try IndicatorCatalogue.indicator($0).answer(question)
        }
        guard let premium = values.first else { return nil }
        (self.street, self.official, self.premium, self.values) = (street, official, premium, values)
    }
}
