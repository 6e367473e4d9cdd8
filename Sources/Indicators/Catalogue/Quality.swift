internal import Rates
internal import Vocabulary

extension Indicator {
    static let staleDays = Indicator(
        "stale_days", "Days since the value last changed; since the first observation where it never did.",
        formula: "d - date of the last observation that differs from its predecessor by more than min_rel relative",
        unit: "days",
        parameters: [
            IndicatorParameter(name: "min_rel", help: "the smallest relative change that counts; default 0.0001")
        ],
        .history { series, context in
            let least = try context.settings.notNegative("min_rel") ?? 0.0001
            var changes: [Int] = []
            var last = 0
            for index in series.points.indices {
                if index > 0 {
                    let before = series.points[index - 1].value
                    if abs(series.points[index].value - before) > least * abs(before) { last = index }
                }
                changes.append(last)
            }
            return { [changes] index, day in
                let changed = changes[index]
                let since = series.points[changed].day
                return Finding(
                    value: Double(day - since),
                    note: Note.joined(
                        changed == 0
                            ? "never changed since the first observation, \(since)" : "last changed on \(since)",
                        series.points[index].day == day ? "" : "last observation \(series.points[index].day)"),
                    inputs: series.inputs(at: changed), since: since)
            }
        })

    static let gapDays = Indicator(
        "gap_days", "The most calendar days between two consecutive observations; dated the later one.",
        formula: "max(date_t - date_t-1)", unit: "days",
        .history { series, _ in
            var widest: [Int] = []
            var at = 0
            for index in series.points.indices {
                if index > 0, at == 0 || gap(series, at: index) > gap(series, at: at) { at = index }
                widest.append(at)
            }
            return { [widest] index, _ in
                let at = widest[index]
                guard at > 0 else { return .none("one observation has no gap") }
                let before = series.points[at - 1].day
                return Finding(
                    value: Double(gap(series, at: at)), date: series.points[at].day, baseDate: before,
                    inputs: series.inputs(at: at - 1) + series.inputs(at: at), since: series.firstDay)
            }
        })

    private static func gap(_ series: DatedSeries, at index: Int) -> Int {
        series.points[index].day - series.points[index - 1].day
    }
}
