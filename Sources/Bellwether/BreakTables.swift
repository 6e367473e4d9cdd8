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

    /// What fits eighty columns: where a break has an interval, its days take the place of the row count and of the last
    /// day before it.
    static func breaksForPeople(_ rows: [SeriesBreak]) -> Table {
        let hasInterval = rows.contains { $0.interval != nil }
        let names = hasInterval ? ["next", "lo_day", "hi_day"] : ["last", "next"]
        let count: [Column] = hasInterval ? [] : [.init("n", .number)]
        return Table(
            "breaks",
            columns: [.init("series", .word), .init("in", .word), .init("on", .word)] + count
                + [.init("no", .number)] + names.map { .init($0, .day) },
            rows: rows.map { row in
                [.text(row.series), .text(row.numeraire), .text(row.kind.rawValue)]
                    + (hasInterval ? [] : [.integer(row.n)]) + [.integer(row.number)]
                    + (hasInterval
                        ? [Cell(row.firstOfNext), Cell(row.lowDay), Cell(row.highDay)]
                        : [Cell(row.lastOfSegment), Cell(row.firstOfNext)])
            })
    }
}
