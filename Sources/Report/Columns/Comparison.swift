package import Compare
package import Tables

extension Table {
    /// The columns of `compare`.
    package static func comparison(_ rows: [ComparisonRow]) -> Table {
        table("comparisons", ComparisonRow.columns, rows)
    }

    /// Appends the cells of one row of `comparison`: there may be very many rows.
    package static func appendComparison(_ row: ComparisonRow, to line: inout [Cell]) {
        for cell in comparisonCells { line.append(cell(row)) }
    }

    private static let comparisonCells = ComparisonRow.columns.map(\.cell)

    /// The columns of `compare --abnormal`.
    package static func abnormal(_ rows: [AbnormalReturn]) -> Table {
        table("abnormal_returns", AbnormalReturn.columns, rows)
    }

    /// The columns of `compare --pool`.
    package static func pools(_ rows: [PoolRow]) -> Table { table("pools", PoolRow.columns, rows) }

    /// The columns of `compare --steps`.
    package static func steps(_ rows: [StepRow]) -> Table { table("steps", StepRow.columns, rows) }

    /// The steps in eighty columns: of each event and series the last one up to day 0 and the first after it.
    package static func stepsForPeople(_ rows: [StepRow]) -> Table {
        let hasMany = Set(rows.map(\.place.series)).count > 1
        let series: [Table.Column] = hasMany ? [.init("series", .word)] : []
        return Table(
            "steps",
            columns: [.init("event", .word), .init("day 0", .day)] + series + [
                .init("step", .day), .init("%", .number, decimals: 1), .init("days", .number), .init("steps", .number),
                .init("chance", .number, decimals: 3),
            ],
            rows: StepRow.nearest(rows).map { row in
                [.text(row.place.event), Cell(row.place.dayZero?.day)] + (hasMany ? [.text(row.place.series)] : []) + [
                    Cell(row.step?.day), Cell(row.step.map { valueChange($0.size) }), Cell(row.days),
                    .integer(row.steps.steps.count), .number(row.steps.chance(within: row.reach)),
                ]
            })
    }

    /// The columns of `compare --explain`.
    package static func explained(_ lines: [ExplainedLine]) -> Table {
        table("explanation", columnsOfExplained, lines)
    }

    private static let columnsOfExplained: [Compare.Column<ExplainedLine>] = [
        .init("event") { .text($0.event) },
        .init("series") { .text($0.series) },
        .init("numeraire") { .text($0.numeraire) },
        .init("model") { .text($0.model.rawValue) },
        .init("w0") { .integer($0.window.first) },
        .init("w1") { .integer($0.window.last) },
        .init("after_fix") { .integer($0.afterFix) },
        .init("step") { .text($0.step) },
        .init("name") { .text($0.name) },
        .init("formula") { .text($0.formula) },
        .init("value") { $0.cell },
    ]

    /// The columns of `compare --calibrate`.
    package static func calibration(_ rows: [CalibrationRow]) -> Table {
        table("calibration", CalibrationRow.columns, rows)
    }

    private static func table<Row>(_ name: String, _ columns: [Compare.Column<Row>], _ rows: [Row]) -> Table {
        Table(
            name, columns: columns.map { .init($0.name, .word) },
            rows: rows.map { row in columns.map { $0.cell(row) } })
    }
}
