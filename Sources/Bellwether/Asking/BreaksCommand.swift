internal import CommandLine
internal import Compare
internal import Findings
internal import Operations
internal import Rates
internal import Report
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let breaks = Command(
        "breaks", abstract: "Find where a series changed its drift, volatility or level",
        discussion: """
            Drift and volatility: the partition of the returns, clipped at five MADs, into stretches of at least 20 rows \
            that minimises squared error plus a penalty of 3 ln n for each break; every position is tried, and the \
            optimum is exact. Level: up to six breaks of the log value by the least BIC, with the interval of each (Bai \
            1997), for at most 1,000 rows; on levels BIC nearly always takes the most there may be: a description, never \
            a test. A series without a break has one row, break = 0. A break is a date in a series, and no cause of it.

            With --events, --event, --tag or --waves the events that name the series' currency are held against its \
            breaks: those within 10 rows of a break, or 2 beyond its interval, are listed, and their number is compared \
            with that of 999 rotations of the same events along the series. One that names no currency goes with every \
            series if --event or --events chose it. Nearness in time is no cause.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether breaks EUR/TRY:reference:ecb --from 2015-01-01", "drift and volatility of the lira"),
            .init(
                "bellwether breaks EUR/RUB:reference:ecb --on level --from 2013-01-01 --to 2016-12-31",
                "levels, each break with its interval"),
            .init(
                "bellwether breaks EUR/TRY:reference:ecb --tag sanctions",
                "which events lie near, and how many would by chance"),
        ],
        arguments: [Argument("SERIES", .oneOrMore, help: "Rates, or patterns with *.")],
        options: Option.reading + [
            Option(
                "on", .list, valueName: "WHAT", allowed: BreakKind.allCases.map(\.rawValue),
                defaultValue: "drift,volatility", help: "What may break."),
            Option(
                "numeraire", .list, valueName: "CODE", defaultValue: "of bellwether.toml",
                help: "Values are counted in these."),
        ] + Option.events
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let book = try SeriesBook(workspace.settings, ledger, known: try invocation.knownOn())
        let keys = try book.keys(invocation.arguments("SERIES"))
        let comparison = try Comparison(workspace.settings, book, events: [], only: keys)
        let asked = invocation.list("on").compactMap { BreakKind(rawValue: $0) }
        let kinds = asked.isEmpty ? [.drift, .volatility] : asked
        let numeraires = invocation.list("numeraire")
        let (from, to) = try invocation.days()
        let candidates = try invocation.breakCandidates(workspace, ledger)
        let questions = keys.flatMap { key in
            (numeraires.isEmpty ? comparison.numeraires : numeraires).map { (key, $0) }
        }
        let answers = try concurrently(questions.count) { number in
            Result {
                try comparison.breaks(
                    questions[number].0, numeraire: questions[number].1, kinds: kinds, from: from, to: to,
                    candidates: candidates)
            }
        }
        // One series that cannot be cut does not keep the others from it.
        guard answers.count > 1 else { return try print(answers.flatMap { try $0.get() }, invocation, candidates) }
        var rows: [SeriesBreak] = []
        var failures = 0
        for answer in answers {
            do { rows += try answer.get() } catch let fault as Fault {
                invocation.console.fail(fault)
                failures += 1
            }
        }
        if failures == answers.count { return .failed }
        let code = try print(rows, invocation, candidates)
        return failures > 0 ? .partly : code
    }

    private static func print(
        _ rows: [SeriesBreak], _ invocation: Invocation, _ candidates: BreakCandidates?
    ) throws -> ExitCode {
        if let candidates, !candidates.isEmpty, rows.allSatisfy({ $0.match == nil }) {
            invocation.console.note("None of the events names a currency of these series.")
        }
        try invocation.console.print(.breaks(rows), as: invocation.format)
        guard invocation.format == .text else { return .done }
        let words = BreakWords.lines(rows)
        if !words.isEmpty { try invocation.console.print("\n" + words.joined(separator: "\n") + "\n") }
        return .done
    }
}
