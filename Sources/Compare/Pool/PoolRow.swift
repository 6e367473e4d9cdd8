internal import Rates
package import Vocabulary

/// One row of `compare --pool`: the events of a pool over one window, tested together.
package struct PoolRow: Sendable {
    package var tag: String
    package var direction: String
    package var measure: String
    package var stage: String
    package var afterFix: Int
    package var quantity: Quantity
    package var numeraire: String
    package var model: NormalModel
    package var window: EventWindow
    /// One per (series, day 0), in the order of the events.
    package var entries: [Entry]
    /// Nil where there are too few.
    package var figures: Figures?
    /// Benjamini and Hochberg over the pools of one run with the same numeraire, model and window.
    package var q: Double?
    package var family: Int?

    package struct Entry: Sendable, Hashable {
        package var event: String
        package var series: String
        package var day: Day
        package var car: Double
    }

    package struct Figures: Sendable {
        /// Mean abnormal log return.
        package var caar: Double
        package var crossSectional: Double?
        package var patell: Double?
        package var bmp: Double?
        /// Mean correlation of the estimation residuals, pair by pair.
        package var rbar: Double
        package var kolariPynnonen: Double?
        package var corrado: Double?
        package var positive: Int
        package var positiveShare: Double
        package var sign: Double?
        package var signFlipP: Double
        /// Nil where every vector of signs was tried.
        package var seed: UInt64?
    }

    /// `ok`, `too_few`, or `no_events` with a whole window.
    package var status: String { figures != nil ? "ok" : entries.isEmpty ? "no_events" : "too_few" }

    /// Distinct days 0.
    package var dates: Int { Set(entries.map(\.day)).count }

    package var kolariPynnonenP: Double? {
        figures?.kolariPynnonen.map { StudentT.twoSided($0, df: entries.count - 1) }
    }

    /// Whether the pool stands out: by the test that knows of correlation, and by the one that knows of no distribution.
    package var standsOut: Bool { (q ?? 1) <= 0.05 && (figures?.signFlipP ?? 1) <= 0.05 }

    /// Of a t or a z of the figures: how often chance alone gives one as large.
    package func studentP(_ t: Double?) -> Double? { t.map { StudentT.twoSided($0, df: entries.count - 1) } }
    package func normalP(_ z: Double?) -> Double? { z.map(PooledStatistics.normalP) }
}
