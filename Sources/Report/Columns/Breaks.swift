package import Compare
package import Tables

extension Table {
    /// The columns of `breaks`. People get what fits eighty columns: where a break has an interval, its days take the place
    /// of the row count and of the last day before it.
    package static func breaks(_ rows: [SeriesBreak]) -> Table {
        let hasInterval = rows.contains { $0.interval != nil }
        let withoutInterval: Audience = hasInterval ? .programs : .both
        let columns: [Column<SeriesBreak>] = [
            Column("series", .word) { .text($0.series) },
            Column("numeraire", .word, for: .programs) { .text($0.numeraire) },
            Column("in", .word, for: .people) { .text($0.numeraire) },
            Column("on", .word) { .text($0.kind.rawValue) },
            Column("n", .number, for: withoutInterval) { .integer($0.n) },
            Column("mad", .number, for: .programs) { Cell($0.mad) },
            Column("pen", .number, for: .programs) { Cell($0.penalty) },
            Column("objective", .number, for: .programs) { Cell($0.objective) },
            Column("break", .number, for: .programs) { .integer($0.number) },
            Column("no", .number, for: .people) { .integer($0.number) },
            Column("index", .number, for: .programs) { Cell($0.index) },
        ]
        let last: [Column<SeriesBreak>] =
            hasInterval ? [] : [Column("last", .day, for: .people) { Cell($0.lastOfSegment) }]
        let days: [Column<SeriesBreak>] = [
            Column("last_of_segment", .day, for: .programs) { Cell($0.lastOfSegment) },
            Column("first_of_next", .day, for: .programs) { Cell($0.firstOfNext) },
            Column("next", .day, for: .people) { Cell($0.firstOfNext) },
            Column("lo", .number, for: .programs) { Cell($0.interval?.lowerBound) },
            Column("hi", .number, for: .programs) { Cell($0.interval?.upperBound) },
            Column("lo_day", .day, for: hasInterval ? .both : .programs) { Cell($0.lowDay) },
            Column("hi_day", .day, for: hasInterval ? .both : .programs) { Cell($0.highDay) },
            Column("events", .word, for: .programs) { Cell(joined: $0.events) },
            Column("score", .number, for: .programs) { Cell($0.match?.knownScore) },
            Column("p_rotation", .number, for: .programs) { Cell($0.match?.p) },
        ]
        return Table("breaks", rows, columns + last + days)
    }
}
