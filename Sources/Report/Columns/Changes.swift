internal import Lists
internal import Operations
package import Store
package import Tables
internal import Vocabulary

extension Table {
    /// The columns of `changes`: an entry that came or went is one row, a modified one a row per field.
    package static func changes(_ steps: [Step]) -> Table {
        var table = Table(
            "changes",
            columns: [
                .init("list", .word), .init("seen_at", .instant), .init("published", .day), .init("day", .day),
                .init("entry_id", .word), .init("change", .word), .init("field", .word), .init("before"),
                .init("after"),
                .init("name"), .init("programs", .word), .init("run", .word),
            ])
        for step in steps {
            for change in step.changes {
                for field in change.fields {
                    table.rows.append([
                        .text(step.run.feed), .instant(step.run.seen), Cell(step.run.published), .day(step.run.day),
                        .text(change.id), .text(change.kind.rawValue), Cell(field.name), Cell(field.before),
                        Cell(field.after), .text(change.subject?.name ?? ""),
                        Cell(joined: change.subject?.programmes ?? []), .text(step.run.id),
                    ])
                }
            }
        }
        return table
    }
}
