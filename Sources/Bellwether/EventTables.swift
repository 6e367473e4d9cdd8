internal import Operations
internal import Screening
internal import Store
internal import Tables
internal import Vocabulary

extension Table {
    static func event(_ event: NewsEvent) -> Table {
        let cells = EventText.cells(event)
        return Table(
            "event", columns: [.init("field", .word), .init("value")],
            rows: EventText.columns.compactMap { name in cells[name].map { [.text(name), .text($0)] } })
    }

    /// Which words gave which value, and where they stand.
    static func evidence(_ event: NewsEvent) -> Table {
        Table(
            "evidence",
            columns: [
                .init("field", .word), .init("value"), .init("phrase"), .init("part", .word), .init("offset", .code),
                .init("note"),
            ],
            rows: event.evidence.compactMap { EvidenceLine($0) }.map { line in
                [
                    .text(line.field), .text(line.value), .text(line.phrase), .text(line.part), Cell(line.offset),
                    Cell(line.note.isEmpty ? nil : line.note),
                ]
            })
    }

    /// What the lists said of names on a day: exact normalised names and full-name subsets.
    static func screening(_ rows: [NameScreening.Row], on day: Day) -> Table {
        Table(
            "screening",
            columns: [
                .init("name"), .init("list", .word), .init("as of", .day), .init("status", .word),
                .init("entry", .word),
                .init("matched name"), .init("match", .word), .init("listed on", .word),
            ],
            rows: rows.map { row in
                [
                    .text(row.name), .text(row.list), .day(day), .text(row.status.rawValue), Cell(row.match?.entry),
                    Cell(row.match?.matchedName), Cell(row.match?.match),
                    Cell(row.match.flatMap { $0.listedOn.isEmpty ? nil : $0.listedOn }),
                ]
            })
    }
}
