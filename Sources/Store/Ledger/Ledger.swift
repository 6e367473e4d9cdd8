package import Vocabulary

/// The ledger: readings are stored, changes are derived.
///
/// The rows are a backend's; no identifier that it assigned leaves the ledger.
package final class Ledger {
    let rows: any LedgerRows
    /// Runs by moment, as far as questions looked them up; nil: one that is not known. A series that grew by a run a day
    /// has thousands, and every other series has the same ones.
    private var known: [Int64: KnownRun?] = [:]

    package init(_ rows: any LedgerRows) { self.rows = rows }

    // Writing, by the one writer, inside `transaction`.
    package func transaction<T>(_ body: () throws -> T) throws -> T {
        try provisionally({ .commit(try body()) })
    }

    /// The same, of which the body says how it ends; what it throws takes everything back as well.
    package func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T {
        // A run that is taken back is not known any more.
        defer { known.removeAll() }
        return try rows.provisionally(body)
    }

    /// Adds the run, or replaces what was recorded of it.
    package func record(_ run: Run) throws {
        known.removeAll()
        try rows.record(run)
    }

    /// Stores what differs from the reading before it, for a run that is recorded and known.
    ///
    /// - Parameter trustingDigests: entries with the digest they had before are taken to read as before.
    package func store(_ reading: Reading, run: Run, trustingDigests: Bool) throws -> Effect {
        let late = try lateKnown()
        switch reading.content {
        case .rates(let series): return try RateWriter(rows, late: late).store(series, run: run)
        case .list(let parts):
            return try EntryWriter(rows, late: late)
                .store(parts, list: run.feed, run: run, trustingDigests: trustingDigests)
        case .events(let events): return try EventWriter(rows, late: late).store(events, run: run)
        }
    }

    /// A person believes what a run brought; the first acceptance counts.
    package func accept(_ run: RunID, at: Instant) throws { try rows.accept(run, second: at.seconds) }

    /// A configuration file was first used with these bytes at that moment.
    package func configure(_ file: String, sha256: String, at: Instant) throws {
        try rows.configure(file, sha256: sha256, second: at.seconds)
    }

    package var journalBytes: Int { get throws { try rows.journalBytes } }
    package func advance(journalBytes: Int) throws { try rows.advance(journalBytes: journalBytes) }

    /// From now on every answer is of one state, whatever is written meanwhile, until the ledger is let go. Writers wait
    /// for that: not for anything that waits for a person or another program.
    package func freeze() throws { try rows.freeze() }

    /// The SHA-256 that each configuration file had when it was last used.
    package func configuration() throws -> [String: String] { try rows.configuration() }

    /// What is wrong with the store itself, in its own words; empty where all is well.
    package func damage() throws -> [String] { try rows.damage() }

    /// Every row as text, in key order: what two ledgers are compared by.
    package func dump() throws -> [String] { try rows.dump() }

    /// The known run at a moment, looked up once.
    func run(at moment: Int64) throws -> KnownRun? {
        if let found = known[moment] { return found }
        guard let stamp = try rows.stamp(at: moment) else { return nil }
        let found = stamp.known.map { KnownRun(id: stamp.id, known: Instant(seconds: $0)) }
        known[moment] = .some(found)
        return found
    }

    /// Seconds at which runs became known that did so later than they were seen, by moment.
    private func lateKnown() throws -> [Int64: Int64] {
        Dictionary(try rows.lateStamps().map { ($0.moment, $0.known ?? 0) }) { _, later in later }
    }
}

struct KnownRun {
    var id: RunID
    var known: Instant
}

/// Which moments a question may see.
struct Sight {
    private let ledger: Ledger
    private let last: Int64
    private var recent: (moment: Int64, run: KnownRun?)?

    init(_ ledger: Ledger, known: KnownOn) {
        self.ledger = ledger
        last = known.lastSecond
    }

    /// The run that stands at a moment; nil where it was not known yet.
    mutating func run(at moment: Int64) throws -> KnownRun? {
        if let recent, recent.moment == moment { return recent.run }
        let run = try ledger.run(at: moment).flatMap { $0.known.seconds <= last ? $0 : nil }
        recent = (moment, run)
        return run
    }

    /// Whether the readings of a moment may be seen: they are of known runs only, so that now all may.
    mutating func sees(_ moment: Int64) throws -> Bool {
        if last == KnownOn.now.lastSecond { return true }
        return try run(at: moment) != nil
    }
}
