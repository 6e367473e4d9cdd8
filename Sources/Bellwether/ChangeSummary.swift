internal import Lists
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

/// Counts of changes per snapshot, day, week, programme, family, country or kind.
struct ChangeSummary {
    /// What counts can be of, as `--summary` takes it.
    static let keys = ["step", "day", "week", "programme", "family", "country", "kind"]

    /// What is counted together: one stretch of a list's history, or one group of its entries.
    private struct Row {
        var list: String
        var label: Cell
        var entries: Int?
        var counts = StepCounts()
    }

    private let steps: [Step]
    private let names: ListNames

    init(_ steps: [Step], names: ListNames) {
        self.steps = steps
        self.names = names
    }

    func table(by key: String) -> Table {
        switch key {
        case "step": stretches("seen_at", .instant) { .instant($0.run.seen) }
        case "day": stretches("day", .day) { .day($0.run.day) }
        case "week": stretches("week", .word) { .text(Week(containing: $0.run.day).description) }
        case "programme": groups("programme") { names.programmes(of: $0) }
        case "family": groups("family") { names.families(of: $0) }
        case "kind": groups("kind") { [$0.kind] }
        default: groups("country") { $0.countries }
        }
    }

    /// For reading: a paragraph per stretch; nil for what is better read as a table.
    func text(by key: String) -> String? {
        let stretches: [StepStretch]
        switch key {
        case "step": stretches = StepStretch.bySnapshot(steps)
        case "day": stretches = StepStretch.byDay(steps)
        case "week": stretches = StepStretch.byWeek(steps)
        default: return nil
        }
        return stretches.map { stretch in
            let lines = wrapped(Sanitised.line(stretch.sentence(names)), width: 78)
            return lines.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element + "\n" }.joined()
        }.joined()
    }

    /// One row per run of steps with the same label.
    private func stretches(_ name: String, _ kind: Table.Column.Kind, label: (Step) -> Cell) -> Table {
        var rows: [Row] = []
        for step in steps {
            let text = label(step)
            if rows.last?.list != step.run.feed || rows.last?.label != text {
                rows.append(Row(list: step.run.feed, label: text))
            }
            rows[rows.count - 1].entries = step.entries
            rows[rows.count - 1].counts.add(step)
        }
        return table(rows, name, kind)
    }

    /// One row per group over all steps; an entry counts once in each of its own.
    private func groups(_ name: String, of groups: (Designation) -> [String]) -> Table {
        var counts: [String: [String: StepCounts]] = [:]
        for step in steps {
            for change in step.changes {
                let (before, after) = (Set(change.before.map(groups) ?? []), Set(change.after.map(groups) ?? []))
                for group in before.union(after) {
                    counts[step.run.feed, default: [:]][group, default: StepCounts()]
                        .add(change, wasHere: before.contains(group), isHere: after.contains(group))
                }
            }
        }
        let rows = counts.sorted { $0.key < $1.key }.flatMap { list, groups in
            groups.sorted { $0.key < $1.key }.map { Row(list: list, label: .text($0.key), counts: $0.value) }
        }
        return table(rows, name, .word)
    }

    private func table(_ rows: [Row], _ name: String, _ kind: Table.Column.Kind) -> Table {
        let numbers: [(name: String, count: KeyPath<StepCounts, Int>)] = [
            ("added", \.addedKeys), ("removed", \.removedKeys), ("modified", \.modifiedKeys), ("raw_changed", \.raw),
            ("renamed", \.renamed), ("programme_changed", \.programme), ("returned", \.returned),
            ("rekeyed", \.rekeyed), ("source_missing", \.sourceMissing),
        ]
        return Table(
            "summary",
            columns: [.init("list", .word), .init(name, kind), .init("entries", .number)]
                + numbers.map { .init($0.name, .number) },
            rows: rows.map { row in
                [.text(row.list), row.label, Cell(row.entries)]
                    + numbers.map { .integer(row.counts[keyPath: $0.count]) }
            })
    }
}
