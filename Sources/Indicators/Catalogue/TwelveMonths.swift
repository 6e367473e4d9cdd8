internal import Rates
internal import Vocabulary

extension Indicator {
    static let twelveMonthChange = Indicator(
        "d12_pct", "The rise of the rate over twelve months.", formula: "100(S(d)/S(d-12 months)-1)", unit: "percent",
        .figure { series, context in
            let year = TwelveMonths(series, context)
            return { index, day in
                switch year.rise(at: index, asOf: day) {
                case .none(let reason): return Finding(value: nil, note: reason, baseDate: year.before(day))
                case .found(let value, let note, let inputs):
                    return Finding(value: value, note: note, baseDate: year.before(day), inputs: inputs)
                }
            }
        })
}

/// The rise of a series over twelve months, as several indicators need it.
struct TwelveMonths {
    let series: DatedSeries
    private let maximumAge: Int?

    init(_ series: DatedSeries, _ context: IndicatorContext) {
        self.series = series
        maximumAge = context.maximumAge
    }

    enum Rise {
        /// In percent, with what the lookup of the base has to say.
        case found(Double, note: String, inputs: [IndicatorInput])
        case none(reason: String)
    }

    /// The same day of the month a year before, or that month's last day. What is dated at the end of its month is
    /// compared with the end of a month: 28 February 2021 with the 29th of 2020, not with January.
    func before(_ day: Day) -> Day {
        let before = day.adding(months: -12)
        let (_, month, _) = (day + 1).civil
        guard series.observationsPerYear <= 12, month != day.civil.month else { return before }
        let (year, itsMonth, _) = before.civil
        return Day(year: year, month: itsMonth, day: Day.length(ofMonth: itsMonth, year: year)) ?? before
    }

    /// As of any day.
    func rise(asOf day: Day) -> Rise {
        switch series.asOf(day, maximumAge: maximumAge) {
        case .none(let reason): .none(reason: reason)
        case .found(let index, _): rise(at: index, asOf: day)
        }
    }

    /// As of a day that the point at an index answers for.
    func rise(at index: Int, asOf day: Day) -> Rise {
        let base = before(day)
        switch series.asOf(base, maximumAge: maximumAge) {
        case .none(let reason): return .none(reason: "12 months before: \(reason)")
        case .found(let at, let age):
            let (start, end) = (series.points[at].value, series.points[index].value)
            guard start > 0, end > 0 else { return .none(reason: Note.notPositive) }
            return .found(
                100 * (end / start - 1), note: age == 0 ? "" : "base observed on \(series.points[at].day)",
                inputs: series.inputs(at: at, asOf: base) + series.inputs(at: index, asOf: day))
        }
    }
}
