package import Vocabulary

/// One row of an answer to a claim: a stretch of base days of one series under which it holds, or those under which it
/// does not.
package struct ClaimFinding: Sendable, Hashable {
    /// Nil for arithmetic on two given rates.
    package var series: SeriesKey?
    package var measure: Claim.Measure
    /// Nil where nothing could be tested; the note says why.
    package var holds: Bool?
    /// The first and last base day that the row speaks of, and how many observations there are.
    package var firstBase: Day?
    package var lastBase: Day?
    package var bases = 0
    /// The base whose figure is nearest to the claim, and that figure in percent.
    package var bestBase: Day?
    package var bestValue: Double?
    /// The rates at the best base and on the day asked about.
    package var s0: Double?
    package var s1: Double?
    /// The observation that stands for the day asked about, and its age in days.
    package var observedOn: Day?
    package var ageDays: Int?
    package var note = ""
    /// The largest figure that any base gives, and that base: what a claim that never holds is held against.
    package var largest: (value: Double, base: Day)? {
        get { largestValue.flatMap { value in largestBase.map { (value, $0) } } }
        set { (largestValue, largestBase) = (newValue?.value, newValue?.base) }
    }
    private var largestValue: Double?
    private var largestBase: Day?

    package init(_ series: SeriesKey?, _ measure: Claim.Measure) {
        self.series = series
        self.measure = measure
    }
}
