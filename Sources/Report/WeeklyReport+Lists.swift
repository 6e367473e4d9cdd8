internal import Configuration
internal import Indicators
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension WeeklyReport {
    func appendLists(to document: inout Document) throws {
        document.append(.heading("Sanctions lists"))
        let lists = try ledger.lists()
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
            let counts = own.reduce(into: StepCounts()) { $0.add($1) }
            let entries = try ledger.entries(list, on: week.last, known: known).count
            table.rows.append([
                .text(list), .integer(entries), .integer(counts.added), .integer(counts.removed),
                .integer(counts.modified), .integer(own.count),
            ])
        }
        document.append(.table(table))
        appendProgrammes(to: &document)
        appendNames(to: &document)
        appendSnapshots(to: &document)
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

    /// A snapshot seen after midnight UTC may be of the day before where the publisher is: both are shown.
    private func appendSnapshots(to document: inout Document) {
        var table = Table(
            "snapshots",
            columns: [.init("list", .word), .init("seen", .instant), .init("of", .day)]
                + ["entries", "added", "removed", "modified"].map { .init($0, .number) })
        for step in steps where week.first - 21 <= step.run.day && step.run.day <= week.last && !step.changes.isEmpty {
            let counts = StepCounts(step)
            table.rows.append([
                .text(step.run.feed), .instant(step.run.seen), .day(step.run.day), .integer(step.entries),
                .integer(counts.added), .integer(counts.removed), .integer(counts.modified),
            ])
        }
        guard !table.rows.isEmpty else { return }
        document.append(
            .paragraph("Snapshots with changes, this week and the three before; \"of\" is the publisher's own day:"))
        document.append(.table(table))
    }
}

/// What the steps of a list add up to.
struct StepCounts {
    var added = 0
    var removed = 0
    var modified = 0

    init() {}
    init(_ step: Step) { add(step) }

    mutating func add(_ step: Step) {
        for change in step.changes {
            switch change.kind {
            case .added, .returned: added += 1
            case .removed: removed += 1
            case .modified, .rekeyed: modified += 1
            case .reread: break
            }
        }
    }
}
