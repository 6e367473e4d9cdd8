internal import Rates
internal import Vocabulary

extension Indicator {
    static let rate = Indicator(
        "rate", "The value as of a day, with the date of its observation.", formula: "S1", unit: nil,
        .figure(asItStands))

    static let crossRate = Indicator(
        "cross_rate", "The value of a cross as of a day, divided from two printed quotes.",
        formula: "(C/quote) / (C/base)", unit: nil, .figure(asItStands))

    private static let asItStands: Preparation = { series, _ in
        let note = series.legs.isEmpty ? "" : series.legs.reversed().map(\.key.text).joined(separator: " over ")
        return { index, day in
            Finding(value: series.points[index].value, note: note, inputs: series.inputs(at: index, asOf: day))
        }
    }
}
