internal import Findings
internal import Lists
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

/// Counts of changes per snapshot, day, week, programme, family, country or kind.
struct ChangeSummary {
    /// What counts can be of, as `--summary` takes it.
    static let keys = ["step", "day", "week", "programme", "family", "country", "kind"]

    /// What is counted together: one stretch of a list's history, or one group of its entries.
    private struct Row: Sendable {
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
        case "programme": groups("programme") { names.programmes.currentTags(of: $0) }
        case "family": groups("family") { names.programmes.summaryFamilies(of: $0) }
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
    private func stretches(_ name: String, _ kind: Heading.Kind, label: (Step) -> Cell) -> Table {
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

    private func table(_ rows: [Row], _ name: String, _ kind: Heading.Kind) -> Table {
        let columns: [Column<Row>] = [
            Column("list", .word) { .text($0.list) },
            Column(name, kind) { $0.label },
            Column("entries", .number) { Cell($0.entries) },
            Column("added", .number) { .integer($0.counts.addedKeys) },
            Column("removed", .number) { .integer($0.counts.removedKeys) },
            Column("modified", .number) { .integer($0.counts.modifiedKeys) },
            Column("raw_changed", .number) { .integer($0.counts.raw) },
            Column("renamed", .number) { .integer($0.counts.renamed) },
            Column("programme_changed", .number) { .integer($0.counts.programme) },
            Column("returned", .number) { .integer($0.counts.returned) },
            Column("rekeyed", .number) { .integer($0.counts.rekeyed) },
            Column("source_missing", .number) { .integer($0.counts.sourceMissing) },
        ]
        return Table("summary", rows, columns)
    }
}
