internal import Archive
internal import CommandLine
internal import Configuration
internal import Intake
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Command {
    static let read = Command(
        "read", abstract: "Print what a feed's reader makes of a file",
        discussion: "Nothing is stored and nothing is judged: this shows how bytes are understood.",
        group: Group.taking,
        examples: [.init("bellwether read ecb eurofxref-daily.xml --format csv", "every value in the file, as CSV")],
        arguments: [
            Argument("FEED", help: "The feed whose reader is used."),
            Argument("FILE", completion: .file, help: "A file, or a folder of parts."),
        ],
        options: [.format]
    ) { invocation in
        let workspace = try invocation.workspace()
        let feed = try workspace.feed(invocation.argument("FEED") ?? "")
        let publication = try workspace.publication(feed)
        let path = invocation.argument("FILE") ?? ""
        let parts = try LocalSnapshot.parts(path, reader: publication.reader)
        let reading: Reading
        do {
            reading = try publication.reader.read(
                Snapshot(feed: feed.id, source: feed.source, parts: parts.map { .init(name: $0.name, bytes: $0.bytes) })
            )
        } catch let fault as Fault {
            throw fault.at(path)
        }
        try invocation.console.print(Table.reading(reading, feed: feed.id), as: invocation.format)
        for warning in reading.warnings { invocation.console.warn(warning) }
        for (name, count) in reading.leftovers.sorted(by: { $0.key < $1.key }) {
            invocation.console.warn("not read: \(name), \(count) times")
        }
        if let published = reading.published { invocation.console.note("published \(published); \(reading.rows) rows") }
        return .done
    }
}

extension Table {
    /// The reader's rows, one shape per kind of feed.
    static func reading(_ reading: Reading, feed: String) throws -> Table {
        switch reading.content {
        case .rates(let series):
            return Table(
                "observations",
                columns: [.init("series", .word), .init("day", .day), .init("value", .number), .init("unit", .word)],
                rows: series.flatMap { series in
                    zip(series.days, series.numbers).map { day, number in
                        [.text(series.key.text), .day(day), .published(number), .text(series.unit)]
                    }
                })
        case .list(let facets):
            let rows = try facets.flatMap { facet in
                try facet.entries.indices.flatMap { index in
                    try facet.attributes(index).map { attribute -> [Cell] in
                        [
                            .text(feed), .text(facet.name), .text(facet.entries[index].id),
                            .text(attribute.field.rawValue), .text(attribute.value),
                            Cell(list: attribute.qualifiers.filter { !$0.isEmpty }),
                        ]
                    }
                }
            }
            return Table(
                "attributes",
                columns: [
                    .init("list", .word), .init("part", .word), .init("entry_id", .word), .init("field", .word),
                    .init("value"), .init("qualifiers"),
                ], rows: rows)
        case .events(let events): return .events(events)
        }
    }
}
