package import Configuration
package import Indicators
package import Rates
internal import Vocabulary

/// One rate at the end of a period.
package struct RateFigures {
    package let series: DatedSeries
    package let isStreet: Bool
    /// Of the last day; its value is nil, with the reason in its note, where the rate says nothing of the period.
    package let rate: IndicatorValue
    /// Per span of the period; no value, and the reason in the note, where the rate is printed too seldom for it.
    package let lost: [IndicatorValue]
    package let before: [IndicatorValue]
    /// Since the country's own base day; nil where it has none, or a later one.
    package let lostSinceBase: IndicatorValue?
    /// The same moves as a rise of the rate.
    package let rise: [IndicatorValue]
    package let drawdown: IndicatorValue?
    package let volatility: IndicatorValue?
    package let values: [IndicatorValue]
    package let flags: [String]

    package var value: Double? { rate.value }

    package init(_ series: DatedSeries, _ country: WatchList.Country, _ period: ReportPeriod, isStreet: Bool) throws {
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
        let bases = period.spans.map { period.base($0, of: series) }
        func moves(_ id: String) throws -> [IndicatorValue] {
            try bases.compactMap { base in
                guard var move = try figure(id, base: base) else { return nil }
                if move.value != nil, let reason = series.mismatch(from: base, to: period.last) {
                    (move.value, move.note) = (nil, reason)
                }
                return move
            }
        }
        let baseDay = country.baseDay.flatMap { $0 <= period.last ? $0 : nil }
        lost = try moves("value_lost_pct")
        rise = try moves("rate_change_pct")
        before = try bases.compactMap { try figure("rate", on: $0) }
        lostSinceBase = try baseDay.flatMap { try figure("value_lost_pct", base: $0) }
        drawdown = try figure("drawdown_pct")
        volatility = try figure("vol_30")
        var sinceBase = [lostSinceBase]
        if let baseDay {
            sinceBase.insert(try figure("rate", on: baseDay), at: 0)
            for id in ["rate_change_pct", "log_return"] { sinceBase.append(try figure(id, base: baseDay)) }
        }
        values =
            [rate] + before + [drawdown, volatility, try figure("stale_days")].compactMap(\.self) + lost + rise
            + (try moves("log_return")) + sinceBase.compactMap(\.self)
        flags = RateFigures.flags(series, rate, period)
    }

    /// Three months of working days.
    package static let flatRows = 60

    /// What a reader must know before believing the figure, in a word each.
    private static func flags(_ series: DatedSeries, _ rate: IndicatorValue, _ period: ReportPeriod) -> [String] {
        var flags: [String] = []
        if let age = rate.ageDays, age >= max(period.length, 2) { flags.append("old") }
        if series.suspects.contains(where: { period.days.contains($0.day) }) { flags.append("suspect") }
        let isRescaled = (series.legs.isEmpty ? [series] : series.legs).contains { printed in
            printed.bounded(from: period.last.adding(months: -12), to: period.last).points
                .contains { abs($0.value / $0.printedValue - 1) > 1e-9 }
        }
        if isRescaled { flags.append("unit") }
        if let since = series.openUnitSince, since <= period.last { flags.append("old unit") }
        if !series.links.isEmpty { flags.append("linked") }
        if let last = series.lastIndex(onOrBefore: period.last), last + 1 >= flatRows,
            series.points[(last + 1 - flatRows)...last].allSatisfy({ $0.value == series.points[last].value })
        {
            flags.append("flat")
        }
        return flags
    }
}

extension ReportPeriod {
    /// Where a span of a series is counted from: a series that begins within a long period is told from its first rate.
    fileprivate func base(_ span: Span, of series: DatedSeries) -> Day {
        guard kind == .range, span.base == first - 1, let begin = series.points.first?.day, days.contains(begin) else {
            return span.base
        }
        return begin
    }
}
