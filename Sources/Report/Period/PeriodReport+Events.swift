internal import Configuration
internal import Indicators
internal import Operations
internal import Screening
internal import Store
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
                        + "compared with nothing. `bellwether events review list` lists them."))
        }
    }

    private func eventsTable(_ events: [NewsEvent]) -> Table {
        // Most records are a person's or an act's own: a column for the others only where there are any.
        let hasStatus = events.contains { !$0.status.isEmpty }
        return Table(
            "events",
            columns: [
                .init("date", .day), .init("id", .word), .init("title", most: hasStatus ? 30 : 39),
                .init("direction", .word),
            ] + (hasStatus ? [.init("status", .word)] : []),
            rows: events.map { event in
                [
                    .day(event.date), .text(event.id), .text(Wording.short(event.title, 200)),
                    .text(event.direction),
                ] + (hasStatus ? [.text(event.status)] : [])
            })
    }

    func appendClaims(to document: inout Document) {
        guard !claims.isEmpty else { return }
        document.append(.heading("Claims in the news, checked"))
        document.append(
            .paragraph(
                "Figures that stories of this \(period.noun) state of a currency, held against the stored rates within "
                    + "one percentage point: arithmetic on rates as published, which says under which base a figure "
                    + "holds, not why a rate moved."))
        for claim in claims.prefix(CheckedClaim.most) {
            document.append(
                .item("\(claim.event.id) (\(claim.event.date)): “\(Wording.short(claim.phrase, 160))” \(claim.words)"))
        }
        let rest = claims.count - CheckedClaim.most
        if rest > 0 { document.append(.paragraph("And \(rest) more: claims.csv has them all.")) }
    }

    /// claims.csv
    func claimsTable() -> Table {
        var table = Table.claim([])
        table.columns = [.init("event", .word), .init("claim")] + table.columns
        table.rows = claims.flatMap { claim in
            Table.claim(claim.findings).rows.map { [.text(claim.event.id), .text(claim.phrase)] + $0 }
        }
        return table
    }

    func appendNames(to document: inout Document) {
        guard !screening.names.isEmpty else { return }
        document.append(.heading("Names in the news, and the lists"))
        let missing = screening.unknown.isEmpty ? "" : "; not looked at by then: \(screening.unknown.joined(separator: ", "))"
        document.append(
            .paragraph(
                "\(Wording.count(screening.names.count, "name", "names")) of this \(period.noun)'s events against "
                    + "\(screening.looked.isEmpty ? "no list" : screening.looked.joined(separator: ", ")) as they stood on "
                    + "\(period.last)\(missing). Equal names after normalising, or all parts of one in another: a person "
                    + "of the same name is not the same person."))
        if screening.rows.isEmpty {
            document.append(.paragraph("None of them is listed under such a name."))
            return
        }
        let most = workspace.reportRows
        for row in screening.rows.prefix(most) {
            let entry = row.match.map { "\($0.matchedName) (\(row.list) \($0.entry); \($0.match))" } ?? row.list
            document.append(.item("\(Wording.short(row.name, 80)): \(Wording.short(entry, 160))"))
        }
        let rest = screening.rows.count - most
        if rest > 0 { document.append(.paragraph("And \(rest) more: names.csv has them all.")) }
    }

    /// names.csv
    func namesTable() -> Table {
        Table(
            "names",
            columns: [
                .init("name"), .init("list", .word), .init("entry_id", .word), .init("matched_name"),
                .init("match", .word), .init("listed_on", .word),
            ],
            rows: screening.rows.map { row in
                [
                    .text(row.name), .text(row.list), Cell(row.match?.entry), Cell(row.match?.matchedName),
                    Cell(row.match?.match), Cell(row.match.flatMap { $0.listedOn.isEmpty ? nil : $0.listedOn }),
                ]
            })
    }

    /// Watching rules that fired in the period or still hold.
    func appendAlarms(to document: inout Document) {
        guard !scope.watch.rules.isEmpty else { return }
        document.append(.heading("Watching rules"))
        guard !alarms.isEmpty else {
            document.append(
                .paragraph(
                    "None of the \(Wording.count(scope.watch.rules.count, "rule", "rules")) of watch.toml held."))
            return
        }
        for alarm in alarms {
            let state = alarm.isStanding ? "" : " It has cleared since."
            let since = alarm.since.map { "from \($0)" } ?? "held already before"
            document.append(.alert("\(alarm.rule.id), \(since): \(alarm.finding.sentence).\(state)"))
        }
    }

    /// alarms.csv
    func alarmsTable() -> Table {
        Table(
            "alarms",
            columns: [
                .init("rule", .word), .init("since", .day), .init("standing", .boolean), .init("value", .number),
                .init("unit", .word), .init("finding"),
            ],
            rows: alarms.map { alarm in
                [
                    .text(alarm.rule.id), Cell(alarm.since), .boolean(alarm.isStanding), .number(alarm.finding.value),
                    .text(alarm.finding.unit), .text(alarm.finding.sentence),
                ]
            })
    }
}
