internal import Configuration
internal import Indicators
internal import Operations
internal import Vocabulary

extension WeeklyReport {
    /// What a country's street rate says beside its official one.
    private static let twoRates = ["premium_pct", "conversion_loss_pct"]

    /// Per one unit of the report's base, where the source allows it; else as it is published.
    func inBase(_ key: SeriesKey, of country: WatchList.Country) -> SeriesKey {
        let base = workspace.settings.workspace.report.base
        guard key.pair?.base != base, base != country.currency else { return key }
        let cross = SeriesKey(base: base, quote: country.currency, measure: key.measure, source: key.source)
        return book.isKnown(cross) ? cross : key
    }

    /// The first parallel rate and the first official one of the same two currencies that have a premium this week;
    /// where no two of them have, the first that the ledger knows.
    private func twoMarkets(_ country: WatchList.Country) throws -> [DatedSeries]? {
        func known(_ keys: [SeriesKey]) -> [SeriesKey] {
            keys.filter { book.isKnown($0) }.map { inBase($0, of: country) }
        }
        let premium = try IndicatorCatalogue.indicator("premium_pct")
        let official = known(country.official)
        var silent: [DatedSeries]?
        for parallel in known(country.parallel) {
            for same in official where same.pair == parallel.pair {
                let markets = [try book.series(parallel), try book.series(same)]
                let answer = try premium.answer(IndicatorQuestion(markets, on: week.last)).first
                if answer?.value != nil { return markets }
                silent = silent ?? markets
            }
        }
        return silent
    }

    /// The rows of indicators.csv that hold the two markets of a country against one another.
    func premiumValues(_ country: WatchList.Country) throws -> [IndicatorValue] {
        guard let markets = try twoMarkets(country) else { return [] }
        return try WeeklyReport.twoRates.flatMap {
            try IndicatorCatalogue.indicator($0).answer(IndicatorQuestion(markets, on: week.last))
        }
    }

    /// One sentence on the distance between a country's two markets, with the age of either rate; nil where one of
    /// them is in no feed of the ledger.
    func premiumWords(_ country: WatchList.Country) throws -> String? {
        guard let markets = try twoMarkets(country), let premium = try premiumValues(country).first else { return nil }
        let (parallel, official) = (markets[0], markets[1])
        guard let value = premium.value else {
            return "No premium of \(parallel.key) over \(official.key) for this week: \(premium.note)."
        }
        func dated(_ series: DatedSeries) -> String {
            guard let at = series.lastIndex(onOrBefore: week.last) else { return series.key.text }
            let point = series.points[at]
            return "\(series.key), \(Wording.rate(point.value)) \(series.unit) on \(point.day), "
                + "\(Wording.count(week.last - point.day, "day", "days")) old"
        }
        // A fall of either unit is no premium: the figure is of one unit, and the two rates are printed as they are.
        let isScaled = parallel.unitScale != official.unitScale
        return "The \(parallel.key.kind) rate (\(dated(parallel))) stood \(Wording.percent(abs(value))) "
            + "\(value < 0 ? "below" : "above") the \(official.key.kind) one (\(dated(official)))"
            + (isScaled ? ", both brought to one unit." : ".") + (try switchWords(parallel, official))
    }

    /// A source that stepped from one market's level onto the other's shows a loss that no holder of the currency had:
    /// figures across that day compare two kinds of rate.
    private func switchWords(_ parallel: DatedSeries, _ official: DatedSeries) throws -> String {
        let weeks = WeeklyReport.spans.map(\.weeks).max() ?? 0
        let question = IndicatorQuestion(
            [official, parallel], from: week.last - 7 * (weeks + 1), to: week.last)
        let found = try IndicatorCatalogue.indicator("regime_switch").answer(question)
        guard let last = found.last, let day = last.date else { return "" }
        return " On \(day) \(official.key) \(last.note): figures across that day compare two kinds of rate."
    }
}
