internal import Archive
internal import CommandLine
internal import Configuration
internal import Fetch
internal import Intake
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

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
        let plan = try plan(invocation, workspace)
        let isNamed = !invocation.arguments("FEED").isEmpty
        for (feed, reason) in plan.skipped {
            // Whoever names a feed wants to know why it is not asked.
            let words = "\(feed): \(reason)"
            if isNamed { invocation.console.note(words) } else { invocation.console.detail(words) }
        }
        if invocation.flag("dry-run") {
            try invocation.console.print(requests(plan), as: invocation.format)
            return .done
        }
        if plan.items.isEmpty, !isNamed { invocation.console.note("Nothing is due.") }
        let downloader = try workspace.downloader()
        let progress = Progress(total: plan.requests.count, on: invocation.console)
        var answers = await downloader.fetch(
            plan.requests, width: workspace.settings.workspace.fetch.atOnce, now: { workspace.now }
        ) { step in
            if step.isLast { progress.advance(step.feed) }
        }
        let fallbacks = plan.fallbacks(answers)
        if !fallbacks.isEmpty {
            let second = await downloader.fetch(
                fallbacks.map(\.request), width: workspace.settings.workspace.fetch.atOnce, now: { workspace.now }
            ) { _ in }
            for ((place, request), answer) in zip(fallbacks, second) {
                invocation.console.detail("\(request.feed): its first address failed; asked \(request.shownAddress)")
                // Where both fail, the first says why.
                if case .success = answer { answers[place] = answer }
            }
        }
        progress.finish()
        try Task.checkCancellation()
        let before = try workspace.intake().ledger.lastFetch()
        let runs = try take(answers, plan, workspace)
        let code = try invocation.print(runs)
        // Where nothing was tried nothing can have begun.
        for alarm in runs.isEmpty ? [] : try workspace.alarms(since: before) {
            invocation.console.warn("\(alarm.rule.id): \(alarm.finding.sentence)")
        }
        return code
    }

    private static func plan(_ invocation: Invocation, _ workspace: Workspace) throws -> FetchPlan {
        let intake = try workspace.intake()
        let force = invocation.flag("force")
        if let last = try intake.ledger.lastFetch(), workspace.now < last + -3600, !force {
            throw Fault(
                "clock_back", "it is \(workspace.now), but the last fetch was at \(last)",
                remedy: "Set the clock right; --force fetches all the same.")
        }
        return try FetchPlan(
            workspace, ledger: intake.ledger, names: invocation.arguments("FEED"), force: force,
            since: try invocation.day("since"), offline: invocation.global.offline,
            agent: "\(invocation.program.name)/\(invocation.program.version)")
    }

    private static func take(
        _ answers: [Result<FetchResponse, Fault>], _ plan: FetchPlan, _ workspace: Workspace
    ) throws -> [Vocabulary.Run] {
        let intake = try workspace.intake()
        return try plan.deliveries(answers, at: workspace.now, archive: intake.archive.read)
            .map { try intake.take($0.delivery, of: $0.item.publication) }
    }

    private static func requests(_ plan: FetchPlan) -> Table {
        Table(
            "requests", plan.requests.map { [$0.feed, $0.part, $0.shownAddress] },
            ["feed", "part", "address"].enumerated().map { place, name in Column(name, .word) { .text($0[place]) } })
    }
}
