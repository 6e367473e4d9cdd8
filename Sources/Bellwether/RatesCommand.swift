internal import CommandLine
internal import Indicators
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension Command {
    static let rates = Command(
        "rates", abstract: "Print observations of series",
        discussion: """
            A series is `<base>/<quote>:<kind>:<source>`, quote units per one base as published. Any ordered pair of \
            currencies that one source quotes against a common base is a series as well: USD/RUB:reference:ecb. A \
            pattern with * names several. `bellwether rates` alone lists what there is.

            Values stand as they were printed, also those that nothing confirms yet: `note` says why one is suspect.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether rates EUR/RUB:reference:ecb --from 2022-02-14", "a published series"),
            .init("bellwether rates USD/RUB:reference:ecb --known-on 2022-02-25", "a cross, as it was known then"),
            .init("bellwether rates EUR/RUB:reference:ecb --vintages", "every reading of every day"),
            .init("bellwether rates EUR/TRY:reference:ecb --linked", "with the years before 2005 in new lira"),
        ],
        arguments: [Argument("SERIES", .any, help: "Series, or patterns with *.")],
        options: Option.reading + [
            .flag("vintages", help: "Every reading of each day, withdrawn ones with an empty value."),
            .flag("linked", help: "In one unit, and continued into predecessor currencies; see `units`."),
        ],
        subcommands: [ratesConvert]
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let names = invocation.arguments("SERIES")
        let (from, to) = try invocation.days()
        let known = try invocation.knownOn()
        if names.isEmpty {
            try invocation.console.print(.series(try ledger.series()), as: invocation.format)
            return .done
        }
        var options = SeriesOptions()
        options.isLinked = invocation.flag("linked")
        let book = try SeriesBook(workspace, ledger, known: known, options: options)
        var table = Table(
            "observations",
            columns: [
                .init("series", .word), .init("day", .day), .init("value", .number), .init("unit", .word),
                .init("known_from", .instant), .init("run", .word), .init("note"),
            ])
        for key in try book.keys(names) {
            if invocation.flag("vintages") {
                table.rows += try vintages(of: key, book, from, to)
            } else {
                let series = try book.series(key, from: from, to: to)
                // For people one line says it, for programs each row.
                let origin = series.origin
                if let origin, invocation.format == .text { invocation.console.note("\(key) is the \(origin).") }
                table.rows += try rows(
                    of: series, book, isLinked: options.isLinked, origin: invocation.format == .text ? nil : origin)
            }
        }
        if table.rows.isEmpty {
            let when = try invocation.day("known-on").map { " known at the end of \($0)" } ?? ""
            invocation.console.note("No observation\(when) on the days asked for.")
        }
        if invocation.format == .text { table.keepForPeople() }
        try invocation.console.print(table, as: invocation.format)
        return .done
    }

    /// Every reading of every day, with the doubt on those that stand.
    private static func vintages(
        of key: SeriesKey, _ book: SeriesBook, _ from: Day?, _ to: Day?
    ) throws -> [[Cell]] {
        let readings = try book.vintages(key, from: from, to: to)
        let series = try book.series(key, from: from, to: to)
        let suspicions = series.suspects.isEmpty ? [:] : try book.suspicions(series)
        let doubted = Dictionary(series.suspects.map { ($0.day, $0.run) }) { first, _ in first }
        return try readings.map { reading in
            let isDoubted = doubted[reading.day] == reading.run
            return [
                .text(key.text), .day(reading.day), Cell(reading.number),
                .text(try book.printedUnit(key, on: reading.day, run: reading.run)), .instant(reading.knownFrom),
                .text(reading.run), Cell(isDoubted ? suspicions[reading.day] ?? "suspect" : nil),
            ]
        }
    }

    /// Every value of a series as printed, or linked in one unit.
    private static func rows(
        of series: DatedSeries, _ book: SeriesBook, isLinked: Bool, origin: String?
    ) throws -> [[Cell]] {
        let suspicions = series.suspects.isEmpty ? [:] : try book.suspicions(series)
        let doubted = Set(series.suspects.map(\.day))
        return try series.everyPoint.map { point in
            let link = series.link(on: point.day)
            let isPrinted = !isLinked || (link == nil && point.printed?.value == point.value)
            let value = isPrinted ? point.printed.map(Cell.published) : nil
            let unit =
                isLinked || point.printed == nil
                ? series.unit : try book.printedUnit(series.key, on: point.day, run: point.run)
            let notes = [
                origin, doubted.contains(point.day) ? suspicions[point.day] ?? "suspect" : nil,
                link.map { "\($0.key) divided by \(Wording.plain($0.divisor))" },
            ]
            let note = notes.compactMap(\.self).joined(separator: "; ")
            return [
                .text(series.key.text), .day(point.day), value ?? .number(point.value), .text(unit),
                .instant(point.knownFrom), .text(point.run), Cell(note.isEmpty ? nil : note),
            ]
        }
    }
}

extension DatedSeries {
    /// The published series that a rate nobody published is computed from, in words.
    fileprivate var origin: String? {
        switch legs.count {
        case 0: nil
        case 1: "inverse of \(legs[0].key)"
        default: "cross of \(legs.map(\.key.text).joined(separator: " and "))"
        }
    }
}

extension Table {
    /// For people: without runs, and without notes where there are none.
    fileprivate mutating func keepForPeople() {
        let isNoted = rows.contains { $0.last.map { $0 != .none } ?? false }
        let kept = columns.indices.filter { columns[$0].name != "run" && (columns[$0].name != "note" || isNoted) }
        columns = kept.map { columns[$0] }
        rows = rows.map { row in kept.map { row[$0] } }
    }

    static func series(_ series: [SeriesDescription]) -> Table {
        Table(
            "series", columns: [.init("series", .word), .init("unit", .word), .init("period", .word)],
            rows: series.map { [.text($0.key.text), .text($0.unit), .text($0.period.rawValue)] })
    }
}
