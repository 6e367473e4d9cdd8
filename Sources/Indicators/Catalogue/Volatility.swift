internal import Glibc
internal import Rates
internal import Vocabulary

extension Indicator {
    private static let window = [
        IndicatorParameter(name: "n", help: "log returns used; default 30"),
        IndicatorParameter(
            name: "closed_days", help: "keep or drop the days a calendar-filled feed repeats; default drop"),
    ]

    static let volatility = Indicator(
        "vol_30", "How much the rate moves, annualised, over the last 30 returns.",
        formula: "100*sd(ddof 1)*sqrt(P) of the last n = 30 log returns between consecutive observations",
        unit: "percent a year",
        parameters: window + [IndicatorParameter(name: "periods", help: "P, returns a year; default the feed's")],
        .figure { series, context in
            let periods = try context.settings.positive("periods") ?? series.observationsPerYear
            return try Volatility.prepare(series, context, scale: 100 * periods.squareRoot())
        })

    static let rawVolatility = Indicator(
        "vol_30_raw", "The standard deviation of the last 30 log returns as it is.",
        formula: "sd(ddof 1) of the last n = 30 log returns", unit: "log", parameters: window,
        .figure { series, context in try Volatility.prepare(series, context, scale: 1) })
}

/// The spread of the last n log returns; a return over a gap counts.
enum Volatility {
    static func prepare(
        _ series: DatedSeries, _ context: IndicatorContext, scale: Double
    ) throws -> Indicator.Evaluation {
        let count = try context.settings.integer("n", atLeast: 2) ?? 30
        let keeps = try context.settings.choice("closed_days", ["keep", "drop"]) == "keep"
        // A calendar-filled feed repeats Friday through the weekend: those zero returns would halve the figure.
        let open = series.points.indices.filter {
            keeps || !series.closedWeekdays.contains(series.points[$0].day.weekday)
        }
        var openUpTo = [Int](repeating: 0, count: series.points.count)
        var seen = 0
        for index in series.points.indices {
            if seen < open.count, open[seen] == index { seen += 1 }
            openUpTo[index] = seen
        }
        var returns = [Double](repeating: .nan, count: open.count)
        for i in open.indices.dropFirst() {
            returns[i] = log(series.points[open[i]].value / series.points[open[i - 1]].value)
        }
        return { [openUpTo, returns] index, day in
            let end = openUpTo[index]
            let have = max(0, end - 1)
            guard have >= count else { return .none("\(have) returns up to that day; \(count) are needed") }
            let used = returns[(end - count)..<end]
            guard used.allSatisfy(\.isFinite) else { return .none(Note.notPositive) }
            let mean = used.reduce(0, +) / Double(count)
            let squares = used.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Finding(
                value: scale * (squares / Double(count - 1)).squareRoot(),
                inputs: series.inputs(at: open[end - count - 1]) + series.inputs(at: open[end - 1], asOf: day),
                between: count - 1, since: series.points[open[end - count - 1]].day)
        }
    }
}
