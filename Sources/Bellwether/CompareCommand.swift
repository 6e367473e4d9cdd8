internal import CommandLine
internal import Compare
internal import Configuration
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary

extension Command {
    static let compare = Command(
        "compare", abstract: "Say what moved around which event",
        discussion: """
            For every event and every series of its currencies: the abnormal return over each window against the \
            currency's own mean and against its usual link to a basket of other currencies, with standard error, t, a t \
            scaled by the turbulence of the days before, and ranks among the series' own past. An event without a time \
            is put on the first publication day on or after its date, and on the next (--after-fix 0,1). What cannot be \
            judged is printed with its status and nothing else. Coincidence in time is not cause.

            With --waves the events are designation waves, which the lists themselves show; recorded events close to \
            one are named beside it. A wave of no watched country is left out unless --series says what to compare.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether compare --event RU-2022-02-24", "one event, every window, in words"),
            .init("bellwether compare --tag sanctions --numeraire USD,EUR --format csv", "all figures"),
            .init("bellwether compare --waves --min-entries 50 --window 0:1", "what moved around large designations"),
            .init("bellwether compare --events mine.csv --window 0:1 --window -5:-1", "events of your own"),
        ],
        options: Option.reading + Option.events + [
            Option("series", .list, valueName: "SERIES", help: "Only these series."),
            Option("numeraire", .list, valueName: "CODE", defaultValue: "USD", help: "Values are counted in these."),
            Option(
                "model", .list, valueName: "MODEL", allowed: NormalModel.allCases.map(\.rawValue),
                help: "Which normal returns; both where none is named."),
            Option(
                "window", .list, valueName: "FIRST:LAST", defaultValue: "0:1,0:4",
                help: "In publication days around day 0."),
            Option("basket", .list, valueName: "CODE", defaultValue: "of bellwether.toml", help: "The market."),
            Option(
                "after-fix", .list, valueName: "0|1", allowed: ["0", "1"], defaultValue: "0,1",
                help: "Day 0 on or after the date (0), strictly after it (1)."),
            .flag("abnormal", help: "Print the abnormal return of each day from ten before to ten after."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let knownOn = try invocation.knownOn()
        let known = try ledger.events(known: knownOn)
        let book = try SeriesBook(workspace, ledger, known: knownOn)
        var comparison = try Comparison(
            workspace, book, events: try invocation.events(workspace, ledger, known),
            only: try book.keys(invocation.list("series")),
            known: known)
        let numeraires = invocation.list("numeraire")
        if let bad = (numeraires + invocation.list("basket")).first(where: { !SeriesKey.isCurrencyCode($0) }) {
            throw invocation.fault("“\(bad)” is not a currency code such as USD")
        }
        if !numeraires.isEmpty { comparison.numeraires = numeraires }
        if !invocation.list("basket").isEmpty { comparison.basket = invocation.list("basket") }
        if !invocation.list("model").isEmpty {
            comparison.models = invocation.list("model").compactMap { NormalModel(rawValue: $0) }
        }
        if !invocation.list("after-fix").isEmpty {
            comparison.afterFix = invocation.list("after-fix").compactMap { Int($0) }
        }
        if !invocation.list("window").isEmpty {
            comparison.windows = try invocation.list("window").map { try EventWindow($0) }
        }
        if comparison.events.isEmpty { invocation.console.note("No event to compare.") }
        if invocation.flag("abnormal") {
            try invocation.console.print(.abnormal(try comparison.abnormalReturns()), as: invocation.format)
            return .done
        }
        let rows = try comparison.rows()
        if invocation.format == .text {
            guard !rows.isEmpty else { return .done }
            try invocation.console.print(Document.comparison(rows, events: comparison.events).text())
        } else {
            try invocation.console.print(
                .comparison([]), rows, as: invocation.format, cells: Table.appendComparison)
        }
        return .done
    }
}
