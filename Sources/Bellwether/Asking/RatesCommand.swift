internal import CommandLine
internal import Findings
internal import Indicators
internal import Operations
internal import Rates
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

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
        let book = try SeriesBook(workspace.settings, ledger, known: known, options: options)
        var rows: [PrintedValue] = []
        for key in try book.keys(names) {
            if invocation.flag("vintages") {
                rows += try vintages(of: key, book, from, to)
            } else {
                let series = try book.series(key, from: from, to: to)
                // For people one line says it, for programs each row.
                if let origin = series.origin, invocation.format == .text {
                    invocation.console.note("\(key) is the \(origin).")
                }
                rows += try values(of: series, book, isLinked: options.isLinked)
            }
        }
        if rows.isEmpty {
            let when = try invocation.day("known-on").map { " known at the end of \($0)" } ?? ""
            invocation.console.note("No observation\(when) on the days asked for.")
        }
        try invocation.console.print(.observations(rows), as: invocation.format)
        return .done
    }

    /// Every reading of every day, with the doubt on those that stand.
    private static func vintages(
        of key: SeriesKey, _ book: SeriesBook, _ from: Day?, _ to: Day?
    ) throws -> [PrintedValue] {
        let readings = try book.vintages(key, from: from, to: to)
        let series = try book.series(key, from: from, to: to)
        let suspicions = series.suspects.isEmpty ? [:] : try book.suspicions(series)
        let doubted = Dictionary(series.suspects.map { ($0.day, $0.run) }) { first, _ in first }
        return try readings.map { reading in
            let isDoubted = doubted[reading.day] == reading.run
            return PrintedValue(
                series: key, day: reading.day, value: Cell(reading.number),
                unit: try book.printedUnit(key, on: reading.day, run: reading.run), knownFrom: reading.knownFrom,
                run: reading.run.text, doubt: isDoubted ? suspicions[reading.day] ?? "suspect" : nil)
        }
    }

    /// Every value of a series as printed, or linked in one unit.
    private static func values(
        of series: DatedSeries, _ book: SeriesBook, isLinked: Bool
    ) throws -> [PrintedValue] {
        let origin = series.origin
        let suspicions = series.suspects.isEmpty ? [:] : try book.suspicions(series)
        let doubted = Set(series.suspects.map(\.day))
        return try series.everyPoint.map { point in
            let link = series.link(on: point.day)
            let isPrinted = !isLinked || (link == nil && point.printed?.value == point.value)
            let value = isPrinted ? point.printed.map(Cell.published) : nil
            let unit =
                isLinked || point.printed == nil
                ? series.unit : try book.printedUnit(series.key, on: point.day, run: point.run)
            return PrintedValue(
                series: series.key, day: point.day, value: value ?? .number(point.value), unit: unit,
                knownFrom: point.knownFrom, run: point.run.text, origin: origin,
                doubt: doubted.contains(point.day) ? suspicions[point.day] ?? "suspect" : nil,
                link: link.map { "\($0.key) divided by \(Wording.plain($0.divisor))" })
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

/// A value of a series as `rates` prints it.
private struct PrintedValue: Sendable {
    var series: SeriesKey
    var day: Day
    var value: Cell
    var unit: String
    var knownFrom: Instant
    var run: String
    /// What a rate that nobody published is computed from.
    var origin: String?
    /// Why it is suspect.
    var doubt: String?
    /// The predecessor's series that it stands in.
    var link: String?

    /// What is particular to this value.
    var note: String { [doubt, link].compactMap(\.self).joined(separator: "; ") }
    var wholeNote: String { [origin, doubt, link].compactMap(\.self).joined(separator: "; ") }
}

extension Table {
    /// People get no runs, and notes only where there are any.
    fileprivate static func observations(_ values: [PrintedValue]) -> Table {
        let isNoted = values.contains { !$0.note.isEmpty }
        let columns: [Column<PrintedValue>] = [
            Column("series", .word) { .text($0.series.text) },
            Column("day", .day) { .day($0.day) },
            Column("value", .number) { $0.value },
            Column("unit", .word) { .text($0.unit) },
            Column("known_from", .instant) { .instant($0.knownFrom) },
            Column("run", .word, for: .programs) { .text($0.run) },
            Column("note", for: .programs) { Cell(filled: $0.wholeNote) },
        ]
        let note: [Column<PrintedValue>] = isNoted ? [Column("note", for: .people) { Cell(filled: $0.note) }] : []
        return Table("observations", values, columns + note)
    }

    static func series(_ series: [SeriesDescription]) -> Table {
        Table(
            "series", series,
            [
                Column("series", .word) { .text($0.key.text) },
                Column("unit", .word) { .text($0.unit) },
                Column("period", .word) { .text($0.period.rawValue) },
            ])
    }
}
