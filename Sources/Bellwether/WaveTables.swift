internal import Configuration
internal import Lists
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Table {
    /// Ids tell list, day, programme and direction; a line of eighty columns has room for little more.
    static func wavesForPeople(_ waves: [Wave], _ watch: WatchList) -> Table {
        Table(
            "events",
            columns: [
                .init("id", .word), .init("date", .day), .init("known to", .word), .init("entries", .number),
                .init("currencies", .word),
            ],
            rows: waves.map { wave in
                let currencies = wave.event(watch).currencies
                let rest = currencies.count > 2 ? ["…"] : []
                // There is no word for longer than a month; between two looks may lie years.
                let days = wave.seen.day - wave.notBefore.day
                let known = wave.precision == "month" && days > 31 ? "\(days) days" : "the \(wave.precision)"
                return [
                    .text(wave.id), .day(wave.day), .text(known), .integer(wave.entries.count),
                    Cell(list: Array(currencies.prefix(2)) + rest),
                ]
            })
    }

    static func entries(of wave: Wave) -> Table {
        Table(
            "entries",
            columns: [
                .init("entry_id", .word), .init("name"), .init("kind", .word), .init("countries", .word),
                .init("programs", .word),
            ],
            rows: wave.entries.map { entry in
                [
                    .text(entry.id), .text(entry.name), .text(entry.kind), Cell(joined: entry.countries),
                    Cell(joined: entry.programmes),
                ]
            })
    }
}
