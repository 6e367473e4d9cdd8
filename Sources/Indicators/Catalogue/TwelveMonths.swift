internal import Vocabulary

extension Indicator {
    static let twelveMonthChange = Indicator(
        "d12_pct", "The rise of the rate over twelve months.", formula: "100(S(d)/S(d-12 months)-1)", unit: "percent",
        .figure { series, settings in
            let maximumAge = try settings.maximumAge
            return { index, day in
                let before = day.adding(months: -12)
                switch series.asOf(before, maximumAge: maximumAge) {
                case .none(let reason):
                    return Finding(value: nil, note: "12 months before: \(reason)", baseDate: before)
                case .found(let at, let age):
                    let (start, end) = (series.points[at].value, series.points[index].value)
                    guard start > 0, end > 0 else { return .none(Note.notPositive) }
                    return Finding(
                        value: 100 * (end / start - 1),
                        note: age == 0 ? "" : "base observed on \(series.points[at].day)", baseDate: before,
                        inputs: series.inputs(at: at) + series.inputs(at: index))
                }
            }
        })
}
