internal import CommandLine
internal import Findings
internal import Lists
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary

extension HeldBack {
    /// How many entries are named of each kind.
    private static let examples = 10

    /// What of a held run is told: a table each for people, one after the other in one table for programs.
    private enum Section: String, CaseIterable, Sendable { case rule, count, programme, field, removed, added }

    /// One row of a section.
    private struct Line: Sendable {
        var section: Section
        var name: String
        var before: Int?
        var after: Int?
        var removed: Int?
        var added: Int?
        var programmes: [String] = []
        var text: String?

        init(_ section: Section, _ name: String) {
            self.section = section
            self.name = name
        }

        init(_ section: Section, _ count: Count) {
            self.init(section, count.name)
            before = count.before
            after = count.after
        }

        init(_ programme: Programme) {
            self.init(.programme, programme.tag)
            before = programme.before
            after = programme.after
            removed = programme.removed
            added = programme.added
        }

        init(_ section: Section, _ entry: Designation) {
            self.init(section, entry.id)
            programmes = entry.programmes
            text = entry.name
        }

        static let named = Column<Line>("name", .word) { .text($0.name) }
        static let counted: [Column<Line>] = [
            Column("before", .number) { Cell($0.before) }, Column("after", .number) { Cell($0.after) },
        ]
        static let moved: [Column<Line>] = [
            Column("removed", .number) { Cell($0.removed) }, Column("added", .number) { Cell($0.added) },
        ]
        static let programmes = Column<Line>("programs", .word) { Cell(joined: $0.programmes) }
        static let text = Column<Line>("text") { Cell($0.text) }
    }

    private func lines(_ section: Section) -> [Line] {
        switch section {
        case .rule:
            var line = Line(.rule, run.code ?? "")
            line.text = run.message
            return [line]
        case .count: return counts.map { Line(.count, $0) }
        case .programme: return programmes.map { Line($0) }
        case .field: return emptied.map { Line(.field, $0) }
        case .removed: return removed.prefix(HeldBack.examples).map { Line(.removed, $0) }
        case .added: return added.prefix(HeldBack.examples).map { Line(.added, $0) }
        }
    }

    /// For people: a table for each question; those without an answer are left out.
    var tables: [Table] {
        Section.allCases.compactMap { section in
            let rows = lines(section)
            guard !rows.isEmpty else { return nil }
            let columns =
                switch section {
                case .rule: [Line.text]
                case .count, .field: Line.counted
                case .programme: Line.counted + Line.moved
                case .removed, .added: [Line.text.named("name"), Line.programmes]
                }
            return Table(section.rawValue, rows, [Line.named.named(section.rawValue)] + columns)
        }
    }

    /// For programs: the same in one table.
    var table: Table {
        Table(
            "explanation", Section.allCases.flatMap { lines($0) },
            [Column("section", .word) { .text($0.section.rawValue) }, Line.named] + Line.counted + Line.moved
                + [Line.programmes, Line.text])
    }
}
