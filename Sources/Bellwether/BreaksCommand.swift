internal import CommandLine
internal import Compare
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Command {
    static let breaks = Command(
        "breaks", abstract: "Find where a series changed its drift, volatility or level",
        discussion: """
            Drift and volatility: the partition of the returns, clipped at five MADs, into stretches of at least 20 rows \
            that minimises squared error plus a penalty of 3 ln n for each break; every position is tried, and the \
            optimum is exact. Level: up to six breaks of the log value by the least BIC, with the interval of each (Bai \
            1997), for at most 1,000 rows; on levels BIC nearly always takes the most there may be: a description, never \
            a test. A series without a break has one row, break = 0. A break is a date in a series, and no cause of it.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether breaks EUR/TRY:reference:ecb --from 2015-01-01", "drift and volatility of the lira"),
            .init(
                "bellwether breaks EUR/RUB:reference:ecb --on level --from 2013-01-01 --to 2016-12-31",
                "levels, each break with its interval"),
        ],
        arguments: [Argument("SERIES", .oneOrMore, help: "Rates, or patterns with *.")],
        options: Option.reading + [
            Option(
                "on", .list, valueName: "WHAT", allowed: BreakKind.allCases.map(\.rawValue),
                defaultValue: "drift,volatility", help: "What may break."),
            Option(
                "numeraire", .list, valueName: "CODE", defaultValue: "of bellwether.toml",
                help: "Values are counted in these."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let book = try SeriesBook(workspace, ledger, known: try invocation.knownOn())
        let keys = try book.keys(invocation.arguments("SERIES"))
        let comparison = try Comparison(workspace, book, events: [], only: keys, known: [])
        let asked = invocation.list("on").compactMap { BreakKind(rawValue: $0) }
        let kinds = asked.isEmpty ? [.drift, .volatility] : asked
        let numeraires = invocation.list("numeraire")
        let (from, to) = try invocation.days()
        var rows: [SeriesBreak] = []
        for key in keys {
            for numeraire in numeraires.isEmpty ? comparison.numeraires : numeraires {
                rows += try comparison.breaks(key, numeraire: numeraire, kinds: kinds, from: from, to: to)
            }
        }
        try invocation.console.print(.breaks(rows, forPeople: invocation.format == .text), as: invocation.format)
        return .done
    }
}

extension Table {
    fileprivate static func breaks(_ rows: [SeriesBreak], forPeople: Bool) -> Table {
        let hidden: Set<String> = forPeople ? ["mad", "pen", "objective", "index"] : []
        let columns = SeriesBreak.columns.filter { !hidden.contains($0.name) }
        return Table(
            "breaks",
            columns: columns.map { column in
                switch column.name {
                case "series", "numeraire", "on": .init(column.name, .word)
                case let name where name.hasSuffix("day") || name.contains("_of_"): .init(name, .day)
                default: .init(column.name, .number)
                }
            }, rows: rows.map { row in columns.map { $0.cell(row) } })
    }
}
