internal import CommandLine
internal import Configuration
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Command {
    static let programmes = Command(
        "programmes", abstract: "Print the sanctions programmes and their families",
        discussion: """
            A family is one programme across lists: OFAC's tags, the EU's code, the UK's regime, the Security Council's \
            committee. Families are those of Config/programs.csv; T. begins a theme without a country. Text names the \
            first list of a row and how many more there are; CSV and JSON have a row for each.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether programmes RU.main", "what stands behind a family"),
            .init("bellwether programmes --list un-sc", "the tags of one list"),
        ],
        arguments: [Argument("FAMILY", .any, help: "Families; every one where none is named.")],
        options: [.format, Option("list", .list, valueName: "LIST", help: "Only tags of these lists.")]
    ) { invocation in
        let programmes = try invocation.workspace().settings.programmes
        let families = Set(invocation.arguments("FAMILY"))
        for family in invocation.arguments("FAMILY") { try programmes.requireFamily(family) }
        let lists = Set(invocation.list("list"))
        let rows = programmes.rows.filter {
            (families.isEmpty || families.contains($0.family)) && (lists.isEmpty || lists.contains($0.list))
        }
        try invocation.console.print(
            invocation.format == .text ? .programmesForPeople(rows) : .programmes(rows), as: invocation.format)
        return .done
    }
}

extension Table {
    static func programmes(_ rows: [Programmes.Row]) -> Table {
        Table(
            "programmes",
            columns: [
                .init("family", .word), .init("list", .word), .init("tag"), .init("country", .word), .init("act"),
                .init("from", .day), .init("until", .day), .init("renamed_to"), .init("restriction", .word),
                .init("note"), .init("renamed_on", .day), .init("marker", .boolean),
            ],
            rows: rows.map { row in
                [
                    .text(row.family), .text(row.list), .text(row.tag), Cell(joined: row.countries), .text(row.act),
                    Cell(row.from), Cell(row.until), Cell(row.renamedTo),
                    Cell(joined: row.restrictions.map(\.rawValue)), .text(row.note), Cell(row.renamedOn),
                    .boolean(row.isMarker),
                ]
            })
    }

    static func programmesForPeople(_ rows: [Programmes.Row]) -> Table {
        var table = Table(
            "programmes",
            columns: [
                .init("family", .word), .init("list", .word), .init("tag"), .init("from", .day), .init("until", .day),
                .init("restriction", .word), .init("act"),
            ])
        var groups: [(row: Programmes.Row, more: Int)] = []
        for row in rows {
            // Rows that one line of the file made differ in nothing but the list, and stand side by side.
            if var last = groups.last?.row {
                let first = last.list
                last.list = row.list
                if last == row, first != row.list {
                    groups[groups.count - 1].more += 1
                    continue
                }
            }
            groups.append((row, 0))
        }
        table.rows = groups.map { row, more in
            [
                .text(row.family), .text(more == 0 ? row.list : "\(row.list) +\(more)"), .text(row.tag),
                Cell(row.from), Cell(row.until), Cell(joined: row.restrictions.map(\.rawValue)), .text(row.act),
            ]
        }
        return table
    }
}
