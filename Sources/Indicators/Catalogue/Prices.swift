internal import Glibc
internal import Rates
internal import Vocabulary

extension Indicator {
    static let annualised = Indicator(
        "annualised_pct", "A monthly percentage carried on for twelve months.",
        formula: "100((1+monthly_pct/100)^12-1)", unit: "percent a year",
        given: GivenNumbers([("monthly_pct", "the monthly percentage, without a series")], above: -100) {
            Finding(value: Annual.percent(monthly: $0[0]))
        },
        .figure { series, _ in
            return { index, day in
                guard series.key.pair == nil, Published.isPercentage(series), !Published.isYearly(series) else {
                    return .none("\(series.key) in `\(series.unit)` is no monthly percentage")
                }
                let monthly = series.points[index].value
                guard monthly > -100 else { return .none("nothing is left after a month of -100 %") }
                return Finding(
                    value: Annual.percent(monthly: monthly), note: "as if every month were like this one",
                    inputs: series.inputs(at: index, asOf: day))
            }
        })

    static let consumerPrices = Indicator(
        "cpi_yoy_pct", "Consumer prices against those of twelve months before; as published where that is published.",
        formula: "100(P/P(-12)-1)", unit: "percent",
        .figure { series, context in
            let year = TwelveMonths(series, context)
            return { index, day in
                guard series.key.kind.hasPrefix("cpi") else { return .none("it is no series of consumer prices") }
                let point = series.points[index]
                let now = series.inputs(at: index, asOf: day)
                if Published.isYearly(series) { return Finding(value: point.value, note: "as published", inputs: now) }
                guard !Published.isPercentage(series) else {
                    return .none("\(series.key) is a percentage of another span than a year")
                }
                // Counted from the month that the index is of, whatever day is asked about.
                let before = year.before(point.day)
                guard let at = series.lastIndex(onOrBefore: before),
                    before - series.points[at].day < (series.observationsPerYear < 12 ? 1 : 28)
                else { return Finding(value: nil, note: "no observation of 12 months before", baseDate: before) }
                let base = series.points[at]
                guard base.value > 0, point.value > 0 else { return .none(Note.notPositive) }
                return Finding(
                    value: 100 * (point.value / base.value - 1), note: "from the index", baseDate: base.day,
                    inputs: series.inputs(at: at, asOf: before) + now)
            }
        })

    static let realEffectiveRate = Indicator(
        "reer", "The real effective exchange rate as the BIS publishes it; nothing is computed.",
        formula: "as imported",
        unit: nil,
        .figure { series, _ in
            return { index, day in
                guard series.key.pair == nil, series.key.kind == "reer" else {
                    return .none("it is no real effective exchange rate, such as TR:reer:bis")
                }
                return Finding(
                    value: series.points[index].value, note: "as published",
                    inputs: series.inputs(at: index, asOf: day))
            }
        })
}

private enum Annual {
    static func percent(monthly: Double) -> Double { 100 * (pow(1 + monthly / 100, 12) - 1) }
}

/// What a publisher has already turned into a percentage; `cpi_yoy` is the name of one over a year.
private enum Published {
    static func isPercentage(_ series: DatedSeries) -> Bool { series.unit.hasPrefix("percent") }

    static func isYearly(_ series: DatedSeries) -> Bool { series.key.kind.hasSuffix("_yoy") }
}
