package import Vocabulary

/// A named formula over series: what it is, what it takes, and how it is computed.
package struct Indicator: Sendable {
    package let id: String
    /// One sentence for `--help`.
    package let help: String
    /// S0 and S1 are the values at the base and on the day; S_t runs over the observations.
    package let formula: String
    /// The unit of its values; nil: the series' own.
    package let unit: String?
    let ownParameters: [IndicatorParameter]
    package let method: Method

    /// How a question is answered: this decides how many series it takes and what a row is.
    package enum Method: Sendable {
        /// One figure as of a day, from one series no older than its maximum age.
        case figure(Preparation)
        /// One figure about all observations up to a day: the age of the last one does not matter.
        case history(Preparation)
        /// One figure from the values on the base day and on the day; answers given numbers as well.
        case twoPoints(@Sendable (_ s0: Double, _ s1: Double) -> Double)
        /// One figure from a parallel and an official rate, each as of the day.
        case twoSeries(@Sendable (_ parallel: Double, _ official: Double) -> Finding)
        /// A row per dated finding.
        case findings(@Sendable (DatedSeries, IndicatorSettings) throws -> [Finding])
        /// Counted from changes of lists, not from series: `DesignationsNet`.
        case designations
    }

    /// Reads the settings and whatever the whole series gives once; the result answers for a point's index and a day.
    package typealias Preparation =
        @Sendable (DatedSeries, IndicatorSettings) throws -> (_ index: Int, _ day: Day) ->
        Finding

    init(
        _ id: String, _ help: String, formula: String, unit: String?, parameters: [IndicatorParameter] = [],
        _ method: Method
    ) {
        self.id = id
        self.help = help
        self.formula = formula
        self.unit = unit
        ownParameters = parameters
        self.method = method
    }

    /// What `--set` may name.
    package var parameters: [IndicatorParameter] { ownParameters + [.maximumAge] }

    /// Whether a question must give `--base`.
    package var needsBase: Bool {
        if case .twoPoints = method { true } else { false }
    }

    /// How many series one answer takes; 0 where it is not computed from series.
    package var seriesCount: Int {
        switch method {
        case .designations: 0
        case .twoSeries: 2
        default: 1
        }
    }

    /// Whether a row is a dated finding instead of a figure for a day.
    package var isListValued: Bool {
        if case .findings = method { true } else { false }
    }
}

/// What a formula found: a value or the reason for none, and what it rests on.
package struct Finding: Sendable {
    var value: Double?
    var note = ""
    /// Where the finding has a date of its own.
    var date: Day?
    var baseDate: Day?
    var inputs: [IndicatorInput] = []

    static func none(_ reason: String) -> Finding { Finding(value: nil, note: reason) }
}
