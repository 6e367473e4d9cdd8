internal import Findings
internal import Lists
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary

extension Table {
    static func event(_ event: NewsEvent) -> Table {
        let cells = EventText.cells(event)
        return .fields("event", EventText.columns.compactMap { name in cells[name].map { (name, $0) } })
    }

    /// What fits a terminal of the event record.
    static func eventsForPeople(_ events: [NewsEvent]) -> Table {
        Table(
            "events", events,
            [
                Column("id", .word) { .text($0.id) },
                Column("date", .day) { .day($0.date) },
                Column("currencies", .word) { Cell(list: $0.currencies) },
                Column("title") { .text($0.title) },
            ])
    }

    /// Stories that nobody has looked at, with what a person needs to decide.
    static func waiting(_ events: [NewsEvent]) -> Table {
        Table(
            "events", events,
            [
                Column("id", .word) { .text($0.id) },
                Column("date", .day) { .day($0.date) },
                Column("found in", .word) { .text($0.dateSource) },
                Column("tags", .word) { Cell(list: $0.tags) },
                Column("title") { .text($0.title) },
            ])
    }

    /// Which words gave which value, and where they stand.
    static func evidence(_ event: NewsEvent) -> Table {
        Table(
            "evidence", event.evidence.compactMap { EvidenceLine($0) },
            [
                Column("field", .word) { .text($0.field) },
                Column("value") { .text($0.value) },
                Column("phrase") { .text($0.phrase) },
                Column("part", .word) { .text($0.part) },
                Column("offset", .code) { Cell($0.offset) },
                Column("note") { Cell(filled: $0.note) },
            ])
    }

    /// What the lists said of names on a day: exact normalised names and full-name subsets.
    static func screening(_ rows: [NameScreening.Row], on day: Day) -> Table {
        Table(
            "screening", rows,
            [
                Column("name") { .text($0.name) },
                Column("list", .word) { .text($0.list) },
                Column("as of", .day) { _ in .day(day) },
                Column("status", .word) { .text($0.status.rawValue) },
                Column("entry", .word) { Cell($0.match?.entry) },
                Column("matched name") { Cell($0.match?.matchedName) },
                Column("match", .word) { Cell($0.match?.match) },
                Column("listed on", .word) { Cell(filled: $0.match?.listedOn) },
            ])
    }
}
