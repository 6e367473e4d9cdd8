package import Vocabulary

/// One published figure that an answer rests on.
package struct IndicatorInput: Sendable, Hashable {
    package var series: SeriesKey
    package var day: Day
    package var value: Double
    /// As printed; nil where the figure is itself a quotient.
    package var printed: PublishedNumber?
    package var knownFrom: Instant
    package var run: String
}

/// One row of an answer: a figure, or none with the reason in `note`. The columns of `indicators` in their order.
package struct IndicatorValue: Sendable, Hashable {
    /// The series' name; empty for arithmetic on given numbers.
    package var series: String
    package var indicator: String
    /// The day asked for, or the day of a dated finding.
    package var date: Day?
    package var baseDate: Day?
    package var value: Double?
    package var unit: String
    /// The day of the observation that answered.
    package var observedOn: Day?
    package var ageDays: Int?
    /// The day whose knowledge was asked for; nil: all that is known.
    package var knownOn: Day?
    package var note: String
    /// The figures it was computed from, each traceable to its run.
    package var inputs: [IndicatorInput]
}

extension DatedSeries {
    /// The point as an input: for a cross the two printed quotes it was divided from.
    func inputs(at index: Int) -> [IndicatorInput] {
        let point = points[index]
        guard legs.isEmpty else {
            return legs.flatMap { leg in
                guard let at = leg.lastIndex(onOrBefore: point.day), leg.points[at].day == point.day else {
                    return [IndicatorInput]()
                }
                return leg.inputs(at: at)
            }
        }
        return [
            IndicatorInput(
                series: key, day: point.day, value: point.value, printed: point.printed, knownFrom: point.knownFrom,
                run: point.run)
        ]
    }
}
