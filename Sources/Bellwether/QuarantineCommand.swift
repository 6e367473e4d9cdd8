internal import CommandLine
internal import Intake
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension Command {
    static let quarantine = Command(
        "quarantine", abstract: "List what is held back, and why",
        discussion: """
            A held publication is archived and nothing of it is believed: the last good state stays. Look at it with \
            `bellwether read`, and let it in with `bellwether accept` where it is real.
            """,
        group: Group.taking,
        examples: [.init("bellwether quarantine", "every run that is held")],
        arguments: [Argument("FEED", .any, help: "Only these feeds.")],
        options: [.format]
    ) { invocation in
        let feeds = Set(invocation.arguments("FEED"))
        let held = try invocation.workspace().ledger().runs(feed: nil)
            .filter { $0.outcome == .held && (feeds.isEmpty || feeds.contains($0.feed)) }
        let table = Table(
            "quarantine",
            columns: [
                .init("run", .word), .init("feed", .word), .init("seen_at", .instant), .init("published", .day),
                .init("rows", .number), .init("rules", .word), .init("message"),
            ],
            rows: held.map {
                [
                    .text($0.id), .text($0.feed), .instant($0.seen), Cell($0.published), .integer($0.rows),
                    Cell($0.code), .text($0.message),
                ]
            })
        if held.isEmpty { invocation.console.note("Nothing is held back.") }
        if !held.isEmpty || invocation.format != .text { try invocation.console.print(table, as: invocation.format) }
        return .done
    }

    static let accept = Command(
        "accept", abstract: "Let a held publication in, and record why",
        discussion: """
            Your name, the reason and the time are journalled. Its content is known from now on, not from when it was \
            seen. Runs of the feed that were held after it are judged again, in order.
            """,
        group: Group.taking,
        examples: [
            .init(
                "bellwether accept 20250701T120000Z-us-ofac-sdn-0a1b2c3d --reason \"Federal Register 2025-12345\"",
                "a mass delisting that is real")
        ],
        arguments: [Argument("RUN", help: "The run's id, from `bellwether quarantine`.")],
        options: [Option("reason", valueName: "TEXT", help: "Why it is believed; needed."), .format]
    ) { invocation in
        let reason = try invocation.required("reason")
        guard reason.contains(where: { !$0.isWhitespace }) else { throw invocation.fault("--reason is empty") }
        let workspace = try invocation.workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let id = invocation.argument("RUN") ?? ""
        guard let run = try intake.ledger.run(id) else {
            throw Fault("unknown_run", "there is no run \(id)", remedy: "`bellwether quarantine` lists what is held.")
        }
        let publication = try workspace.publication(try workspace.feed(run.feed))
        return try invocation.print(
            intake.accept(id, reason: reason, by: invocation.person, at: workspace.now, of: publication))
    }
}
