package import Rates
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
    /// Computed from given numbers where no series is; nil: it needs series.
    package var given: GivenNumbers?
    /// Whether a question must give `--base`.
    package var needsBase = false
    /// Reads what was printed, the suspect values in their places, instead of what arithmetic may use.
    package var readsPrinted = false
    /// Whether base and day are meant to lie a month apart; where they do not, the note says so.
    package var spansMonth = false
    /// Whether it speaks of a currency: prices and percentages have no value that somebody lost.
    package var wantsRate = false
    /// A pattern of series that it reads beside the one asked about, such as `US:cpi_yoy:*`.
    package var auxiliary: String?

    /// How a question is answered: this decides how many series it takes and what a row is.
    package enum Method: Sendable {
        /// One figure as of a day, from one series no older than its maximum age.
        case figure(Preparation)
        /// One figure about all observations up to a day: the age of the last one does not matter.
        case history(Preparation)
        /// One figure from the values on the base day and on the day, of a series that it fits.
        case twoPoints(fits: Fitness, TwoPointFormula)
        /// One figure as of a day from several series, the first of which gives the days; nil count: any number.
        case joint(count: Int?, JointPreparation)
        /// A row per dated finding in so many series.
        case findings(count: Int, @Sendable ([DatedSeries], IndicatorContext) throws -> [Finding])
        /// Counted from changes of lists, not from series: `DesignationsNet`.
        case designations
    }

    /// From the value at the base and the one on the day.
    package typealias TwoPointFormula = @Sendable (_ s0: Double, _ s1: Double) -> Finding
    /// Why a series cannot be asked this; nil where it can.
    package typealias Fitness = @Sendable (DatedSeries) -> String?
    /// Answers for a point's index and a day.
    package typealias Evaluation = (_ index: Int, _ day: Day) -> Finding
    /// Reads the settings and whatever the whole series gives once.
    package typealias Preparation = @Sendable (DatedSeries, IndicatorContext) throws -> Evaluation
    /// The same over several series; nil: that day has no row.
    package typealias JointPreparation =
        @Sendable ([DatedSeries], IndicatorContext) throws -> (_ index: Int, _ day: Day) -> Finding?

    init(
        _ id: String, _ help: String, formula: String, unit: String?, parameters: [IndicatorParameter] = [],
        given: GivenNumbers? = nil, needsBase: Bool = false, readsPrinted: Bool = false, auxiliary: String? = nil,
        _ method: Method
    ) {
        self.id = id
        self.help = help
        self.formula = formula
        self.unit = unit
        ownParameters = parameters
        self.given = given
        self.needsBase = needsBase
        self.readsPrinted = readsPrinted
        self.auxiliary = auxiliary
        self.method = method
    }

    /// What `--set` may name.
    package var parameters: [IndicatorParameter] { ownParameters + (given?.parameters ?? []) + [.maximumAge] }

    /// How many series one answer takes: 0 where it is not computed from series, nil for any number.
    package var seriesCount: Int? {
        switch method {
        case .designations: 0
        case .joint(let count, _): count
        case .findings(let count, _): count
        default: 1
        }
    }

    /// Whether a row is a dated finding instead of a figure for a day.
    package var isListValued: Bool {
        if case .findings = method { true } else { false }
    }

    /// The same indicator, of exchange rates only.
    func ofRates() -> Indicator {
        var copy = self
        copy.wantsRate = true
        return copy
    }

    /// Why a series cannot be asked this; nil where it can.
    func refusal(_ series: DatedSeries) -> String? {
        wantsRate && series.key.pair == nil ? "\(series.key) is no exchange rate: no currency lost value by it" : nil
    }
}
