package import Indicators
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `indicators claim` that other programs read.
    package static func claim(_ findings: [ClaimFinding]) -> Table {
        Table(
            "claim",
            columns: [
                .init("series", .word), .init("kind", .word), .init("source", .word), .init("holds", .boolean),
                .init("measure", .word), .init("base_first", .day), .init("base_last", .day), .init("bases", .number),
                .init("best_base", .day), .init("best_value", .number), .init("s0", .number), .init("s1", .number),
                .init("observed_on", .day), .init("age_days", .number), .init("note"),
            ],
            rows: findings.map { row in
                [
                    Cell(row.series?.text), Cell(row.series?.measure), Cell(row.series?.source), Cell(row.holds),
                    .text(row.measure.rawValue), Cell(row.firstBase), Cell(row.lastBase),
                    row.series == nil ? .none : .integer(row.bases),
                    Cell(row.bestBase), Cell(row.bestValue), Cell(row.s0), Cell(row.s1), Cell(row.observedOn),
                    Cell(row.ageDays), row.note.isEmpty ? .none : .text(row.note),
                ]
            })
    }
}
