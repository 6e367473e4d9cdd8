internal import Configuration
internal import Findings
internal import Indicators
internal import Lists
internal import Tables
internal import Vocabulary

/// What changed on the lists: in numbers, step by step, under which programmes, and who.
struct ListsSection: ReportSection {
    let context: ReportContext
    let lists: ListsInPeriod
    /// Designations of the period, per list, programme, family and country.
    let net: [DesignationsNet]

    var files: [ReportFile] { [ReportFile("changes", .changes(lists.steps))] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Sanctions lists"))
        guard !lists.histories.isEmpty else {
            blocks.append(.paragraph("No list in the ledger."))
            return blocks
        }
        if context.scope.country != nil {
            blocks.append(
                .paragraph("Changes that concern the country alone: placed in it, or under a programme about it."))
        }
        blocks.append(.table(table))
        appendSteps(to: &blocks)
        appendProgrammes(to: &blocks)
        appendNotable(to: &blocks)
        return blocks
    }

    private var table: Table {
        let rows = lists.histories.map { list in
            let own = list.steps.filter { context.period.days.contains($0.run.day) }
            return ListRow(
                list: list, snapshots: own.count, counts: lists.look(list).isKnown ? StepCounts(own) : nil)
        }
        return Table(
            "lists", rows,
            [
                Column("list", .word) { .text($0.list.list) },
                Column("entries", .number) { $0.list.lastRun == nil ? "-" : .integer($0.list.entries) },
                Column("added", .number) { $0.counts.map { .integer($0.added) } ?? "-" },
                Column("removed", .number) { $0.counts.map { .integer($0.removed) } ?? "-" },
                Column("modified", .number) { $0.counts.map { .integer($0.modified) } ?? "-" },
                Column("snapshots", .number) { .integer($0.snapshots) },
                Column("last look", .day) { Cell($0.list.lastRun?.localDay) },
            ])
    }

    private func appendProgrammes(to blocks: inout [Document.Block]) {
        let rows = net.filter { $0.scope.label != nil }
        guard !rows.isEmpty else { return }
        blocks.append(
            .paragraph(
                "Distinct entries that came under a programme or country or left it, those too that were on the list "
                    + "before or stay on it; an entry under two programmes counts in both. A renamed tag or key and a "
                    + "death are not counted as easing."))
        let most = context.rows * 3
        blocks.append(
            .table(
                Table(
                    "programmes", Array(rows.prefix(most)),
                    [
                        Column("list", .word) { .text($0.list) },
                        Column("programme or country", .word) { Cell($0.scope.label) },
                        Column("added", .number) { .integer($0.added) },
                        Column("removed", .number) { .integer($0.removed) },
                        Column("net", .number) { .integer($0.net) },
                    ])))
        let rest = rows.count - most
        if let words = Wording.more(rest, in: "indicators.csv") { blocks.append(.paragraph(words)) }
    }

    /// Entries that concern a watched country by name, the others counted.
    private func appendNotable(to blocks: inout [Document.Block]) {
        let most = context.rows
        for (kind, heading) in [(EntryChange.Kind.added, "Added"), (.returned, "Returned"), (.removed, "Removed")] {
            let changes = lists.steps.flatMap { step in
                step.changes.filter { $0.kind == kind }.map { (list: step.run.feed, change: $0) }
            }
            guard !changes.isEmpty else { continue }
            let isWatched = changes.map { item in
                context.scope.watch.countries.contains { context.names.concerns(item.change, $0) }
            }
            let ordered =
                zip(changes, isWatched).filter(\.1).map(\.0) + zip(changes, isWatched).filter { !$0.1 }.map(\.0)
            let rest =
                changes.count > most ? ", \(most) of \(Wording.whole(changes.count)); changes.csv has them all" : ""
            blocks.append(
                .paragraph("\(heading), what concerns watched countries first\(rest):"))
            for (list, change) in ordered.prefix(most) {
                let programmes = Wording.short(change.subject?.programmes.joined(separator: ", ") ?? "", 60)
                let name = Wording.short(change.subject?.name ?? change.id, 100)
                blocks.append(.item("\(name) (\(list) \(change.id); \(programmes))"))
            }
        }
    }

    /// The period step by step, or week by week where that is too long; of the three weeks before one sentence each.
    private func appendSteps(to blocks: inout [Document.Block]) {
        let own = lists.steps
        let isShort = own.count <= context.rows * 2
        let earlier = lists.steps(in: (context.period.first - 21)...(context.period.first - 1)).filter {
            !$0.changes.isEmpty
        }
        for (heading, stretches) in [
            (
                isShort ? "What changed, by snapshot and the publisher's own day:" : "What changed, by week:",
                isShort ? StepStretch.bySnapshot(own) : StepStretch.byWeek(own)
            ),
            ("In the three weeks before:", StepStretch.byWeek(earlier)),
        ] where !stretches.isEmpty {
            blocks.append(.paragraph(heading))
            for stretch in stretches {
                blocks.append(.item(stretch.sentence(context.names, of: context.scope.countryName)))
            }
        }
    }
}

/// A list in the period; its counts are nil where nobody looked at it.
private struct ListRow: Sendable {
    var list: ListHistory
    var snapshots: Int
    var counts: StepCounts?
}

extension DesignationsNet.Scope {
    /// What the table of programmes and countries calls it; nil: it is neither.
    fileprivate var label: String? {
        switch self {
        case .programme(let tag): tag
        case .country(let code): "country \(code)"
        default: nil
        }
    }
}
