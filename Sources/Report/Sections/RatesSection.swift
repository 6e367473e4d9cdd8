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
