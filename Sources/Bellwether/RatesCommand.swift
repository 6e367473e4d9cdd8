internal import CommandLine
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
            """,
        group: Group.asking,
        examples: [
            .init("bellwether rates EUR/RUB:reference:ecb --from 2022-02-14", "a published series"),
            .init("bellwether rates USD/RUB:reference:ecb --known-on 2022-02-25", "a cross, as it was known then"),
            .init("bellwether rates EUR/RUB:reference:ecb --vintages", "every reading of every day"),
        ],
        arguments: [Argument("SERIES", .any, help: "Series, or patterns with *.")],
        options: Option.reading + [
            .flag("vintages", help: "Every reading of each day, withdrawn ones with an empty value.")
        ]
    ) { invocation in
        let ledger = try invocation.workspace().ledger()
        let names = invocation.arguments("SERIES")
        if names.isEmpty {
            try invocation.console.print(.series(try ledger.series()), as: invocation.format)
            return .done
        }
        let (from, to) = try invocation.days()
        let book = try SeriesBook(ledger, known: try invocation.knownOn())
        var table = Table(
            "observations",
            columns: [
                .init("series", .word), .init("day", .day), .init("value", .number), .init("unit", .word),
                .init("known_from", .instant), .init("run", .word),
            ])
        if invocation.format == .text { table.columns.removeLast() }
        for key in try book.keys(names) {
            let unit = book.unit(key)
            for row in try book.observations(key, from: from, to: to, vintages: invocation.flag("vintages")) {
                var cells: [Cell] = [
                    .text(key.text), .day(row.day), row.cell, .text(unit), .instant(row.knownFrom), .text(row.run),
                ]
                if invocation.format == .text { cells.removeLast() }
                table.rows.append(cells)
            }
        }
        try invocation.console.print(table, as: invocation.format)
        return .done
    }
}

extension BookRow {
    var cell: Cell { printed.map { .published($0) } ?? Cell(value) }
}

extension Table {
    static func series(_ series: [SeriesDescription]) -> Table {
        Table(
            "series", columns: [.init("series", .word), .init("unit", .word), .init("period", .word)],
            rows: series.map { [.text($0.key.text), .text($0.unit), .text($0.period.rawValue)] })
    }
}
