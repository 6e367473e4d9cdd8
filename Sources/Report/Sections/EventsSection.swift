internal import Findings
internal import Tables
internal import Vocabulary

/// Events of the period and of the four weeks before it.
struct EventsSection: ReportSection {
    let context: ReportContext
    let events: [NewsEvent]

    var files: [ReportFile] { [ReportFile("events", .events(events))] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Events"))
        let waiting = events.count(where: \.isUnreviewed)
        for (heading, own) in [
            ("Of this \(context.period.noun):", events.filter { context.period.days.contains($0.date) }),
            ("Of the four weeks before:", events.filter { $0.date < context.period.first }),
        ] {
            guard !own.isEmpty else {
                blocks.append(.paragraph("\(heading) none in the ledger."))
                continue
            }
            blocks.append(.paragraph(heading))
            let most = context.rows * 2
            let shown = Array(own.suffix(most))
            blocks.append(.linked(table(shown), column: 2, addresses: shown.map(\.url)))
            if own.count > most {
                blocks.append(.paragraph("The last \(most) of \(own.count); events.csv has them all."))
            }
        }
        if waiting > 0 {
            blocks.append(
                .paragraph(
                    "\(Wording.count(waiting, "story waits", "stories wait")) for review (status new): shown, and "
                        + "compared with nothing. `bellwether events review` lists them."))
        }
        return blocks
    }

    private func table(_ events: [NewsEvent]) -> Table {
        // Most records are a person's or an act's own: a column for the others only where there are any.
        let hasStatus = events.contains { !$0.status.isEmpty }
        let status: [Column<NewsEvent>] = hasStatus ? [Column("status", .word) { .text($0.status) }] : []
        let columns: [Column<NewsEvent>] = [
            Column("date", .day) { .day($0.date) },
            Column("id", .word) { .text($0.id) },
            Column("title", most: hasStatus ? 30 : 39) { .text(Wording.short($0.title, 200)) },
            Column("direction", .word) { .text($0.direction) },
        ]
        return Table("events", events, columns + status)
    }
}
