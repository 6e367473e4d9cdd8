internal import CommandLine
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

/// Counts of changes per snapshot, day, week, programme or country.
struct ChangeSummary {
    fileprivate struct Count {
        var list: String
        var label: String
        var entries: Int?
        var added = 0
        var removed = 0
        var modified = 0
        var raw = 0
        var renamed = 0
        var programme = 0
        var returned = 0
    }

    private let steps: [Step]
    private let current: (String, String) -> String

    /// - Parameter current: today's tag of a programme on a list: a rename of a tag is neither addition nor removal.
    init(_ steps: [Step], current: @escaping (String, String) -> String) {
        self.steps = steps
        self.current = current
    }

    func table(by key: String) -> Table {
        switch key {
        case "step": rows("seen_at", .instant) { [$0.run.seen.description] }
        case "day": rows("day", .day) { [$0.run.day.description] }
        case "week": rows("week", .word) { [Week(containing: $0.run.day).description] }
        case "programme": rows("programme", .word, of: { $0.programmes })
        default: rows("country", .word, of: { $0.countries })
        }
    }

    /// One row per label of a step.
    private func rows(_ name: String, _ kind: Table.Column.Kind, label: (Step) -> [String]) -> Table {
        var counts: [Count] = []
        for step in steps {
            let text = label(step)[0]
            if counts.last?.list != step.run.feed || counts.last?.label != text {
                counts.append(Count(list: step.run.feed, label: text))
            }
            counts[counts.count - 1].entries = step.entries
            counts[counts.count - 1].raw += step.rawChanged
            for change in step.changes { counts[counts.count - 1].add(change) }
        }
        return table(counts, name, kind)
    }

    /// One row per programme or country over all steps; an entry counts once under each of its own.
    private func rows(
        _ name: String, _ kind: Table.Column.Kind, of values: (Designation) -> [String]
    ) -> Table {
        var counts: [String: Count] = [:]
        for step in steps {
            let list = step.run.feed
            for change in step.changes {
                let before = Set((change.before.map(values) ?? []).map { current($0, list) })
                let after = Set((change.after.map(values) ?? []).map { current($0, list) })
                for value in before.union(after) {
                    var count = counts["\(list) \(value)"] ?? Count(list: list, label: value)
                    if change.kind == .modified || change.kind == .reread {
                        // Under a programme, an entry that moved there is an addition and one that left a removal.
                        if !before.contains(value) { count.added += 1 }
                        if !after.contains(value) { count.removed += 1 }
                        if before.contains(value), after.contains(value) { count.modified += 1 }
                    } else {
                        count.add(change)
                    }
                    counts["\(list) \(value)"] = count
                }
            }
        }
        return table(counts.values.sorted { ($0.list, $0.label) < ($1.list, $1.label) }, name, kind)
    }

    private func table(_ counts: [Count], _ name: String, _ kind: Table.Column.Kind) -> Table {
        Table(
            "summary",
            columns: [.init("list", .word), .init(name, kind)]
                + [
                    "entries", "added", "removed", "modified", "raw_changed", "renamed", "programme_changed",
                    "returned",
                ]
                .map { .init($0, .number) },
            rows: counts.map { count in
                let label: Cell =
                    switch kind {
                    case .instant: Cell(Instant(iso: count.label))
                    case .day: Cell(Day(iso: count.label))
                    default: .text(count.label)
                    }
                return [
                    .text(count.list), label, Cell(count.entries), .integer(count.added), .integer(count.removed),
                    .integer(count.modified), .integer(count.raw), .integer(count.renamed), .integer(count.programme),
                    .integer(count.returned),
                ]
            })
    }
}

extension ChangeSummary.Count {
    fileprivate mutating func add(_ change: EntryChange) {
        switch change.kind {
        case .added: added += 1
        // Back on the list counts as coming onto it; the last column tells how many had been there before.
        case .returned:
            added += 1
            returned += 1
        case .removed: removed += 1
        case .modified, .rekeyed: modified += 1
        case .reread: break
        }
        if change.isRenamed { renamed += 1 }
        if change.isMovedBetweenProgrammes { programme += 1 }
    }
}
