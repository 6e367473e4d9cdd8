internal import Configuration
internal import Indicators
internal import Vocabulary

/// One rate at the end of a period.
struct RateFigures {
    let series: DatedSeries
    let isStreet: Bool
    /// Of the last day; its value is nil, with the reason in its note, where the rate says nothing of the period.
    let rate: IndicatorValue
    /// Per span of the period, and since the country's own base day as the last one where it has one.
    let lost: [IndicatorValue]
    let before: [IndicatorValue]
    /// The same moves as a rise of the rate.
    let rise: [IndicatorValue]
    let drawdown: IndicatorValue?
    let volatility: IndicatorValue?
    let values: [IndicatorValue]
    let flags: [String]

    var value: Double? { rate.value }

    init(_ series: DatedSeries, _ country: WatchList.Country, _ period: ReportPeriod, isStreet: Bool) throws {
        func figure(_ id: String, on: Day? = nil, base: Day? = nil) throws -> IndicatorValue? {
            try IndicatorCatalogue.indicator(id)
                .answer(IndicatorQuestion([series], on: on ?? period.last, base: base)).first
        }
        self.series = series
        self.isStreet = isStreet
        guard let rate = try figure("rate") else {
            throw Fault("no_answer", "the indicator `rate` gave no row", place: series.key.text)
        }
        self.rate = rate
        let bases = period.spans.map(\.base) + (country.baseDay.map { [$0] } ?? [])
        lost = try bases.compactMap { try figure("value_lost_pct", base: $0) }
        before = try bases.compactMap { try figure("rate", on: $0) }
        drawdown = try figure("drawdown_pct")
        volatility = try figure("vol_30")
        rise = try bases.compactMap { try figure("rate_change_pct", base: $0) }
        let logReturns = try bases.compactMap { try figure("log_return", base: $0) }
        values =
            [rate] + before + [drawdown, volatility, try figure("stale_days")].compactMap(\.self) + lost + rise
            + logReturns
        flags = RateFigures.flags(series, rate, period)
    }

    /// Three months of working days.
    static let flatRows = 60

    /// What a reader must know before believing the figure, in a word each.
    private static func flags(_ series: DatedSeries, _ rate: IndicatorValue, _ period: ReportPeriod) -> [String] {
        var flags: [String] = []
        if let age = rate.ageDays, age >= max(period.length, 2) { flags.append("old") }
        if series.suspects.contains(where: { period.days.contains($0.day) }) { flags.append("suspect") }
        if series.unitScale != 1 { flags.append("unit") }
        if !series.links.isEmpty { flags.append("linked") }
        if let last = series.lastIndex(onOrBefore: period.last), last + 1 >= flatRows,
            series.points[(last + 1 - flatRows)...last].allSatisfy({ $0.value == series.points[last].value })
        {
            flags.append("flat")
        }
        return flags
    }
}
