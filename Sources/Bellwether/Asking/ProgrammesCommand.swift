internal import CommandLine
internal import Configuration
internal import Findings
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary
internal import Workspaces

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
            "programmes", rows,
            [
                Column("family", .word) { .text($0.family) },
                Column("list", .word) { .text($0.list) },
                Column("tag") { .text($0.tag) },
                Column("country", .word) { Cell(joined: $0.countries) },
                Column("act") { .text($0.act) },
                Column("from", .day) { Cell($0.from) },
                Column("until", .day) { Cell($0.until) },
                Column("renamed_to") { Cell($0.renamedTo) },
                Column("restriction", .word) { Cell(joined: $0.restrictions.map(\.rawValue)) },
                Column("note") { .text($0.note) },
                Column("renamed_on", .day) { Cell($0.renamedOn) },
                Column("marker", .boolean) { .boolean($0.isMarker) },
            ])
    }

    /// Rows that one line of the file made, as one.
    static func programmesForPeople(_ rows: [Programmes.Row]) -> Table {
        Table(
            "programmes", ProgrammeOfLists.all(rows),
            [
                Column("family", .word) { .text($0.row.family) },
                Column("list", .word) { .text($0.more == 0 ? $0.row.list : "\($0.row.list) +\($0.more)") },
                Column("tag") { .text($0.row.tag) },
                Column("from", .day) { Cell($0.row.from) },
                Column("until", .day) { Cell($0.row.until) },
                Column("restriction", .word) { Cell(joined: $0.row.restrictions.map(\.rawValue)) },
                Column("act") { .text($0.row.act) },
            ])
    }
}

/// A programme under its first list, and how many lists more have it.
private struct ProgrammeOfLists: Sendable {
    var row: Programmes.Row
    var more = 0

    static func all(_ rows: [Programmes.Row]) -> [ProgrammeOfLists] {
        var groups: [ProgrammeOfLists] = []
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
            groups.append(ProgrammeOfLists(row: row))
        }
        return groups
    }
}
