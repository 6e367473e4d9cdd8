internal import Tables
internal import Vocabulary

extension PeriodReport {
    var periodEvents: [NewsEvent] { events.filter { period.days.contains($0.date) } }

    func appendEvents(to document: inout Document) {
        document.append(.heading("Events"))
        let waiting = events.count(where: \.isUnreviewed)
        for (heading, own) in [
            ("Of this \(period.noun):", periodEvents),
            ("Of the four weeks before:", events.filter { $0.date < period.first }),
        ] {
            guard !own.isEmpty else {
                document.append(.paragraph("\(heading) none in the ledger."))
                continue
            }
            document.append(.paragraph(heading))
            let most = workspace.reportRows * 2
            let shown = Array(own.suffix(most))
            document.append(.linked(eventsTable(shown), column: 2, addresses: shown.map(\.url)))
            if own.count > most {
                document.append(.paragraph("The last \(most) of \(own.count); events.csv has them all."))
            }
        }
        if waiting > 0 {
            document.append(
                .paragraph(
                    "\(Wording.count(waiting, "story waits", "stories wait")) for review (status new): shown, and "
                        + "compared with nothing. `bellwether events review` lists them."))
        }
    }

    private func eventsTable(_ events: [NewsEvent]) -> Table {
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
