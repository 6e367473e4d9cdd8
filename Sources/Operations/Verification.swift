internal import Archive
internal import FileSystem
internal import Intake
internal import Store
package import Vocabulary
package import Workspaces

/// Proves a workspace: blobs against their digests, the ledger against the journal and the blobs.
package struct Verification {
    package struct Check: Sendable {
        package var name: String
        package var done: Int
        package var faults: [Fault]
    }
    package struct Findings: Sendable {
        package var checks: [Check]
        package var isWhole: Bool { checks.allSatisfy { $0.faults.isEmpty } }
    }

    private let workspace: Workspace

    package init(_ workspace: Workspace) { self.workspace = workspace }

    package func run(say: (String) -> Void) throws -> Findings {
        let kept = try workspace.journal.records().flatMap { record, _ -> [String] in
            if case .fetched(let fetched) = record { fetched.parts.map(\.sha256) } else { [] }
        }
        var blobs = Check(name: "blobs", done: 0, faults: [])
        for sha256 in Set(kept).sorted() {
            blobs.done += 1
            do {
                _ = try workspace.archive.read(sha256)
            } catch let fault as Fault {
                blobs.faults.append(fault)
            }
        }
        say("\(blobs.done) blobs read")
        guard blobs.faults.isEmpty else { return Findings(checks: [blobs]) }
        return Findings(checks: [blobs, try file(), try rows()])
    }

    /// The store's own view of itself.
    private func file() throws -> Check {
        guard Files.exists(workspace.ledgerPath) else {
            return Check(
                name: "ledger", done: 0,
                faults: [
                    Fault(
                        "no_data", "there is no ledger", place: workspace.ledgerPath,
                        remedy: "`bellwether rebuild` makes it from the archive.")
                ])
        }
        do {
            let damage = try workspace.store.openForReading().damage()
            return Check(
                name: "ledger", done: 1,
                faults: damage.map {
                    Fault(
                        "ledger_damaged", $0, place: workspace.ledgerPath,
                        remedy: "`bellwether rebuild` makes it anew from the archive.")
                })
        } catch let fault as Fault {
            return Check(name: "ledger", done: 1, faults: [fault])
        }
    }

    private func rows() throws -> Check {
        var check = Check(name: "rows", done: 0, faults: [])
        guard Files.exists(workspace.ledgerPath) else { return check }
        do {
            let ledger = try workspace.store.openForReading()
            try workspace.journal.require(ledger.journalBytes)
            let stored = try ledger.dump()
            let anew = try LedgerStore.inMemory()
            try workspace.intake(into: anew).rebuild()
            let rebuilt = try anew.dump()
            check.done = rebuilt.count
            let difference = Set(stored).symmetricDifference(rebuilt)
            check.faults = difference.sorted().prefix(10).map { row in
                Fault(
                    "row_differs", "a row that the archive does not bear out: \(row.prefix(160))",
                    place: workspace.ledgerPath, remedy: "`bellwether rebuild` makes the ledger anew from the archive.")
            }
        } catch let fault as Fault {
            check.faults = [fault]
        }
        return check
    }

    /// Replaces the ledger by one made from the journal; answers its rows.
    package func rebuild(progress: (Int, Int) -> Void) throws -> Int {
        guard try workspace.journal.length() > 0 else {
            throw Fault(
                "no_journal", "there is no journal to rebuild from", place: workspace.journal.path,
                remedy: "Restore Data/archive from a backup.")
        }
        try requireWholeJournal()
        return try workspace.store.replace { ledger in
            try workspace.intake(into: ledger).rebuild(progress: progress)
            return try ledger.dump().count
        }
    }

    /// A ledger that can still be read knows how long the journal was.
    private func requireWholeJournal() throws {
        let seen: Int
        do { seen = try workspace.store.openForReading().journalBytes } catch { return }
        try workspace.journal.require(seen)
    }
}
