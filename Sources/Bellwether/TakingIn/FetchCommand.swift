internal import CommandLine
internal import Configuration
internal import Fetch
internal import Fetching
internal import Findings
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let fetch = Command(
        "fetch", abstract: "Obtain what is due from every feed, side by side",
        discussion: """
            Without names, every feed that has an address and is due is asked; with names, those feeds, due or not. \
            Bytes are archived before anything reads them. A feed that fails is named, and the others go on: the exit \
            code is then 3. A publication that looks broken is held back: `bellwether quarantine` explains it.
            """,
        group: Group.taking,
        examples: [
            .init("bellwether fetch", "everything that is due"),
            .init("bellwether fetch ecb us-ofac-sdn --force", "two feeds, without asking whether anything changed"),
        ],
        arguments: [Argument("FEED", .any, help: "A feed's id; see `bellwether feeds`.")],
        options: [
            .format,
            .flag("force", help: "Ask for whole answers, due or not, and do not mind a clock that was set back."),
            .flag("dry-run", help: "Say what would be asked, and ask nothing."),
            Option("since", valueName: "DAY", help: "Where an address has a range: its first day."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        var asked = FetchPlan.Request(agent: "\(invocation.program.name)/\(invocation.program.version)")
        asked.names = invocation.arguments("FEED")
        asked.force = invocation.flag("force")
        asked.since = try invocation.day("since")
        asked.offline = invocation.global.offline
        let round = try FetchRound(workspace, asked)
        let plan = round.plan
        for (feed, reason) in plan.skipped {
            // Whoever names a feed wants to know why it is not asked.
            let words = "\(feed): \(reason)"
            if asked.names.isEmpty { invocation.console.detail(words) } else { invocation.console.note(words) }
        }
        if invocation.flag("dry-run") {
            try invocation.console.print(requests(plan), as: invocation.format)
            return .done
        }
        if plan.items.isEmpty, asked.names.isEmpty { invocation.console.note("Nothing is due.") }
        let progress = Progress(total: plan.requests.count, on: invocation.console)
        let outcome = try await round.run {
            if $0.isLast { progress.advance($0.feed) }
        } fellBack: {
            invocation.console.detail("\($0.feed): its first address failed; asked \($0.shownAddress)")
        }
        progress.finish()
        let code = try invocation.print(outcome.runs)
        for alarm in outcome.alarms { invocation.console.warn("\(alarm.rule.id): \(alarm.finding.sentence)") }
        return code
    }

    private static func requests(_ plan: FetchPlan) -> Table {
        Table(
            "requests", plan.requests.map { [$0.feed, $0.part, $0.shownAddress] },
            ["feed", "part", "address"].enumerated().map { place, name in Column(name, .word) { .text($0[place]) } })
    }
}
