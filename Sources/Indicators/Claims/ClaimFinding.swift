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

    /// Sides of one market, and the bounds over places.
    private static let sides: Set<String> = ["min", "max", "buy", "sell", "cash_buy", "cash_sell"]

    /// The findings that a person reads, and those of single markets and sides whose source has a rate over all of them.
    package static func parted(_ findings: [ClaimFinding]) -> (main: [ClaimFinding], details: [ClaimFinding]) {
        let keys = Set(findings.compactMap(\.series))
        func isDetail(_ finding: ClaimFinding) -> Bool {
            guard let key = finding.series, let pair = key.pair else { return false }
            let side = key.measure.split(separator: ".").dropFirst().first.map { $0.prefix { $0 != "@" } } ?? ""
            guard key.measure.contains("@") || sides.contains(String(side)) else { return false }
            return keys.contains(SeriesKey(base: pair.base, quote: pair.quote, measure: key.kind, source: key.source))
        }
        return (findings.filter { !isDetail($0) }, findings.filter(isDetail))
    }
}
