internal import Archive
internal import CommandLine
internal import Findings
internal import Operations
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let verify = Command(
        "verify", abstract: "Prove the archive whole and the ledger true to it",
        discussion: """
            Every archived blob is read and its SHA-256 taken; then the whole ledger is made again from the journal and \
            the archive, in memory, and compared row for row with the one on disk. Nothing is changed.
            """,
        group: Group.taking,
        examples: [.init("bellwether verify", "exit code 0: every figure leads back to archived bytes")],
        options: [.format]
    ) { invocation in
        let workspace = try invocation.workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        let found = try Verification(workspace).run { message in invocation.console.detail(message) }
        try invocation.console.print(
            Table(
                "verification", found.checks,
                [
                    Column("check", .word) { .text($0.name) },
                    Column("done", .number) { .integer($0.done) },
                    Column("wrong", .number) { .integer($0.faults.count) },
                ]), as: invocation.format)
        for fault in found.checks.flatMap(\.faults).prefix(20) { invocation.console.fail(fault) }
        return found.isWhole ? .done : .failed
    }

    static let rebuild = Command(
        "rebuild", abstract: "Make the ledger anew from the archive",
        discussion: """
            The journal is replayed into a new file, which then takes the old one's place: row for row the same, \
            unless a reader of this program has changed since. Decisions are replayed, never made again.
            """,
        group: Group.taking,
        examples: [.init("bellwether rebuild", "after a damaged disk, or a ledger that was deleted")],
        options: []
    ) { invocation in
        let workspace = try invocation.workspace()
        let lock = try workspace.lock()
        defer { _ = lock }
        var progress: Progress?
        let rows = try Verification(workspace).rebuild { done, total in
            if progress == nil { progress = Progress(total: total, on: invocation.console) }
            progress?.advance("journal")
            if done == total { progress?.finish() }
        }
        invocation.console.note(
            "The ledger was made anew: \(Wording.count(rows, "row")), from \(workspace.journal.path)")
        return .done
    }
}
