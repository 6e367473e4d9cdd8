package import Indicators
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `indicators claim`; what a terminal has no room for, sentences below the table say.
    package static func claim(_ findings: [ClaimFinding]) -> Table { Table("claim", findings, columnsOfClaims) }

    static let columnsOfClaims: [Column<ClaimFinding>] = [
        Column("series", .word) { Cell($0.series?.text) },
        Column("kind", .word, for: .programs) { Cell($0.series?.measure) },
        Column("source", .word, for: .programs) { Cell($0.series?.source) },
        Column("holds", .boolean, for: .programs) { Cell($0.holds) },
        Column("measure", .word) { .text($0.measure.rawValue) },
        Column("holds", .boolean, for: .people) { Cell($0.holds) },
        Column("base_first", .day) { Cell($0.firstBase) },
        Column("base_last", .day) { Cell($0.lastBase) },
        Column("bases", .number) { $0.series == nil ? .none : .integer($0.bases) },
        Column("best_base", .day) { Cell($0.bestBase) },
        Column("best_value", .number, decimals: 2) { Cell($0.bestValue) },
        Column("s0", .number, for: .programs) { Cell($0.s0) },
        Column("s1", .number, for: .programs) { Cell($0.s1) },
        Column("observed_on", .day, for: .programs) { Cell($0.observedOn) },
        Column("age_days", .number, for: .programs) { Cell($0.ageDays) },
        Column("note", for: .programs) { Cell(filled: $0.note) },
    ]
}
