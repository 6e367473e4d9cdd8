internal import Configuration
internal import Findings
internal import Lists
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Table {
    /// Ids tell list, day, programme and direction; a line of eighty columns has room for little more.
    static func wavesForPeople(_ waves: [Wave], _ watch: WatchList) -> Table {
        Table(
            "events", waves,
            [
                Column("id", .word) { .text($0.id) },
                Column("date", .day) { .day($0.day) },
                Column("known to", .word) { .text($0.knownTo) },
                Column("entries", .number) { .integer($0.entries.count) },
                Column("currencies", .word) { wave in
                    let currencies = wave.event(watch).currencies
                    return Cell(list: Array(currencies.prefix(2)) + (currencies.count > 2 ? ["…"] : []))
                },
            ])
    }

    static func entries(of wave: Wave) -> Table {
        Table(
            "entries", wave.entries,
            [
                Column("entry_id", .word) { .text($0.id) },
                Column("name") { .text($0.name) },
                Column("kind", .word) { .text($0.kind) },
                Column("countries", .word) { Cell(joined: $0.countries) },
                Column("programs", .word) { Cell(joined: $0.programmes) },
            ])
    }
}

extension Wave {
    /// How far its time is known, in words.
    fileprivate var knownTo: String {
        // There is no word for longer than a month; between two looks may lie years.
        let days = seen.day - notBefore.day
        return precision == "month" && days > 31 ? "\(days) days" : "the \(precision)"
    }
}
