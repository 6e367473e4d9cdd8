internal import CommandLine
internal import Configuration
internal import Findings
internal import Intake
internal import Lists
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let read = Command(
        "read", abstract: "Print what a feed's reader makes of a file",
        discussion: """
            Nothing is stored and nothing is judged: this shows how bytes are understood. --summary counts instead: of \
            a list how many entries state each field and how often, of rates the values of each series.
            """,
        group: Group.taking,
        examples: [
            .init("bellwether read ecb eurofxref-daily.xml --format csv", "every value in the file, as CSV"),
            .init(
                "bellwether read un-sc consolidated.xml --summary", "which fields are filled, and what nothing reads"),
        ],
        arguments: [
            Argument("FEED", help: "The feed whose reader is used."),
            Argument("FILE", completion: .file, help: "A file, or a folder of parts."),
        ],
        options: [
            .format, .flag("summary", help: "Counts instead of facts or values."),
            Option("part", valueName: "NAME", help: "Which part of the feed a lone file is; else the first."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let feed = try workspace.feed(invocation.argument("FEED") ?? "")
        let publication = try workspace.publication(feed)
        let reader = publication.reader
        let path = invocation.argument("FILE") ?? ""
        let part = invocation.value("part")
        if let guess = try LocalSnapshot.guess(path, feed: feed, reader: reader, part: part) {
            invocation.console.warn(guess)
        }
        let begun = ContinuousClock.now
        let reading: Reading
        let snapshot = try LocalSnapshot.snapshot(
            path, feed: feed, reader: reader, context: publication.context, part: part, now: workspace.now)
        do {
            reading = try reader.read(snapshot)
            if invocation.flag("summary") {
                try invocation.console.print(.summary(reading, feed: feed.id), as: invocation.format)
            } else {
                try print(reading, feed: feed.id, invocation)
            }
        } catch let fault as Fault where fault.code != Output.readerLeft && fault.code != "write_failed" {
            throw fault.at(path)
        }
        for conflict in reading.conflicts { invocation.console.warn(conflict.message) }
        for name in reading.absent { invocation.console.warn("the file lacks \(name)") }
        for warning in reading.warnings { invocation.console.warn(warning) }
        for (name, count) in reading.leftovers.sorted(by: { $0.key < $1.key }) {
            invocation.console.warn("not read: \(name), \(count) times")
        }
        if reader.needs == .layout, !reading.leftovers.isEmpty {
            let names = (feed.layout?.ignore ?? []) + reading.leftovers.keys.sorted()
            invocation.console.note(
                "to leave them out by name: ignore = [\(names.map(tomlText).joined(separator: ", "))]")
        }
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        let bytes = snapshot.parts.reduce(0) { $0 + $1.content.count }
        let published = reading.published.map { "published \($0); " } ?? ""
        let speed = "\(Wording.fixed(seconds, 3)) s, \(Wording.fixed(Double(bytes) / 1e6 / seconds, 0)) MB/s"
        invocation.console.note("\(published)\(Wording.count(reading.rows, "row")); \(speed)")
        return .done
    }

    /// As it may be pasted into a feed file (TOML 1.0, basic strings).
    private static func tomlText(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// Rows as they come: neither all facts nor all lines of a long list ever stand in memory.
    private static func print(_ reading: Reading, feed: String, _ invocation: Invocation) throws {
        switch reading.content {
        case .list(let facets): try print(facets, feed: feed, invocation)
        case .rates(let series): try invocation.console.print(.values(of: series), as: invocation.format)
        case .events(let events): try invocation.console.print(.events(events), as: invocation.format)
        }
    }

    private static func print(_ facets: [FacetReading], feed: String, _ invocation: Invocation) throws {
        var writer = invocation.console.writer("attributes", ReadFact.columns, as: invocation.format)
        for facet in facets {
            try facet.each { index, facts in
                for fact in facts {
                    try writer.write(
                        ReadFact(list: feed, part: facet.name, entry: facet.entries[index].id, fact: fact))
                }
            }
        }
        try writer.finish()
    }
}

/// A fact of an entry, and where it was read.
private struct ReadFact: Sendable {
    var list: String
    var part: String
    var entry: String
    var fact: Attribute

    static let columns: [Column<ReadFact>] = [
        Column("list", .word) { .text($0.list) },
        Column("part", .word) { .text($0.part) },
        Column("entry_id", .word) { .text($0.entry) },
        Column("field", .word) { .text($0.fact.field.rawValue) },
        Column("value") { .text($0.fact.value) },
        Column("qualifiers") { Cell(list: $0.fact.qualifiers.filter { !$0.isEmpty }) },
    ]
}

/// A value of a series in a file.
private struct ReadValue: Sendable {
    var series: String
    var day: Day
    var value: PublishedNumber
    var unit: String
}

extension Table {
    fileprivate static func values(of series: [SeriesReading]) -> Table {
        Table(
            "observations",
            series.flatMap { series in
                zip(series.days, series.numbers).map { day, number in
                    ReadValue(series: series.key.text, day: day, value: number, unit: series.unit)
                }
            },
            [
                Column("series", .word) { .text($0.series) },
                Column("day", .day) { .day($0.day) },
                Column("value", .number) { .published($0.value) },
                Column("unit", .word) { .text($0.unit) },
            ])
    }

    fileprivate static func summary(_ reading: Reading, feed: String) throws -> Table {
        switch reading.content {
        case .list(let facets):
            let summary = try ReadingSummary(facets, unread: reading.unread)
            let entries = summary.entries
            return Table(
                "summary", summary.rows,
                [
                    Column("list", .word) { _ in .text(feed) },
                    Column("field") { .text($0.field) },
                    Column("entries", .number) { _ in .integer(entries) },
                    Column("filled", .number) { Cell($0.filled) },
                    Column("values", .number) { .integer($0.values) },
                ])
        case .rates(let series):
            return Table(
                "summary", series,
                [
                    Column("series", .word) { .text($0.key.text) },
                    Column("first", .day) { Cell($0.days.first) },
                    Column("last", .day) { Cell($0.days.last) },
                    Column("values", .number) { .integer($0.days.count) },
                ])
        case .events(let events):
            return Table("summary", [events.count], [Column("events", .number) { .integer($0) }])
        }
    }
}
