internal import Rates
package import Vocabulary

/// One published figure that an answer rests on.
package struct IndicatorInput: Sendable, Hashable {
    package var series: SeriesKey
    package var day: Day
    package var value: Double
    /// As printed; nil where the figure is itself a quotient.
    package var printed: PublishedNumber?
    package var knownFrom: Instant
    package var run: RunID
    /// The day it answered for; nil where the observation's own day was meant.
    package var asOf: Day?

    /// How old it was on the day it answered for.
    package var ageDays: Int { (asOf ?? day) - day }
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
    /// The answer of an indicator that says yes or no; `value` is then 1 or 0.
    package var flag: Bool?
    package var unit: String
    /// The day of the observation that answered.
    package var observedOn: Day?
    package var ageDays: Int?
    /// The day whose knowledge was asked for; nil: all that is known.
    package var knownOn: Day?
    package var note: String
    /// The figures it was computed from, each traceable to its run.
    package var inputs: [IndicatorInput]
    /// How many observations between the first and the last of `inputs` count as well: a window is told by its ends.
    package var inputsBetween = 0
}

extension DatedSeries {
    /// The point as an input: for a cross the two printed quotes it was divided from.
    func inputs(at index: Int, asOf asked: Day? = nil) -> [IndicatorInput] {
        let point = points[index]
        guard legs.isEmpty else {
            return legs.flatMap { leg in
                guard let at = leg.lastIndex(onOrBefore: point.day), leg.points[at].day == point.day else {
                    return [IndicatorInput]()
                }
                return leg.inputs(at: at, asOf: asked)
            }
        }
        return [
            IndicatorInput(
                series: key, day: point.day, value: point.value, printed: point.printed, knownFrom: point.knownFrom,
                run: point.run, asOf: asked)
        ]
    }
}
