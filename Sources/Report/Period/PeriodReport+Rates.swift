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
                .init("currency", .word), .init("kind, source", .word, most: 16), .init("rate", .number),
                .init("of", .day),
            ] + (spans + (hasBase ? ["base"] : []) + ["vol"]).map { .init($0, .number) } + [.init("flags", .word)])
        for country in told {
            let own = country.rates.filter { $0.value != nil }
            table.rows += own.prefix(workspace.reportRows).map { row(country, $0, withBase: hasBase) }
        }
        if !table.rows.isEmpty {
            document.append(
                .paragraph(
                    "Local units per one \(workspace.reportBase) where the source allows it; the columns of time are "
                        + "value lost in percent, 100(1-S0/S1), from the last rate before the span to the last rate of "
                        + "the \(period.noun); a minus is a gain. vol: volatility of 30 returns, annualised, in percent."
                        + (hasBase ? " base: since the country's own base day." : "")))
            document.append(.table(table))
            appendLegend(to: &document)
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
            .text(figures.value.map { Wording.rate($0) } ?? "-"), Cell(figures.rate.observedOn),
        ] + places.map { percent(figures.lost.indices.contains($0) ? figures.lost[$0] : nil) }
            + (withBase ? [percent(country.country.baseDay == nil ? nil : figures.lost.last)] : [])
            + [percent(figures.volatility), .text(figures.flags.joined(separator: ","))]
    }

    private func appendLegend(to document: inout Document) {
        let flags = Set(rates.flatMap(\.rates).filter { $0.value != nil }.flatMap(\.flags))
        let meanings = [
            ("old", "no newer rate within the \(period.noun)"), ("suspect", "values of the \(period.noun) left out"),
            ("unit", "a change of unit is divided out"),
            ("flat", "the same rate for \(RateFigures.flatRows) publications and more: a fixed rate, or a dead one"),
            ("linked", "continued into the currency before it"),
        ].filter { flags.contains($0.0) }
        guard !meanings.isEmpty else { return }
        document.append(.paragraph(meanings.map { "\($0.0): \($0.1)" }.joined(separator: "; ") + "."))
    }

    /// Street and official rates against one another.
    private func appendMarkets(to document: inout Document) {
        let both = rates.filter { $0.premium?.premium.value != nil }
        guard !both.isEmpty else { return }
        var table = Table(
            "markets",
            columns: [
                .init("currency", .word), .init("street", .number), .init("of", .day), .init("official", .number),
                .init("of", .day), .init("premium %", .number), .init("lost by changing %", .number),
            ])
        for country in both {
            guard let premium = country.premium else { continue }
            func point(_ series: DatedSeries) -> [Cell] {
                guard let at = series.lastIndex(onOrBefore: period.last) else { return [.none, .none] }
                return [.text(Wording.rate(series.points[at].value)), .day(series.points[at].day)]
            }
            table.rows.append(
                [.text(country.country.currency)] + point(premium.street) + point(premium.official)
                    + premium.values.prefix(2).map { $0.value.map { .text(Wording.fixed($0, 1)) } ?? .text("-") })
        }
        document.append(.paragraph("Two markets of one currency, never mixed:"))
        document.append(.table(table))
    }

    /// All that must be said with a country's figures.
    private func words(_ country: CountryRates) throws -> String {
        guard let figures = country.headline else { return "" }
        let premium = try premiumWords(country).map { " \($0)" } ?? ""
        let name = "\(country.country.currency) (\(country.country.name))"
        guard let now = figures.value, let of = figures.rate.observedOn else {
            let reason = figures.rate.note.isEmpty ? "" : ": \(figures.rate.note)"
            return "\(name): \(figures.series.key) has no value for this \(period.noun)\(reason).\(premium)"
        }
        let series = figures.series
        let how =
            series.legs.isEmpty
            ? "" : ", the cross of \(series.legs.map(\.key.text).joined(separator: " and "))"
        var words =
            "\(name): \(Wording.rate(now)) \(series.unit) on \(of), \(series.key.kind) rate of the source "
            + "\(series.key.source)\(how); \(Wording.count(figures.rate.ageDays ?? 0, "day", "days")) old at the end of "
            + "the \(period.noun)."
        words += moved(figures, now, of)
        if let lost = figures.drawdown?.value, lost >= 0.05, let best = figures.drawdown?.baseDate {
            words += " Since its best day in this series, \(best), it lost \(Wording.percent(lost)) of its value."
        }
        let note = country.country.note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words + premium + (note.isEmpty ? "" : " Note: \(note)")
    }

    /// Over two weeks, both ways of counting it: a week alone is often a holiday long.
    private func moved(_ figures: RateFigures, _ now: Double, _ of: Day) -> String {
        guard let place = period.spans.firstIndex(where: { $0.name == "2 wks" }) ?? period.spans.indices.first,
            figures.before.indices.contains(place), figures.lost.indices.contains(place),
            let then = figures.before[place].value, let day = figures.before[place].observedOn
        else { return "" }
        guard day < of else { return " The source has printed nothing newer since \(day)." }
        guard let lost = figures.lost[place].value else { return "" }
        if lost == 0 { return " It is what it was on \(day)." }
        let span = period.spans[place].name
        let ago = span == "2 wks" ? "Two weeks earlier" : span == "1 day" ? "The day before" : "Before the period"
        return " \(ago) it was \(Wording.rate(then)) (\(day)): "
            + (lost >= 0 ? "\(Wording.percent(lost)) of its value lost" : "\(Wording.percent(-lost)) gained in value")
            + ", a \(lost >= 0 ? "rise" : "fall") of the rate by \(Wording.percent(abs(100 * (now / then - 1))))."
    }

    /// One sentence on the distance between a country's two markets, with the age of either rate.
    private func premiumWords(_ country: CountryRates) throws -> String? {
        guard let premium = country.premium else { return nil }
        let (street, official) = (premium.street, premium.official)
        guard let value = premium.premium.value else {
            return "No premium of \(street.key) over \(official.key) for this \(period.noun): \(premium.premium.note)."
        }
        func dated(_ series: DatedSeries) -> String {
            guard let at = series.lastIndex(onOrBefore: period.last) else { return series.key.text }
            let point = series.points[at]
            return "\(series.key), \(Wording.rate(point.value)) \(series.unit) on \(point.day), "
                + "\(Wording.count(period.last - point.day, "day", "days")) old"
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
            [official, street], from: period.last.adding(months: -12) - 7, to: period.last)
        let found = try IndicatorCatalogue.indicator("regime_switch").answer(question)
        guard let last = found.last, let day = last.date else { return "" }
        return " On \(day) \(official.key) \(last.note): figures across that day compare two kinds of rate."
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
