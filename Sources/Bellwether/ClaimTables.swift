internal import Indicators
internal import Tables
internal import Vocabulary

extension Table {
    /// What fits a terminal; the sentences below it say the rest.
    static func claimForPeople(_ findings: [ClaimFinding]) -> Table {
        Table(
            "claim",
            columns: [
                .init("series", .word), .init("measure", .word), .init("holds", .boolean), .init("base_first", .day),
                .init("base_last", .day), .init("bases", .number), .init("best_base", .day),
                .init("best_value", .number, decimals: 2),
            ],
            rows: findings.map { row in
                [
                    Cell(row.series?.text), .text(row.measure.rawValue), Cell(row.holds), Cell(row.firstBase),
                    Cell(row.lastBase), row.series == nil ? .none : .integer(row.bases), Cell(row.bestBase),
                    Cell(row.bestValue),
                ]
            })
    }
}
