internal import CommandLine
internal import Configuration
internal import Intake
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension Command {
    static let quarantine = Command(
        "quarantine", abstract: "List what is held back or suspect, and why",
        discussion: """
            A held publication is archived and nothing of it is believed: the last good state stays. Look at it with \
            `bellwether quarantine RUN`, let it in with `bellwether accept` where it is real, and put it away with \
            `bellwether reject` where it is not.

            A single rate that moved too far is stored, and suspect: no figure uses it until the next day agrees, \
            another source has it, or the run that brought it is accepted.
            """,
        group: Group.taking,
        examples: [
            .init("bellwether quarantine", "every run that is held"),
            .init(
                "bellwether quarantine 20240505T120000Z-us-ofac-sdn-0a1b2c3d",
                "what one would change: by programme, by field, with examples"),
        ],
        arguments: [Argument("FEED", .any, help: "Only these feeds; or one run, to be explained.")],
        options: [.format]
    ) { invocation in
        let names = invocation.arguments("FEED")
        let feeds = Set(names)
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let book = try SeriesBook(workspace, ledger, known: invocation.presentlyKnown)
        if names.count == 1, let run = try ledger.run(names[0]) {
            let own = try book.suspectValues(sources: [run.source], run: run.id)
            if run.outcome == .stored, !own.isEmpty {
                try invocation.console.print(.suspects(own), as: invocation.format)
                return .done
            }
            return try invocation.explain(run, workspace, ledger)
        }
        // A name mistyped must not read as "nothing is held".
        let sources = Set(try names.map { try workspace.feed($0).source })
        let held = try ledger.runs(feed: nil)
            .filter { $0.outcome == .held && (feeds.isEmpty || feeds.contains($0.feed)) }
        let suspects = try book.suspectValues(sources: sources).filter { value in
            try feeds.isEmpty || feeds.contains(ledger.run(value.run)?.feed ?? "")
        }
        var table = Table(
            "quarantine",
            columns: [
                .init("run", .word), .init("feed", .word), .init("seen_at", .instant), .init("published", .day),
                .init("rows", .number), .init("rules", .word), .init("message"), .init("series", .word),
                .init("day", .day), .init("value", .number),
            ],
            rows: held.map {
                [
                    .text($0.id), .text($0.feed), .instant($0.seen), Cell($0.published), .integer($0.rows),
                    Cell($0.code), .text($0.message), nil, nil, nil,
                ]
            })
        if held.isEmpty { invocation.console.note("Nothing is held back.") }
        if invocation.format != .text {
            table.rows += try suspects.map { value in
                let run = try ledger.run(value.run)
                return [
                    .text(value.run), Cell(run?.feed), Cell(run?.seen), Cell(run?.published), Cell(run?.rows),
                    "suspect", .text(value.reason), .text(value.series.text), .day(value.day), Cell(value.number),
                ]
            }
            try invocation.console.print(table, as: invocation.format)
            return .done
        }
        table.columns.removeLast(3)
        for index in table.rows.indices { table.rows[index].removeLast(3) }
        if !held.isEmpty { try invocation.console.print(table, as: .text) }
        if !held.isEmpty, !suspects.isEmpty { try invocation.console.print("\n") }
        if !suspects.isEmpty { try invocation.console.print(.suspects(suspects), as: .text) }
        return .done
    }

    static let accept = Command(
        "accept", abstract: "Let a held publication in, or believe suspect values, and record why",
        discussion: """
            Your name, the reason and the time are journalled. Its content is known from now on, not from when it was \
            seen. Runs of the feed that were held after it are judged again, in order. Of a run that is stored, the values \
            that are suspect count from now on.
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
        try invocation.decide { intake, id, reason, publication, now in
            try intake.accept(id, reason: reason, by: invocation.person, at: now, of: publication)
        }
    }

    static let reject = Command(
        "reject", abstract: "Put a held publication away, and record why",
        discussion: """
            It stays out, as it was; it no longer counts as held back, and no one is asked about it again. Your name, \
            the reason and the time are journalled. `bellwether accept` can still let it in.
            """,
        group: Group.taking,
        examples: [
            .init(
                "bellwether reject 20240505T120000Z-us-ofac-sdn-0a1b2c3d --reason \"the publisher mended it on the 7th\"",
                "half a list that was a mistake")
        ],
        arguments: [Argument("RUN", help: "The run's id, from `bellwether quarantine`.")],
        options: [Option("reason", valueName: "TEXT", help: "Why it is wrong; needed."), .format]
    ) { invocation in
        try invocation.decide { intake, id, reason, publication, now in
            [try intake.reject(id, reason: reason, by: invocation.person, at: now, of: publication)]
        }
    }
}

extension Table {
    fileprivate static func suspects(_ values: [SuspectValue]) -> Table {
        Table(
            "suspects",
            columns: [
                .init("run", .word), .init("series", .word), .init("day", .day), .init("value", .number),
                .init("reason"),
            ],
            rows: values.map {
                [.text($0.run), .text($0.series.text), .day($0.day), Cell($0.number), .text($0.reason)]
            })
    }
}

extension Invocation {
    /// A person's decision on a held run, with the reason that it needs.
    fileprivate func decide(
        _ settle: (Intake, String, String, Publication, Instant) throws -> [Run]
    ) throws -> ExitCode {
        let reason = try required("reason")
        guard reason.contains(where: { !$0.isWhitespace }) else { throw fault("--reason is empty") }
        let workspace = try workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let id = argument("RUN") ?? ""
        guard let run = try intake.ledger.run(id) else {
            throw Fault("unknown_run", "there is no run \(id)", remedy: "`bellwether quarantine` lists what is held.")
        }
        let publication = try workspace.publication(try workspace.feed(run.feed))
        return try print(settle(intake, id, reason, publication, workspace.now))
    }

    /// What one held run would change.
    fileprivate func explain(_ run: Run, _ workspace: Workspace, _ ledger: Ledger) throws -> ExitCode {
        guard run.outcome == .held || run.outcome == .rejected else {
            throw Fault(
                "not_held", "run \(run.id) is not held: it is \(run.outcome.rawValue)",
                remedy: "`bellwether quarantine` lists what is held.")
        }
        let held = try HeldBack(run, in: workspace, ledger)
        guard format == .text else {
            try console.print(held.table, as: format)
            return .done
        }
        for (index, table) in held.tables.enumerated() {
            if index > 0 { try console.print("\n") }
            try console.print(table, as: .text)
        }
        return .done
    }
}
