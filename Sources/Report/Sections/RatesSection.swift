internal import Configuration
internal import Findings
internal import Indicators
internal import Rates
internal import Tables
internal import Vocabulary

/// The rates of the watched countries: a table, charts, and what must be said with them.
struct RatesSection: ReportSection {
    let context: ReportContext
    let rates: [CountryRates]
    let charts: CountryCharts
    /// Figures that stand in indicators.csv beside those of the rates.
    let others: [IndicatorValue]

    var files: [ReportFile] { [ReportFile("indicators", .indicators(values))] }

    var blocks: [Document.Block] {
        get throws {
            var blocks: [Document.Block] = []
            blocks.append(.heading("Rates"))
            let told = rates.filter { $0.headline != nil }
            let rows = told.flatMap { country in
                country.rates.filter { $0.value != nil }.prefix(context.rows)
                    .map { RateRow(currency: country.country.currency, figures: $0) }
            }
            let hasBase = told.contains { $0.country.baseDay != nil }
            if !rows.isEmpty {
                blocks.append(
                    .paragraph(
                        "Local units per one \(context.base) where the source allows it; the columns of time are "
                            + "value lost in percent, 100(1-S0/S1), from the last rate before the span to the last rate of "
                            + "the \(context.period.noun); a minus is a gain, and a dash alone a span that the source prints too "
                            + "seldom for. vol: volatility of 30 returns, annualised, in percent."
                            + (hasBase ? " base: since the country's own base day." : "")))
                blocks.append(.table(ratesTable(rows, withBase: hasBase)))
                appendFlags(to: &blocks)
                appendMarkets(to: &blocks)
            }
            let (chosen, rest) = chosen(told)
            for chart in try chosen.compactMap({ try charts.chart($0) }) { blocks.append(.chart(chart)) }
            for country in chosen { blocks.append(.paragraph(try words(country))) }
            if rest > 0 {
                blocks.append(
                    .paragraph(
                        "The \(RatesSection.mostCharts) that moved most are drawn and told; of the \(rest) others the table "
                            + "has the figures, and --country CODE makes the report of one."))
            }
            let without = rates.filter { $0.headline == nil }.map(\.country.code)
            if !without.isEmpty {
                blocks.append(.paragraph("Watched, without a rate in the ledger: \(without.joined(separator: ", "))."))
            }
            return blocks
        }
    }

    /// Every figure of the report and those behind it, with what they rest on.
    var values: [IndicatorValue] { rates.flatMap(\.values) + others }

    /// More charts than this nobody looks at, and the page would not open on a telephone.
    static let mostCharts = 16

    /// All, or of very many those that moved most, in the order of watch.toml.
    private func chosen(_ told: [CountryRates]) -> (chosen: [CountryRates], rest: Int) {
        let most = RatesSection.mostCharts
        guard told.count > most else { return (told, 0) }
        func move(_ country: CountryRates) -> Double { abs(country.headline?.lost.first?.value ?? 0) }
        let order = told.indices.sorted { (-move(told[$0]), $0) < (-move(told[$1]), $1) }
        return (order.prefix(most).sorted().map { told[$0] }, told.count - most)
    }

    private func ratesTable(_ rows: [RateRow], withBase: Bool) -> Table {
        let columns: [Column<RateRow>] = [
            Column("code", .word) { .text($0.currency) },
            Column("kind, source", .word, most: 16) { .text($0.kind) },
            Column("rate", .number) { .text($0.figures.value.map { Wording.rate($0) } ?? "-") },
        ]
        let spans = context.period.spans.enumerated().filter { $0.element.name != "2 wks" }.map { place, span in
            Column<RateRow>(span.name, .number) { row in
                RateRow.percent(row.figures.lost.indices.contains(place) ? row.figures.lost[place] : nil)
            }
        }
        let base: [Column<RateRow>] =
            withBase ? [Column("base", .number) { RateRow.percent($0.figures.lostSinceBase) }] : []
        let last: [Column<RateRow>] = [
            Column("vol", .number) { RateRow.percent($0.figures.volatility) },
            Column("of", .day) { Cell($0.figures.rate.observedOn) },
        ]
        return Table("rates", rows, columns + spans + base + last)
    }

    /// What a reader must know before believing a rate, and of which rates.
    private func appendFlags(to blocks: inout [Document.Block]) {
        let shown = rates.flatMap { country in
            country.rates.filter { $0.value != nil }.map { (country.country.currency, $0) }
        }
        for (flag, meaning) in [
            ("old", "no newer rate within the \(context.period.noun)"),
            ("suspect", "values of the \(context.period.noun) left out"),
            ("unit", "printed in another unit within the year, which is divided out"),
            ("old unit", "a change of unit was due, and as far as is known the source has not followed it"),
            ("flat", "the same for \(RateFigures.flatRows) publications and more, a fixed rate or a dead one"),
            ("linked", "continued into the currency before it"),
        ] {
            let names = shown.filter { $0.1.flags.contains(flag) }
                .map { "\($0) \($1.series.key.measure) \($1.series.key.source)" }
            guard !names.isEmpty else { continue }
            blocks.append(.item("\(flag), \(meaning): \(Wording.list(names, most: context.rows))."))
        }
    }
}

/// A rate of a watched country.
private struct RateRow: Sendable {
    var currency: String
    var figures: RateFigures

    /// Its kind and source.
    var kind: String { "\(figures.series.key.measure) \(figures.series.key.source)" }

    static func percent(_ value: IndicatorValue?) -> Cell { .text(value?.value.map { Wording.fixed($0, 1) } ?? "-") }
}

extension RatesSection {
    /// Street and official rates against one another.
    func appendMarkets(to blocks: inout [Document.Block]) {
        let both = rates.compactMap { country in
            country.premium.flatMap { premium in
                premium.premium.value.map { _ in
                    Market(
                        currency: country.country.currency, figures: premium.values.prefix(2).map(\.value),
                        street: premium.street.last(onOrBefore: context.period.last),
                        official: premium.official.last(onOrBefore: context.period.last))
                }
            }
        }
        guard !both.isEmpty else { return }
        let table = Table(
            "markets", both,
            [
                Column("currency", .word) { .text($0.currency) },
                Column("premium %", .number) { Market.percent($0.figures, 0) },
                Column("lost %", .number) { Market.percent($0.figures, 1) },
                Column("street", .number) { Cell($0.street.map { Wording.rate($0.value) }) },
                Column("of", .day) { Cell($0.street?.day) },
                Column("official", .number) { Cell($0.official.map { Wording.rate($0.value) }) },
                Column("of", .day) { Cell($0.official?.day) },
            ])
        blocks.append(
            .paragraph("Two markets of one currency, never mixed; lost %: of what is changed at the official rate."))
        blocks.append(.table(table))
    }
}

/// A currency with two markets: how far they are apart, and the last rate of either.
private struct Market: Sendable {
    var currency: String
    /// The premium, and the loss by the official rate, in percent.
    var figures: [Double?]
    var street: DatedPoint?
    var official: DatedPoint?

    static func percent(_ figures: [Double?], _ place: Int) -> Cell {
        figures.indices.contains(place) ? .text(figures[place].map { Wording.fixed($0, 1) } ?? "-") : .none
    }
}

extension DatedSeries {
    fileprivate func last(onOrBefore day: Day) -> DatedPoint? { lastIndex(onOrBefore: day).map { points[$0] } }
}

extension RatesSection {
    /// All that must be said with a country's figures.
    func words(_ country: CountryRates) throws -> String {
        guard let figures = country.headline else { return "" }
        let premium = try premiumWords(country).map { " \($0)" } ?? ""
        let name = "\(country.country.currency) (\(country.country.name))"
        guard let now = figures.value, let of = figures.rate.observedOn else {
            let reason = figures.rate.note.isEmpty ? "" : ": \(figures.rate.note)"
            return "\(name): \(figures.series.key) has no value for this \(context.period.noun)\(reason).\(premium)"
        }
        let series = figures.series
        let how =
            series.legs.isEmpty
            ? "" : ", the cross of \(series.legs.map(\.key.text).joined(separator: " and "))"
        var words =
            "\(name): \(Wording.rate(now)) \(series.unit) on \(of), \(series.key.kind) rate of the source "
            + "\(series.key.source)\(how); \(Wording.count(figures.rate.ageDays ?? 0, "day", "days")) old at the end of "
            + "the \(context.period.noun)."
        words += moved(figures, of)
        if let lost = figures.drawdown?.value, lost >= 0.05, let best = figures.drawdown?.baseDate {
            words += " Since its best day in this series, \(best), it lost \(Wording.percent(lost)) of its value."
        }
        let note = country.country.note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A person wrote it, maybe long after the days of the report.
        return words + premium + (note.isEmpty ? "" : " Note of watch.toml: \(note)")
    }

    /// Over two weeks, both ways of counting it: a week alone is often a holiday long.
    private func moved(_ figures: RateFigures, _ of: Day) -> String {
        guard
            let place = context.period.spans.firstIndex(where: { $0.name == "2 wks" })
                ?? context.period.spans.indices.first,
            figures.before.indices.contains(place), figures.lost.indices.contains(place),
            let then = figures.before[place].value, let day = figures.before[place].observedOn
        else { return "" }
        guard day < of else { return " The source has printed nothing newer since \(day)." }
        guard let lost = figures.lost[place].value, let rise = figures.rise[place].value else {
            let note = figures.lost[place].note
            return note.isEmpty ? "" : " No move over \(context.period.spans[place].words): \(note)."
        }
        if lost == 0 { return " It is what it was on \(day)." }
        // A move that no shown digit tells has no direction either.
        if Wording.percent(abs(lost)) == Wording.percent(0), Wording.percent(abs(rise)) == Wording.percent(0) {
            return " It has hardly moved since \(day), when it was \(Wording.rate(then))."
        }
        let ago =
            context.period.spans[place].name == "2 wks"
            ? "Two weeks earlier"
            : day < context.period.first ? "Before the \(context.period.noun)" : "At its first rate in the period"
        return " \(ago) it was \(Wording.rate(then)) (\(day)): "
            + (lost >= 0 ? "\(Wording.percent(lost)) of its value lost" : "\(Wording.percent(-lost)) gained in value")
            + ", a \(lost >= 0 ? "rise" : "fall") of the rate by \(Wording.percent(abs(rise)))."
    }

    /// One sentence on the distance between a country's two markets, with the age of either rate.
    private func premiumWords(_ country: CountryRates) throws -> String? {
        guard let premium = country.premium else { return nil }
        let (street, official) = (premium.street, premium.official)
        guard let value = premium.premium.value else {
            return
                "No premium of \(street.key) over \(official.key) for this \(context.period.noun): \(premium.premium.note)."
        }
        func dated(_ series: DatedSeries) -> String {
            guard let at = series.lastIndex(onOrBefore: context.period.last) else { return series.key.text }
            let point = series.points[at]
            return "\(series.key), \(Wording.rate(point.value)) \(series.unit) on \(point.day), "
                + "\(Wording.count(context.period.last - point.day, "day", "days")) old"
        }
        // A fall of either unit is no premium: the figure is of one unit, and the two rates are printed as they are.
        let isScaled = street.unitScale != official.unitScale
        return "The \(street.key.kind) rate (\(dated(street))) stood \(Wording.percent(abs(value))) "
            + "\(value < 0 ? "below" : "above") the \(official.key.kind) one (\(dated(official)))"
            + (isScaled ? ", both brought to one unit." : ".") + (try switchWords(street, official))
    }

    /// A source that stepped from one market's level onto the other's shows a loss that no holder of the currency had:
    /// figures across that day compare two kinds of rate.
    private func switchWords(_ street: DatedSeries, _ official: DatedSeries) throws -> String {
        let question = IndicatorQuestion(
            [official, street], from: context.period.last.adding(months: -12) - 7, to: context.period.last)
        let found = try IndicatorCatalogue.indicator("regime_switch").answer(question)
        guard let last = found.last, let day = last.date else { return "" }
        return " On \(day) \(official.key) \(last.note): figures across that day compare two kinds of rate."
    }
}
