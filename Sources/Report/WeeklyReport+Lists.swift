internal import Configuration
internal import Indicators
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension WeeklyReport {
    func appendLists(to document: inout Document) {
        document.append(.heading("Sanctions lists"))
        let lists = listed.keys.sorted()
        guard !lists.isEmpty else {
            document.append(.paragraph("No list in the ledger."))
            return
        }
        var table = Table(
            "lists",
            columns: [.init("list", .word)]
                + ["entries", "added", "removed", "modified", "snapshots"].map { .init($0, .number) })
        for list in lists {
            let own = weekSteps.filter { $0.run.feed == list }
            let counts = StepCounts(own)
            let entries = listed[list]?.count ?? 0
            table.rows.append([
                .text(list), .integer(entries), .integer(counts.added), .integer(counts.removed),
                .integer(counts.modified), .integer(own.count),
            ])
        }
        document.append(.table(table))
        appendSteps(to: &document)
        appendProgrammes(to: &document)
        appendNames(to: &document)
    }

    private func appendProgrammes(to document: inout Document) {
        let net = DesignationsNet.count(
            ListingChange.all(weekSteps), names: ProgrammeNames(workspace.settings.programmes),
            in: week.first...week.last)
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
                "Distinct entries by programme and by country; an entry under two programmes counts in both. A renamed "
                    + "tag or key and a death are not counted as easing."))
        table.rows = Array(table.rows.prefix(workspace.settings.workspace.report.rows * 3))
        document.append(.table(table))
    }

    private func appendNames(to document: inout Document) {
        let most = workspace.settings.workspace.report.rows
        for (kind, heading) in [(EntryChange.Kind.added, "Added"), (.returned, "Returned"), (.removed, "Removed")] {
            let changes = weekSteps.flatMap { step in
                step.changes.filter { $0.kind == kind }.map { (list: step.run.feed, change: $0) }
            }
            guard !changes.isEmpty else { continue }
            let rest = changes.count > most ? ", the first \(most) of \(changes.count); changes.csv has them all" : ""
            document.append(.paragraph("\(heading)\(rest):"))
            for (list, change) in changes.prefix(most) {
                let programmes = change.subject?.programmes.joined(separator: ", ") ?? ""
                document.append(
                    .item("\(change.subject?.name ?? change.id) (\(list) \(change.id); \(programmes))"))
            }
        }
    }

    /// The week step by step; of the three weeks before one sentence each.
    private func appendSteps(to document: inout Document) {
        let names = ListNames(workspace.settings)
        let earlier = steps.filter { week.first - 21 <= $0.run.day && $0.run.day < week.first && !$0.changes.isEmpty }
        for (heading, stretches) in [
            ("What changed, by snapshot and the publisher's own day:", StepStretch.bySnapshot(weekSteps)),
            ("In the three weeks before:", StepStretch.byWeek(earlier)),
        ] where !stretches.isEmpty {
            document.append(.paragraph(heading))
            for stretch in stretches { document.append(.item(stretch.sentence(names))) }
        }
    }
}
