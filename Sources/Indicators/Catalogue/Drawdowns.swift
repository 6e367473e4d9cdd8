internal import Rates

extension Indicator {
    static let drawdown = Indicator(
        "drawdown_pct", "The value lost since the currency's best day in the range.",
        formula: "100(1 - min(S from --from, else the first observation, up to t)/S_t)", unit: "percent",
        .figure { series, _ in
            let lows = Drawdown.lows(series)
            return { index, day in
                guard let value = Drawdown.percent(series, low: lows[index], at: index) else {
                    return .none(Note.notPositive)
                }
                return Finding(
                    value: value, baseDate: series.points[lows[index]].day,
                    inputs: series.inputs(at: lows[index]) + series.inputs(at: index, asOf: day), since: series.firstDay
                )
            }
        })

    static let maximumDrawdown = Indicator(
        "max_drawdown_pct", "The largest drawdown_pct in the range; its date in the note.",
        formula: "max(drawdown_pct)",
        unit: "percent",
        .history { series, _ in
            let lows = Drawdown.lows(series)
            var worst: [(value: Double, at: Int)?] = []
            var last: (value: Double, at: Int)?
            for index in series.points.indices {
                if let value = Drawdown.percent(series, low: lows[index], at: index), value > last?.value ?? -1 {
                    last = (value, index)
                }
                worst.append(last)
            }
            return { [worst] index, _ in
                guard let found = worst[index] else { return .none(Note.notPositive) }
                let low = lows[found.at]
                return Finding(
                    value: found.value, note: "on \(series.points[found.at].day)", baseDate: series.points[low].day,
                    inputs: series.inputs(at: low) + series.inputs(at: found.at), since: series.firstDay)
            }
        })
}

/// Value lost against the lowest rate so far.
enum Drawdown {
    /// For each point the index of the lowest value up to it, the earliest of equals.
    static func lows(_ series: DatedSeries) -> [Int] {
        var low = 0
        return series.points.indices.map { index in
            if series.points[index].value < series.points[low].value { low = index }
            return low
        }
    }

    static func percent(_ series: DatedSeries, low: Int, at index: Int) -> Double? {
        guard series.points[low].value > 0 else { return nil }
        return 100 * (1 - series.points[low].value / series.points[index].value)
    }
}
