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
        let book = try SeriesBook(workspace, ledger, known: known)
        var table = Table(
            "observations",
            columns: [
                .init("series", .word), .init("day", .day), .init("value", .number), .init("unit", .word),
                .init("known_from", .instant), .init("run", .word),
            ])
        for key in try book.keys(names) {
            let unit = Cell.text(book.unit(key))
            if invocation.flag("vintages") {
                table.rows += try book.vintages(key, from: from, to: to).map {
                    [.text(key.text), .day($0.day), Cell($0.number), unit, .instant($0.knownFrom), .text($0.run)]
                }
            } else {
                table.rows += try book.series(key, from: from, to: to).points.map {
                    [
                        .text(key.text), .day($0.day), $0.printed.map(Cell.published) ?? .number($0.value), unit,
                        .instant($0.knownFrom), .text($0.run),
                    ]
                }
            }
        }
        if invocation.format == .text {
            table.columns.removeLast()
            for index in table.rows.indices { table.rows[index].removeLast() }
        }
        try invocation.console.print(table, as: invocation.format)
        return .done
    }
}

extension Table {
    static func series(_ series: [SeriesDescription]) -> Table {
        Table(
            "series", columns: [.init("series", .word), .init("unit", .word), .init("period", .word)],
            rows: series.map { [.text($0.key.text), .text($0.unit), .text($0.period.rawValue)] })
    }
}
