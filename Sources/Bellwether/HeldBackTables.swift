internal import CommandLine
internal import Lists
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary

extension HeldBack {
    /// How many entries are named of each kind.
    private static let examples = 10

    /// For people: a table for each question; those without an answer are left out.
    var tables: [Table] {
        let sections: [(name: String, columns: [Int])] = [
            ("rule", [1, 7]), ("count", [1, 2, 3]), ("programme", [1, 2, 3, 4, 5]), ("field", [1, 2, 3]),
            ("removed", [1, 7, 6]), ("added", [1, 7, 6]),
        ]
        let all = table
        return sections.compactMap { name, columns in
            let rows = all.rows.filter { $0[0] == .text(name) }
            guard !rows.isEmpty else { return nil }
            var section = Table(
                name, columns: columns.map { all.columns[$0] }, rows: rows.map { row in columns.map { row[$0] } })
            section.columns[0].name = name
            if name == "removed" || name == "added" { section.columns[1].name = "name" }
            return section
        }
    }

    /// For programs: the same in one table.
    var table: Table {
        Table(
            "explanation",
            columns: [
                .init("section", .word), .init("name", .word), .init("before", .number), .init("after", .number),
                .init("removed", .number), .init("added", .number), .init("programs", .word), .init("text"),
            ],
            rows: [row("rule", run.code ?? "", text: run.message)]
                + counts.map { row("count", $0.name, [Cell($0.before), .integer($0.after)]) }
                + programmes.map {
                    row("programme", $0.tag, [$0.before, $0.after, $0.removed, $0.added].map { .integer($0) })
                }
                + emptied.map { row("field", $0.name, [Cell($0.before), .integer($0.after)]) }
                + removed.prefix(HeldBack.examples).map { row("removed", $0) }
                + added.prefix(HeldBack.examples).map { row("added", $0) })
    }

    private func row(_ section: String, _ entry: Designation) -> [Cell] {
        row(section, entry.id, programmes: Cell(joined: entry.programmes), text: entry.name)
    }

    private func row(
        _ section: String, _ name: String, _ numbers: [Cell] = [], programmes: Cell = .none, text: String? = nil
    ) -> [Cell] {
        [.text(section), .text(name)] + numbers + Array(repeating: .none, count: 4 - numbers.count)
            + [programmes, Cell(text)]
    }
}
