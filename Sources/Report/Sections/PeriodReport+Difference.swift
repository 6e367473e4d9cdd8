internal import Operations
internal import Tables
internal import Vocabulary

extension PeriodReport {
    /// What is new, and what of the last report no longer holds.
    func appendDifference(to document: inout Document) {
        let last =
            period.kind == .range
            ? "a report made on \(period.first)" : "the \(period.adjective)report due on \(period.first)"
        document.append(.heading("Since the last report"))
        guard difference.knewAnything else {
            document.append(.paragraph("The ledger held nothing when \(last) would have been made: all is new."))
            return
        }
        var items: [String] = []
        if !lists.isEmpty, !lists.contains(where: { look($0).isKnown }) {
            items.append("New on lists: unknown; none was looked at twice.")
        } else {
            let counts = StepCounts(periodSteps)
            items.append(
                "New on lists: \(Wording.count(counts.added, "entry", "entries")) added, \(Wording.whole(counts.removed)) removed"
                    + ", \(Wording.whole(counts.modified)) changed.")
        }
        let events = difference.newEvents
        if !events.isEmpty {
            items.append("Events learned since: \(Wording.whole(events.count)), \(named(events)).")
        } else {
            items.append("Events learned since: none.")
        }
        if difference.lateValues > 0 {
            items.append(
                "Rates of earlier days learned since: \(Wording.count(difference.lateValues, "value", "values")).")
        }
        if !difference.lateSteps.isEmpty {
            let late = StepCounts(difference.lateSteps)
            items.append(
                "List changes of earlier days learned since: \(Wording.whole(late.added)) added, \(Wording.whole(late.removed)) removed, "
                    + "\(Wording.whole(late.modified)) changed.")
        }
        if !difference.changedEvents.isEmpty {
            items.append("Events that read differently now: \(named(difference.changedEvents)).")
        }
        if !difference.droppedEvents.isEmpty {
            items.append("Events taken out since: \(named(difference.droppedEvents)).")
        }
        items.append(
            difference.revisions.isEmpty
                ? "Revised: no rate of the five weeks before."
                : "Revised: \(Wording.count(difference.revisions.count, "rate", "rates")) of the five weeks before:")
        document.append(.paragraph("Compared with what was known for \(last)."))
        for item in items { document.append(.item(item)) }
        guard !difference.revisions.isEmpty else { return }
        var table = revisionsTable()
        table.columns = table.columns.dropLast(2).map { column in
            var column = column
            if column.name == "change_pct" { (column.name, column.decimals) = ("change %", 2) }
            return column
        }
        table.rows = table.rows.prefix(workspace.reportRows).map { Array($0.dropLast(2)) }
        document.append(.table(table))
        let rest = difference.revisions.count - workspace.reportRows
        if let words = Wording.more(rest, in: "revisions.csv") { document.append(.paragraph(words)) }
    }

    private func named(_ events: [NewsEvent]) -> String {
        let shown = events.suffix(6).map(\.id)
        let rest = events.count - shown.count
        return (rest > 0 ? "among them " : "") + shown.joined(separator: ", ")
    }

    /// revisions.csv
    func revisionsTable() -> Table {
        Table(
            "revisions",
            columns: [
                .init("series", .word), .init("day", .day), .init("before", .number), .init("after", .number),
                .init("change_pct", .number), .init("known_from", .instant), .init("run", .word),
            ],
            rows: difference.revisions.map { revision in
                [
                    .text(revision.series.text), .day(revision.day), .published(revision.before), Cell(revision.after),
                    Cell(revision.changePercent), .instant(revision.knownFrom), .text(revision.run),
                ]
            })
    }
}
