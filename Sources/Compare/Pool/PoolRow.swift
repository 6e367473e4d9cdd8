internal import Rates
internal import Tables
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
}

extension PoolRow {
    private func studentP(_ t: Double?) -> Double? { t.map { StudentT.twoSided($0, df: entries.count - 1) } }
    private func normalP(_ z: Double?) -> Double? { z.map(PooledStatistics.normalP) }

    /// The columns of `compare --pool`, in the order in which they are printed.
    package static let columns: [Column<PoolRow>] = [
        Column("pool") { .text($0.tag) },
        Column("direction") { .text($0.direction) },
        Column("numeraire") { .text($0.numeraire) },
        Column("model") { .text($0.model.rawValue) },
        Column("w0") { .integer($0.window.first) },
        Column("w1") { .integer($0.window.last) },
        Column("N") { .integer($0.entries.count) },
        Column("dates") { .integer($0.dates) },
        Column("n") { .integer($0.window.count) },
        Column("caar") { Cell($0.figures?.caar) },
        Column("t_cs") { Cell($0.figures?.crossSectional) },
        Column("p_cs") { Cell($0.studentP($0.figures?.crossSectional)) },
        Column("patell_z") { Cell($0.figures?.patell) },
        Column("p_patell") { Cell($0.normalP($0.figures?.patell)) },
        Column("bmp_t") { Cell($0.figures?.bmp) },
        Column("p_bmp") { Cell($0.studentP($0.figures?.bmp)) },
        Column("rbar") { Cell($0.figures?.rbar) },
        Column("kp_t") { Cell($0.figures?.kolariPynnonen) },
        Column("p_kp") { Cell($0.kolariPynnonenP) },
        Column("corrado_z") { Cell($0.figures?.corrado) },
        Column("p_corrado") { Cell($0.normalP($0.figures?.corrado)) },
        Column("pos") { Cell($0.figures?.positive) },
        Column("phat") { Cell($0.figures?.positiveShare) },
        Column("gsign_z") { Cell($0.figures?.sign) },
        Column("p_gsign") { Cell($0.normalP($0.figures?.sign)) },
        Column("signflip_p") { Cell($0.figures?.signFlipP) },
        Column("seed") { Cell($0.figures?.seed.map { String($0) }) },
        Column("after_fix") { .integer($0.afterFix) },
        Column("measure") { .text($0.measure) },
        Column("stage") { .text($0.stage) },
        Column("events") { .text($0.entries.map(\.event).joined(separator: ";")) },
        Column("status") { .text($0.status) },
        Column("p_kp_bh") { Cell($0.q) },
        Column("family") { Cell($0.family) },
        Column("quantity") { .text($0.quantity.rawValue) },
    ]
}
