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
        var table = Table(
            "lists",
            columns: [.init("list", .word)]
                + ["entries", "added", "removed", "modified", "snapshots"].map { .init($0, .number) }
                + [.init("last look", .day)])
        table.rows = lists.map { list in
            let own = list.steps.filter { period.days.contains($0.run.day) }
            let counts = StepCounts(own)
            let isKnown = look(list).isKnown
            func count(_ number: Int) -> Cell { isKnown ? .integer(number) : .text("-") }
            return [
                .text(list.list), list.lastRun == nil ? .text("-") : .integer(list.entries), count(counts.added),
                count(counts.removed), count(counts.modified), .integer(own.count), Cell(list.lastRun?.localDay),
            ]
        }
        return table
    }

    func look(_ list: ListHistory) -> ListLook { ListLook(list, in: period.days) }

    /// `not looked at: OFAC SDN (last looked at on 28 Dec 2022)`; nil where all were.
    func unlooked(_ lists: [ListHistory]) -> String? {
        let reasons = lists.compactMap { list in look(list).reason.map { "\(names.title(list.list)) (\($0))" } }
        guard !reasons.isEmpty else { return nil }
        return "unknown of \(Wording.list(reasons, most: 4))"
    }

    private func appendProgrammes(to document: inout Document) {
        var table = Table(
            "programmes",
            columns: [
                .init("list", .word), .init("programme or country", .word), .init("added", .number),
                .init("removed", .number), .init("net", .number),
            ])
        for row in net {
            let label: String
            switch row.scope {
            case .programme(let tag): label = tag
            case .country(let code): label = "country \(code)"
            default: continue
            }
            table.rows.append([
                .text(row.list), .text(label), .integer(row.added), .integer(row.removed), .integer(row.net),
            ])
        }
        guard !table.rows.isEmpty else { return }
        document.append(
            .paragraph(
                "Distinct entries that came under a programme or country or left it, those too that were on the list "
                    + "before or stay on it; an entry under two programmes counts in both. A renamed tag or key and a "
                    + "death are not counted as easing."))
        let most = workspace.reportRows * 3
        let rest = table.rows.count - most
        table.rows = Array(table.rows.prefix(most))
        document.append(.table(table))
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
