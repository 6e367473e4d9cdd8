internal import CommandLine
internal import Configuration
internal import Findings
internal import Intake
internal import Lists
internal import Operations
internal import Rates
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

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
        let book = try SeriesBook(workspace.settings, ledger, known: invocation.presentlyKnown)
        if names.count == 1, let run = try ledger.run(named: names[0]) {
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
        if held.isEmpty { invocation.console.note("Nothing is held back.") }
        if invocation.format != .text {
            let doubted = try suspects.map { Quarantined(run: try ledger.run($0.run), suspect: $0) }
            try invocation.console.print(
                .quarantine(held.map { Quarantined(run: $0) } + doubted), as: invocation.format)
            return .done
        }
        if !held.isEmpty { try invocation.console.print(.quarantine(held.map { Quarantined(run: $0) }), as: .text) }
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

/// A run that is held, or a value of a run that is suspect.
private struct Quarantined: Sendable {
    /// Nil where a value's run is not in the ledger.
    var run: Run?
    var suspect: SuspectValue?
}

extension Table {
    /// Held runs; for programs the suspect values as well, a row each.
    fileprivate static func quarantine(_ rows: [Quarantined]) -> Table {
        Table(
            "quarantine", rows,
            [
                Column("run", .word) { Cell(($0.suspect?.run ?? $0.run?.id)?.text) },
                Column("feed", .word) { Cell($0.run?.feed) },
                Column("seen_at", .instant) { Cell($0.run?.seen) },
                Column("published", .day) { Cell($0.run?.published) },
                Column("rows", .number) { Cell($0.run?.rows) },
                Column("rules", .word) { $0.suspect == nil ? Cell($0.run?.code) : "suspect" },
                Column("message") { Cell($0.suspect?.reason ?? $0.run?.message) },
                Column("series", .word, for: .programs) { Cell($0.suspect?.series.text) },
                Column("day", .day, for: .programs) { Cell($0.suspect?.day) },
                Column("value", .number, for: .programs) { Cell($0.suspect?.number) },
            ])
    }

    fileprivate static func suspects(_ values: [SuspectValue]) -> Table {
        Table(
            "suspects", values,
            [
                Column("run", .word) { .text($0.run.text) },
                Column("series", .word) { .text($0.series.text) },
                Column("day", .day) { .day($0.day) },
                Column("value", .number) { Cell($0.number) },
                Column("reason") { .text($0.reason) },
            ])
    }
}

extension Invocation {
    /// A person's decision on a held run, with the reason that it needs.
    fileprivate func decide(
        _ settle: (Intake, RunID, String, Publication, Instant) throws -> [Run]
    ) throws -> ExitCode {
        let reason = try required("reason")
        guard reason.contains(where: { !$0.isWhitespace }) else { throw fault("--reason is empty") }
        let workspace = try workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let id = argument("RUN") ?? ""
        guard let run = try intake.ledger.run(named: id) else {
            throw Fault("unknown_run", "there is no run \(id)", remedy: "`bellwether quarantine` lists what is held.")
        }
        let publication = try workspace.publication(try workspace.feed(run.feed))
        return try print(settle(intake, run.id, reason, publication, workspace.now))
    }

    /// What one held run would change.
    fileprivate func explain(_ run: Run, _ workspace: Workspace, _ ledger: Ledger) throws -> ExitCode {
        guard run.outcome == .held || run.outcome == .rejected else {
            throw Fault(
                "not_held", "run \(run.id) is not held: it is \(run.outcome.rawValue)",
                remedy: "`bellwether quarantine` lists what is held.")
        }
        let held = try HeldBack(run, reading: workspace.parts(of: run), ledger)
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
