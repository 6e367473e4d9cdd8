internal import Findings
internal import Lists
package import Tables
package import Vocabulary

extension Table {
    /// The columns of `changes`: an entry that came or went is one row, a modified one a row per field.
    package static func changes(_ steps: [Step]) -> Table {
        let rows = steps.flatMap { step in
            step.changes.flatMap { change in
                change.fields.map { ChangedField(run: step.run, change: change, field: $0) }
            }
        }
        return Table(
            "changes", rows,
            [
                Column("list", .word, for: .programs) { .text($0.run.feed) },
                Column("seen_at", .instant, for: .programs) { .instant($0.run.seen) },
                Column("published", .day, for: .programs) { Cell($0.run.published) },
                Column("day", .day) { .day($0.run.day) },
                Column("entry_id", .word, for: .programs) { .text($0.change.id) },
                Column("entry", .word, for: .people) { .text($0.change.id) },
                Column("change", .word) { .text($0.change.kind.rawValue) },
                Column("field", .word) { Cell($0.field.name) },
                Column("what", for: .people) { .text($0.what) },
                Column("before", for: .programs) { Cell($0.field.before) },
                Column("after", for: .programs) { Cell($0.field.after) },
                Column("name", for: .programs) { .text($0.change.subject?.name ?? "") },
                Column("programs", .word, for: .programs) { Cell(joined: $0.change.subject?.programmes ?? []) },
                Column("run", .word, for: .programs) { .text($0.run.id.text) },
            ])
    }
}

/// One field of one entry that changed in one step.
private struct ChangedField: Sendable {
    var run: Run
    var change: EntryChange
    var field: EntryChange.FieldChange

    /// Both sides of the change; of an entry that came or went, its name.
    var what: String {
        let sides = field.name == nil ? change.subject?.name ?? "" : "\(field.before ?? "-") -> \(field.after ?? "-")"
        return String(sides.prefix(120))
    }
}
