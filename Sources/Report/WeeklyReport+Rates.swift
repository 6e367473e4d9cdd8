internal import Configuration
internal import Indicators
internal import Operations
internal import Tables
internal import Vocabulary

extension WeeklyReport {
    /// Weeks back from the end of the reported one, and what a column calls them.
    static let spans: [(weeks: Int, name: String)] = [
        (1, "1 wk"), (2, "2 wks"), (4, "4 wks"), (52, "52 wks"),
    ]

    /// The rate of a watched country against the report's base: the cross through its source, where there is one. A
    /// country without an official rate in the ledger is told by its street rate. The first in the order of watch.toml
    /// that says something of the week; the first of all where none does.
    func headline(_ country: WatchList.Country) throws -> SeriesKey? {
        let known = (country.official + country.parallel).filter { book.isKnown($0) }.map { inBase($0, of: country) }
        let speaking = try known.first { key in
            if case .found = try book.series(key).asOf(week.last) { true } else { false }
        }
        return speaking ?? known.first
    }

    func appendRates(to document: inout Document) throws {
        document.append(.heading("Rates"))
        let watched = workspace.settings.watch.countries
        var table = Table(
            "rates",
            columns: [.init("currency", .word), .init("rate", .number), .init("of", .day)]
                + WeeklyReport.spans.map { .init($0.name, .number) } + [.init("vol. 30", .number)])
        var paragraphs: [String] = []
        var without: [String] = []
        for country in watched {
            guard let key = try headline(country) else {
                without.append(country.code)
                continue
            }
            let series = try book.series(key)
            let premium = try premiumWords(country).map { " \($0)" } ?? ""
            guard let row = try rateRow(country, series), let words = try rateWords(country, series) else {
                let reason = try value("rate", series)?.note ?? ""
                paragraphs.append(
                    "\(country.currency) (\(country.name)): \(key) has no value for this week"
                        + (reason.isEmpty ? "" : ": \(reason)") + ".\(premium)")
                continue
            }
            let note = country.note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            table.rows.append(row)
            paragraphs.append(words + premium + (note.isEmpty ? "" : " Note: \(note)"))
        }
        if !table.rows.isEmpty {
            document.append(
                .paragraph(
                    "Local units per one \(workspace.settings.workspace.report.base); the columns of weeks are "
                        + "value lost in percent, 100(1-S0/S1), from the last rate before the span to the last rate of "
                        + "the week; a minus is a gain. Volatility: 30 returns, annualised, in percent."))
            document.append(.table(table))
        }
        for words in paragraphs { document.append(.paragraph(words)) }
        if !without.isEmpty {
            document.append(.paragraph("Watched, without a rate in the ledger: \(without.joined(separator: ", "))."))
        }
    }

    private func value(_ id: String, _ series: DatedSeries, base: Day? = nil) throws -> IndicatorValue? {
        try IndicatorCatalogue.indicator(id).answer(IndicatorQuestion([series], on: week.last, base: base)).first
    }

    private func rateRow(_ country: WatchList.Country, _ series: DatedSeries) throws -> [Cell]? {
        guard let rate = try value("rate", series), let now = rate.value else { return nil }
        var row: [Cell] = [.text(country.currency), .text(Wording.rate(now)), Cell(rate.observedOn)]
        for span in WeeklyReport.spans {
            let lost = try value("value_lost_pct", series, base: week.last - 7 * span.weeks)?.value
            row.append(lost.map { .text(Wording.fixed($0, 1)) } ?? .text("-"))
        }
        row.append(try value("vol_30", series)?.value.map { .text(Wording.fixed($0, 1)) } ?? .text("-"))
        return row
    }

    /// One paragraph that says of a rate all that must be said with it.
    private func rateWords(_ country: WatchList.Country, _ series: DatedSeries) throws -> String? {
        guard let rate = try value("rate", series), let now = rate.value, let of = rate.observedOn else { return nil }
        let how =
            series.legs.isEmpty
            ? "" : ", the cross of \(series.legs.map(\.key.text).joined(separator: " and "))"
        var words =
            "\(country.currency) (\(country.name)): \(Wording.rate(now)) \(series.unit) on \(of), "
            + "\(series.key.kind) rate of the source \(series.key.source)\(how); "
            + "\(Wording.count(rate.ageDays ?? 0, "day", "days")) old at the end of the week."
        if let before = try value("rate", series, week.last - 14), let then = before.value, let day = before.observedOn,
            let lost = try value("value_lost_pct", series, base: week.last - 14)?.value
        {
            words +=
                " Two weeks earlier it was \(Wording.rate(then)) (\(day)): "
                + (lost >= 0
                    ? "\(Wording.percent(lost)) of its value lost" : "\(Wording.percent(-lost)) gained in value")
                + ", a \(lost >= 0 ? "rise" : "fall") of the rate by \(Wording.percent(abs(100 * (now / then - 1))))."
        }
        if let drawdown = try value("drawdown_pct", series), let lost = drawdown.value, let best = drawdown.baseDate {
            words += " Since its best day in this series, \(best), it lost \(Wording.percent(lost)) of its value."
        }
        return words
    }

    private func value(_ id: String, _ series: DatedSeries, _ on: Day) throws -> IndicatorValue? {
        try IndicatorCatalogue.indicator(id).answer(IndicatorQuestion([series], on: on)).first
    }

    /// The rows of indicators.csv: every figure of the section and those behind it, with what they rest on.
    func indicatorValues() throws -> [IndicatorValue] {
        var values: [IndicatorValue] = []
        for country in workspace.settings.watch.countries {
            let keys = [try headline(country)].compactMap { $0 } + country.official + country.parallel
            var seen: Set<SeriesKey> = []
            for key in keys where book.isKnown(key) && seen.insert(key).inserted {
                let series = try book.series(key)
                for id in ["rate", "drawdown_pct", "vol_30", "stale_days"] {
                    values += [try value(id, series)].compactMap { $0 }
                }
                for span in WeeklyReport.spans {
                    for id in ["value_lost_pct", "rate_change_pct", "log_return"] {
                        values += [try value(id, series, base: week.last - 7 * span.weeks)].compactMap { $0 }
                    }
                }
            }
            values += try premiumValues(country)
        }
        return values
            + DesignationsNet.count(
                ListingChange.all(weekSteps), names: ProgrammeNames(workspace.settings.programmes),
                in: week.first...week.last
            ).map { $0.indicatorValue(in: week.first...week.last, knownOn: nil) }
    }
}
