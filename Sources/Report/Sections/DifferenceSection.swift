internal import Findings
internal import Lists
internal import Tables
internal import Vocabulary

/// What is new, and what of the last report no longer holds.
struct DifferenceSection: ReportSection {
    let context: ReportContext
    let difference: ReportDifference
    let lists: ListsInPeriod

    var files: [ReportFile] { [ReportFile("revisions", .revisions(difference.revisions))] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        let last =
            context.period.kind == .range
            ? "a report made on \(context.period.first)"
            : "the \(context.period.adjective)report due on \(context.period.first)"
        blocks.append(.heading("Since the last report"))
        guard difference.knewAnything else {
            blocks.append(.paragraph("The ledger held nothing when \(last) would have been made: all is new."))
            return blocks
        }
        var items: [String] = []
        if !lists.histories.isEmpty, !lists.histories.contains(where: { lists.look($0).isKnown }) {
            items.append("New on lists: unknown; none was looked at twice.")
        } else {
            let counts = StepCounts(lists.steps)
            items.append(
                "New on lists: \(Wording.count(counts.added, "entry", "entries")) added, \(Wording.whole(counts.removed)) removed"
                    + ", \(Wording.whole(counts.modified)) changed.")
        }
        let events = difference.newEvents
        if difference.learnedManyEvents {
            items.append(
                "Events learned since: more than \(Wording.whole(ReportDifference.mostEvents)), too many to name, or to say "
                    + "which of them read differently.")
        } else if !events.isEmpty {
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
        blocks.append(.paragraph("Compared with what was known for \(last)."))
        for item in items { blocks.append(.item(item)) }
        guard !difference.revisions.isEmpty else { return blocks }
        let most = context.rows
        blocks.append(.table(.revisions(Array(difference.revisions.prefix(most)))))
        let rest = difference.revisions.count - most
        if let words = Wording.more(rest, in: "revisions.csv") { blocks.append(.paragraph(words)) }
        return blocks
    }

    private func named(_ events: [NewsEvent]) -> String {
        let shown = events.suffix(6).map(\.id)
        let rest = events.count - shown.count
        return (rest > 0 ? "among them " : "") + shown.joined(separator: ", ")
    }
}

extension Table {
    /// revisions.csv, and what the report shows of it.
    static func revisions(_ revisions: [ReportDifference.Revision]) -> Table {
        Table(
            "revisions", revisions,
            [
                Column("series", .word) { .text($0.series.text) },
                Column("day", .day) { .day($0.day) },
                Column("before", .number) { .published($0.before) },
                Column("after", .number) { Cell($0.after) },
                Column("change %", .number, for: .people, decimals: 2) { Cell($0.changePercent) },
                Column("change_pct", .number, for: .programs) { Cell($0.changePercent) },
                Column("known_from", .instant, for: .programs) { .instant($0.knownFrom) },
                Column("run", .word, for: .programs) { .text($0.run.text) },
            ])
    }
}
