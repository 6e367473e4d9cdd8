internal import Configuration
internal import Indicators
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension PeriodReport {
    func appendLists(to document: inout Document) {
        document.append(.heading("Sanctions lists"))
        guard !lists.isEmpty else {
            document.append(.paragraph("No list in the ledger."))
            return
        }
        if scope.country != nil {
            document.append(
                .paragraph("Changes that concern the country alone: placed in it, or under a programme about it."))
        }
        document.append(.table(listsTable()))
        appendSteps(to: &document)
        appendProgrammes(to: &document)
        appendNotable(to: &document)
    }

    private func listsTable() -> Table {
        let rows = lists.map { list in
            let own = list.steps.filter { period.days.contains($0.run.day) }
            return ListRow(
                list: list, snapshots: own.count, counts: look(list).isKnown ? StepCounts(own) : nil)
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

    func look(_ list: ListHistory) -> ListLook { ListLook(list, in: period.days) }

    /// `not looked at: OFAC SDN (last looked at on 28 Dec 2022)`; nil where all were.
    func unlooked(_ lists: [ListHistory]) -> String? {
        let reasons = lists.compactMap { list in look(list).reason.map { "\(names.title(list.list)) (\($0))" } }
        guard !reasons.isEmpty else { return nil }
        return "unknown of \(Wording.list(reasons, most: 4))"
    }

    private func appendProgrammes(to document: inout Document) {
        let rows = net.filter { $0.scope.label != nil }
        guard !rows.isEmpty else { return }
        document.append(
            .paragraph(
                "Distinct entries that came under a programme or country or left it, those too that were on the list "
                    + "before or stay on it; an entry under two programmes counts in both. A renamed tag or key and a "
                    + "death are not counted as easing."))
        let most = workspace.reportRows * 3
        document.append(
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
        if let words = Wording.more(rest, in: "indicators.csv") { document.append(.paragraph(words)) }
    }

    /// Entries that concern a watched country by name, the others counted.
    private func appendNotable(to document: inout Document) {
        let most = workspace.reportRows
        for (kind, heading) in [(EntryChange.Kind.added, "Added"), (.returned, "Returned"), (.removed, "Removed")] {
            let changes = periodSteps.flatMap { step in
                step.changes.filter { $0.kind == kind }.map { (list: step.run.feed, change: $0) }
            }
            guard !changes.isEmpty else { continue }
            let isWatched = changes.map { item in
                scope.watch.countries.contains { names.concerns(item.change, $0) }
            }
            let ordered =
                zip(changes, isWatched).filter(\.1).map(\.0) + zip(changes, isWatched).filter { !$0.1 }.map(\.0)
            let rest =
                changes.count > most ? ", \(most) of \(Wording.whole(changes.count)); changes.csv has them all" : ""
            document.append(
                .paragraph("\(heading), what concerns watched countries first\(rest):"))
            for (list, change) in ordered.prefix(most) {
                let programmes = Wording.short(change.subject?.programmes.joined(separator: ", ") ?? "", 60)
                let name = Wording.short(change.subject?.name ?? change.id, 100)
                document.append(.item("\(name) (\(list) \(change.id); \(programmes))"))
            }
        }
    }

    /// The period step by step, or week by week where that is too long; of the three weeks before one sentence each.
    private func appendSteps(to document: inout Document) {
        let own = periodSteps
        let isShort = own.count <= workspace.reportRows * 2
        let earlier = steps(in: (period.first - 21)...(period.first - 1)).filter { !$0.changes.isEmpty }
        for (heading, stretches) in [
            (
                isShort ? "What changed, by snapshot and the publisher's own day:" : "What changed, by week:",
                isShort ? StepStretch.bySnapshot(own) : StepStretch.byWeek(own)
            ),
            ("In the three weeks before:", StepStretch.byWeek(earlier)),
        ] where !stretches.isEmpty {
            document.append(.paragraph(heading))
            for stretch in stretches { document.append(.item(stretch.sentence(names, of: scope.countryName))) }
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
