internal import Rates
internal import Vocabulary

extension Indicator {
    static let impliedInflation = Indicator(
        "implied_inflation_pct",
        "The inflation that the fall of a parallel rate over a year implies (Hanke and Kwok 2009).",
        formula: "100((1+d12/100)(1+us_inflation_pct/100)-1)", unit: "percent",
        parameters: [
            IndicatorParameter(
                name: "us_inflation_pct",
                help:
                    "inflation in the United States over the year; default the latest stored US:cpi_yoy series as of d")
        ], auxiliary: "US:cpi_yoy:*",
        .figure { series, context in
            let given = try context.settings.number("us_inflation_pct", above: -100)
            let year = TwelveMonths(series, context)
            return { index, day in
                if let reason = ImpliedInflation.refusal(series) { return .none(reason) }
                let before = year.before(day)
                guard case .found(let rise, let note, let inputs) = year.rise(at: index, asOf: day) else {
                    guard case .none(let reason) = year.rise(at: index, asOf: day) else { return .none("") }
                    return Finding(value: nil, note: reason, baseDate: before)
                }
                guard let home = ImpliedInflation.american(given, context.question.auxiliary, asOf: day) else {
                    return .none(
                        "no US:cpi_yoy series has a value on or before \(day), and no us_inflation_pct is given")
                }
                return Finding(
                    value: 100 * ((1 + rise / 100) * (1 + home.percent / 100) - 1),
                    note: Note.joined("rate-implied, not measured prices", home.note, note), baseDate: before,
                    inputs: inputs + home.inputs)
            }
        })

    static let impliedMonthly = twoPoints(
        "implied_monthly_pct", "The monthly inflation that a rise of the rate since the base day implies.",
        formula: "100(S1/S0-1)", unit: "percent", spansMonth: true
    ) { s0, s1 in Finding(value: 100 * (s1 / s0 - 1), note: "rate-implied, not measured prices") }

    static let caganHyperinflation = twoPoints(
        "cagan_hyperinflation",
        "Whether the monthly inflation implied by the rate since the base day reaches 50 % (Cagan 1956).",
        formula: "implied_monthly_pct >= 50", unit: "true or false", spansMonth: true
    ) { s0, s1 in
        let rise = 100 * (s1 / s0 - 1)
        return .truth(
            Threshold.reaches(rise, 50), note: "rate-implied \(Note.number(rise)) %, not measured prices")
    }
}

/// What the formula needs of the series and of the United States.
private enum ImpliedInflation {
    /// Purchasing power is compared with the dollar's, at a rate that people really trade at.
    static func refusal(_ series: DatedSeries) -> String? {
        guard series.key.kind == "parallel" else { return "it is implied by a parallel rate, not by \(series.key)" }
        guard series.key.pair?.base == "USD" else { return "it is implied by a rate of the US dollar" }
        return nil
    }

    /// The rate given, or that of the series whose last value as of the day is the newest.
    static func american(
        _ given: Double?, _ series: [DatedSeries], asOf day: Day
    ) -> (percent: Double, note: String, inputs: [IndicatorInput])? {
        if let given { return (given, "us_inflation_pct \(Note.number(given)) as given", []) }
        let latest = series.compactMap { one in one.lastIndex(onOrBefore: day).map { (series: one, at: $0) } }
            .max { ($0.series.points[$0.at].day, $1.series.key) < ($1.series.points[$1.at].day, $0.series.key) }
        guard let latest else { return nil }
        let point = latest.series.points[latest.at]
        return (
            point.value,
            "us_inflation_pct \(Note.number(point.value)) of \(latest.series.key), \(point.day), "
                + Note.age(day - point.day), latest.series.inputs(at: latest.at, asOf: day)
        )
    }
}
