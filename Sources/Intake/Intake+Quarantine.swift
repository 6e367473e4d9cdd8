internal import Archive
internal import Rates
internal import Store
package import Vocabulary

extension Intake {
    /// A person lets a held run in; runs of the feed held after it are judged again, in order.
    ///
    /// - Returns: the accepted run, then each later one with what became of it.
    package func accept(
        _ id: RunID, reason: String, by: String, at: Instant, of publication: Publication
    ) throws -> [Run] {
        // A rejection may have been a mistake.
        let held = try waiting(id, orIn: [.rejected, .stored])
        if held.outcome == .stored { return [try believe(held, reason: reason, by: by, at: at, of: publication)] }
        try journalAcceptance(of: held, reason: reason, by: by, at: at)
        var attempt = try readAgain(id, at: at, by: publication.reader)
        attempt.verdict.message = "accepted by \(by): \(reason)"
        var judged = [try conclude(attempt)]
        let later = try ledger.runs(feed: held.feed).filter { $0.outcome == .held && $0.seen >= held.seen }
        for run in later { judged.append(try judgeAgain(run, at: at, after: id, of: publication)) }
        return judged
    }

    /// A run that was judged before, read by today's reader.
    private func readAgain(_ run: RunID, at: Instant, by reader: Reader) throws -> Attempt {
        let fetched = try fetched(run)
        var attempt = Attempt(fetched, judgedAt: at, readerVersion: reader.version)
        attempt.reads(as: try reader.read(try snapshot(fetched, for: reader)), knownFrom: at)
        return attempt
    }

    /// A person believes the suspect values of a run that is stored already.
    private func believe(
        _ run: Run, reason: String, by: String, at: Instant, of publication: Publication
    ) throws -> Run {
        let found = try suspects(of: run, units: publication.units).reduce(0) { $0 + $1.suspects.count }
        guard found > 0 else {
            throw Fault(
                "not_held", "run \(run.id) is stored, and no value that it brought is suspect",
                remedy: "`bellwether quarantine` lists what is held and what is suspect.")
        }
        try journalAcceptance(of: run, reason: reason, by: by, at: at)
        var accepted = run
        accepted.message = "accepted by \(by): \(reason); its \(found) suspect values count from now on"
        accepted.warning = ""
        return accepted
    }

    private func journalAcceptance(of run: Run, reason: String, by: String, at: Instant) throws {
        let decision = JournalRecord.Decision(run: run.id, reason: reason, by: by, at: at)
        let end = try append(.accepted(decision))
        try ledger.transaction {
            try ledger.accept(run.id, at: at)
            try ledger.advance(journalBytes: end)
        }
    }

    /// A person looked at a held run and found it wrong: it stays out, and no one is asked about it again.
    package func reject(_ id: RunID, reason: String, by: String, at: Instant, of publication: Publication) throws
        -> Run
    {
        let held = try waiting(id)
        _ = try append(.rejected(JournalRecord.Decision(run: id, reason: reason, by: by, at: at)))
        var attempt = try readAgain(id, at: at, by: publication.reader)
        attempt.verdict.outcome = .rejected
        attempt.verdict.knownFrom = nil
        attempt.verdict.readerVersion = held.readerVersion
        attempt.verdict.published = held.published
        attempt.verdict.code = held.code
        attempt.verdict.message = "rejected by \(by): \(reason); it was held: \(held.message)"
        return try conclude(attempt)
    }

    private func waiting(_ id: RunID, orIn others: Set<Run.Outcome> = []) throws -> Run {
        guard let run = try ledger.run(id) else {
            throw Fault("unknown_run", "there is no run \(id)", remedy: "`bellwether quarantine` lists what is held.")
        }
        guard run.outcome == .held || others.contains(run.outcome) else {
            throw Fault(
                "not_held", "run \(id) is not held: it is \(run.outcome.rawValue)",
                remedy: "`bellwether quarantine` lists what is held.")
        }
        return run
    }

    private func judgeAgain(_ run: Run, at: Instant, after accepted: RunID, of publication: Publication) throws -> Run {
        var attempt: Attempt
        do {
            attempt = try readAgain(run.id, at: at, by: publication.reader)
        } catch let fault as Fault where !fault.code.hasPrefix("blob_") {
            // Today's reader refuses it: that keeps nobody from the runs behind it.
            attempt = Attempt(try fetched(run.id), judgedAt: at, readerVersion: publication.reader.version)
            attempt.fails(fault)
            return try conclude(attempt)
        }
        attempt.verdict.message = "passes since \(accepted) was accepted"
        let previous = try ledger.lastKnown(feed: run.feed, before: run)
        if let previous, previous.parts.map(\.sha256) == attempt.sha256s {
            attempt.repeats(previous, knownFrom: at)
            return try conclude(attempt)
        }
        return try conclude(attempt, after: previous, asTheGateDecidesFor: publication)
    }
}
