internal import Configuration
internal import Indicators
internal import Operations
internal import Tables
internal import Vocabulary

extension PeriodReport {
    func appendRates(to document: inout Document) throws {
        document.append(.heading("Rates"))
        let told = rates.filter { $0.headline != nil }
        let spans = period.spans.filter { $0.name != "2 wks" }.map(\.name)
        let hasBase = told.contains { $0.country.baseDay != nil }
        var table = Table(
            "rates",
            columns: [
                .init("code", .word), .init("kind, source", .word, most: 16), .init("rate", .number),
            ] + (spans + (hasBase ? ["base"] : []) + ["vol"]).map { .init($0, .number) } + [.init("of", .day)])
        for country in told {
            let own = country.rates.filter { $0.value != nil }
            table.rows += own.prefix(workspace.reportRows).map { row(country, $0, withBase: hasBase) }
        }
        if !table.rows.isEmpty {
            document.append(
                .paragraph(
                    "Local units per one \(workspace.reportBase) where the source allows it; the columns of time are "
                        + "value lost in percent, 100(1-S0/S1), from the last rate before the span to the last rate of "
                        + "the \(period.noun); a minus is a gain, and a dash alone a span that the source prints too "
                        + "seldom for. vol: volatility of 30 returns, annualised, in percent."
                        + (hasBase ? " base: since the country's own base day." : "")))
            document.append(.table(table))
            appendFlags(to: &document)
            appendMarkets(to: &document)
        }
        let (chosen, rest) = chosen(told)
        for chart in try chosen.compactMap({ try chart($0) }) { document.append(.chart(chart)) }
        for country in chosen { document.append(.paragraph(try words(country))) }
        if rest > 0 {
            document.append(
                .paragraph(
                    "The \(PeriodReport.mostCharts) that moved most are drawn and told; of the \(rest) others the table "
                        + "has the figures, and --country CODE makes the report of one."))
        }
        let without = rates.filter { $0.headline == nil }.map(\.country.code)
        if !without.isEmpty {
            document.append(.paragraph("Watched, without a rate in the ledger: \(without.joined(separator: ", "))."))
        }
    }

    /// More charts than this nobody looks at, and the page would not open on a telephone.
    static let mostCharts = 16

    /// All, or of very many those that moved most, in the order of watch.toml.
    private func chosen(_ told: [CountryRates]) -> (chosen: [CountryRates], rest: Int) {
        let most = PeriodReport.mostCharts
        guard told.count > most else { return (told, 0) }
        func move(_ country: CountryRates) -> Double { abs(country.headline?.lost.first?.value ?? 0) }
        let order = told.indices.sorted { (-move(told[$0]), $0) < (-move(told[$1]), $1) }
        return (order.prefix(most).sorted().map { told[$0] }, told.count - most)
    }

    private func row(_ country: CountryRates, _ figures: RateFigures, withBase: Bool) -> [Cell] {
        let key = figures.series.key
        func percent(_ value: IndicatorValue?) -> Cell {
            value?.value.map { .text(Wording.fixed($0, 1)) } ?? .text("-")
        }
        let places = period.spans.indices.filter { period.spans[$0].name != "2 wks" }
        return [
            .text(country.country.currency), .text("\(key.measure) \(key.source)"),
            .text(figures.value.map { Wording.rate($0) } ?? "-"),
        ] + places.map { percent(figures.lost.indices.contains($0) ? figures.lost[$0] : nil) }
            + (withBase ? [percent(figures.lostSinceBase)] : [])
            + [percent(figures.volatility), Cell(figures.rate.observedOn)]
    }

    /// What a reader must know before believing a rate, and of which rates.
    private func appendFlags(to document: inout Document) {
        let shown = rates.flatMap { country in
            country.rates.filter { $0.value != nil }.map { (country.country.currency, $0) }
        }
        for (flag, meaning) in [
            ("old", "no newer rate within the \(period.noun)"), ("suspect", "values of the \(period.noun) left out"),
            ("unit", "printed in another unit within the year, which is divided out"),
            ("old unit", "a change of unit was due, and as far as is known the source has not followed it"),
            ("flat", "the same for \(RateFigures.flatRows) publications and more, a fixed rate or a dead one"),
            ("linked", "continued into the currency before it"),
        ] {
            let names = shown.filter { $0.1.flags.contains(flag) }
                .map { "\($0) \($1.series.key.measure) \($1.series.key.source)" }
            guard !names.isEmpty else { continue }
            document.append(.item("\(flag), \(meaning): \(Wording.list(names, most: workspace.reportRows))."))
        }
    }

    /// The rows of indicators.csv: every figure of the report and those behind it, with what they rest on.
    func indicatorValues() -> [IndicatorValue] {
        rates.flatMap(\.values)
            + net.map { $0.indicatorValue(in: period.days, knownOn: nil) }
    }

    /// Designations of the period, per list, programme, family and country.
    var net: [DesignationsNet] {
        DesignationsNet.count(
            ListingChange.all(periodSteps), names: ProgrammeNames(workspace.settings.programmes), in: period.days)
    }
}
