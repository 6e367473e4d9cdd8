internal import Archive
internal import Gate
internal import Store
package import Vocabulary

extension Intake {
    /// A person lets a held run in; runs of the feed held after it are judged again, in order.
    ///
    /// - Returns: the accepted run, then each later one with what became of it.
    package func accept(
        _ id: String, reason: String, by: String, at: Instant, of publication: Publication
    ) throws -> [Run] {
        // A rejection may have been a mistake.
        let held = try waiting(id, orIn: [.rejected, .stored])
        if held.outcome == .stored { return [try believe(held, reason: reason, by: by, at: at, of: publication)] }
        try journalAcceptance(of: held, reason: reason, by: by, at: at)
        var verdict = JournalRecord.Judged(
            run: id, outcome: .stored, at: at, readerVersion: publication.reader.version)
        verdict.message = "accepted by \(by): \(reason)"
        let fetched = try fetched(held, reader: publication.reader.name)
        let reading = try publication.reader.read(try snapshot(fetched))
        verdict.published = fetched.publishedGiven ?? reading.published
        verdict.knownFrom = at
        var settled = [try settle(verdict, fetched, reading: reading)]
        let later = try ledger.runs(feed: held.feed).filter { $0.outcome == .held && $0.seen >= held.seen }
        for run in later { settled.append(try judgeAgain(run, at: at, after: id, of: publication)) }
        return settled
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
        let end = try journal.append([
            .accepted(JournalRecord.Decision(run: run.id, reason: reason, by: by, at: at))
        ])
        try ledger.transaction {
            try ledger.accept(run.id, at: at)
            try ledger.advance(journalBytes: end)
        }
    }

    /// A person looked at a held run and found it wrong: it stays out, and no one is asked about it again.
    package func reject(_ id: String, reason: String, by: String, at: Instant, of publication: Publication) throws
        -> Run
    {
        let held = try waiting(id)
        try journal.append([
            .rejected(JournalRecord.Decision(run: id, reason: reason, by: by, at: at))
        ])
        let fetched = try fetched(held, reader: publication.reader.name)
        var verdict = JournalRecord.Judged(
            run: id, outcome: .rejected, at: at, readerVersion: held.readerVersion)
        verdict.published = held.published
        verdict.code = held.code
        verdict.message = "rejected by \(by): \(reason); it was held: \(held.message)"
        return try settle(verdict, fetched, reading: try publication.reader.read(try snapshot(fetched)), storing: false)
    }

    private func waiting(_ id: String, orIn others: Set<Run.Outcome> = []) throws -> Run {
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

    private func judgeAgain(_ run: Run, at: Instant, after accepted: String, of publication: Publication) throws -> Run
    {
        let fetched = try fetched(run, reader: publication.reader.name)
        let reading = try publication.reader.read(try snapshot(fetched))
        var verdict = JournalRecord.Judged(
            run: run.id, outcome: .stored, at: at, readerVersion: publication.reader.version)
        verdict.knownFrom = at
        verdict.published = fetched.publishedGiven ?? reading.published
        verdict.message = "passes since \(accepted) was accepted"
        let previous = try ledger.lastKnown(feed: run.feed, before: run)
        if let previous, previous.parts.map(\.sha256) == fetched.parts.map(\.sha256) {
            verdict.outcome = .unchanged
            verdict.sameAs = previous.sameAs ?? previous.id
            return try settle(verdict, fetched, reading: nil)
        }
        return try weigh(verdict, fetched, reading, previous, publication)
    }

    /// What the journal says of a run that was judged before: the ledger keeps neither its reader's name nor the layout
    /// that its feed file had then.
    func fetched(_ run: Run, reader: String? = nil) throws -> JournalRecord.Fetched {
        let kept = try journal.records().lazy.compactMap { record, _ in
            if case .fetched(let fetched) = record, fetched.run == run.id { fetched } else { nil }
        }.first
        var fetched = JournalRecord.Fetched(
            run: run.id, feed: run.feed, source: run.source, reader: reader ?? kept?.reader ?? "", how: run.how,
            seen: run.seen,
            recorded: run.recorded, localDay: run.localDay)
        fetched.http = run.http
        fetched.publishedGiven = run.published
        fetched.layout = kept?.layout
        fetched.parts = run.parts.map {
            var part = JournalRecord.Part(name: $0.name, sha256: $0.sha256, bytes: $0.bytes)
            part.address = $0.address
            part.headers = ["etag": $0.etag, "last-modified": $0.lastModified].compactMapValues { $0 }
            return part
        }
        return fetched
    }
}
