internal import Compare
internal import Tables

extension Table {
    static func breaks(_ rows: [SeriesBreak]) -> Table {
        Table(
            "breaks",
            columns: SeriesBreak.columns.map { column in
                switch column.name {
                case "series", "numeraire", "on", "events": .init(column.name, .word)
                case let name where name.hasSuffix("day") || name.contains("_of_"): .init(name, .day)
                default: .init(column.name, .number)
                }
            }, rows: rows.map { row in SeriesBreak.columns.map { $0.cell(row) } })
    }

    /// What fits a terminal; the interval's days only where a break has one.
    static func breaksForPeople(_ rows: [SeriesBreak]) -> Table {
        let hasInterval = rows.contains { $0.interval != nil }
        let interval: [Column] = hasInterval ? [.init("lo_day", .day), .init("hi_day", .day)] : []
        return Table(
            "breaks",
            columns: [
                .init("series", .word), .init("in", .word), .init("on", .word), .init("n", .number),
                .init("break", .number), .init("last", .day), .init("next", .day),
            ] + interval,
            rows: rows.map { row in
                [
                    .text(row.series), .text(row.numeraire), .text(row.kind.rawValue), .integer(row.n),
                    .integer(row.number), Cell(row.lastOfSegment), Cell(row.firstOfNext),
                ] + (hasInterval ? [Cell(row.lowDay), Cell(row.highDay)] : [])
            })
    }
}
