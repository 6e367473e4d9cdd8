internal import Configuration
internal import Findings
internal import Indicators
internal import Rates
internal import Vocabulary

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
