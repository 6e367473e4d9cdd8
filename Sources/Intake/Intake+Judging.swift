internal import Archive
internal import Gate
internal import Store
internal import Vocabulary

extension Intake {
    /// Judges what was fetched and never judged.
    func judge(_ fetched: JournalRecord.Fetched, of publication: Publication) throws -> Run {
        var attempt = Attempt(fetched, judgedAt: fetched.recorded, readerVersion: publication.reader.version)
        if let failure = fetched.failure {
            attempt.fails(failure.code, failure.message)
            return try conclude(attempt)
        }
        let previous = try ledger.lastKnown(feed: fetched.feed, before: attempt.run)
        if fetched.parts.isEmpty && previous == nil {
            attempt.fails(
                "not_modified_without_cache",
                "the server says that nothing changed, but nothing is here yet; fetch again with --force")
            return try conclude(attempt)
        }
        if let previous, fetched.parts.isEmpty || previous.parts.map(\.sha256) == attempt.sha256s {
            attempt.repeats(previous, knownFrom: fetched.seen)
            attempt.verdict.published = previous.published
            return try conclude(attempt)
        }
        do {
            attempt.reads(
                as: try publication.reader.read(try snapshot(fetched, for: publication.reader)), knownFrom: fetched.seen
            )
        } catch let fault as Fault where !fault.code.hasPrefix("blob_") {
            attempt.fails(fault)
            return try conclude(attempt)
        }
        return try conclude(attempt, after: previous, asTheGateDecidesFor: publication)
    }

    /// Writes the verdict of an attempt to the journal and its consequence to the ledger, as one.
    func conclude(_ attempt: Attempt) throws -> Run {
        try ledger.transaction {
            let run = try apply(attempt)
            try journalVerdict(of: attempt)
            return run
        }
    }

    /// Stores what an attempt reads as and asks the gate about the effect. Where the gate objects everything is taken
    /// back, and only that verdict is written.
    func conclude(
        _ attempt: Attempt, after previous: Run?, asTheGateDecidesFor publication: Publication
    ) throws -> Run {
        var attempt = attempt
        let candidate = try candidate(attempt, after: previous, of: publication)
        let stored: Run? = try ledger.provisionally({
            do {
                var written = try write(attempt)
                if let content = written.content, var candidate {
                    candidate.effect = content.effect
                    // Which columns nobody reads is known once the entries were read.
                    candidate.leftovers = content.reading.leftovers.keys.sorted()
                    let rates = try RateEvidence(
                        ledger, written.run, content.reading, content.effect, publication.units)
                    candidate.neighbours = try rates?.neighbours() ?? []
                    switch Gatekeeper.judge(candidate) {
                    case .hold(let reasons):
                        attempt.isHeld(for: reasons)
                        return .rollBack(nil)
                    case .pass(let warnings):
                        let words = warnings.map(\.message) + [try rates?.warning()].compactMap(\.self)
                        attempt.verdict.warning = words.isEmpty ? nil : words.joined(separator: "; ")
                        written.run.warning = words.joined(separator: "; ")
                    }
                }
                let run = try complete(written)
                try journalVerdict(of: attempt)
                return .commit(run)
            } catch let unreadable as UnreadableEntry {
                attempt.fails(unreadable.fault)
                return .rollBack(nil)
            }
        })
        return try stored ?? conclude(attempt)
    }

    // MARK: what a verdict means for the ledger: the same when it is made and when the journal is replayed

    func apply(_ attempt: Attempt) throws -> Run { try complete(try write(attempt)) }

    /// A run in the ledger with the content that it brought, if any.
    private struct Written {
        var run: Run
        var content: (reading: Reading, effect: Effect)?
    }

    private func write(_ attempt: Attempt) throws -> Written {
        var run = attempt.run
        if let content = try run.sameAs.flatMap({ try ledger.run($0) }) {
            run.rows = content.rows
            // Not modified: it stands for the bytes that it did not bring, and for their validators.
            if run.parts.isEmpty { run.parts = content.parts }
        }
        try ledger.record(run)
        guard let read = attempt.reading, run.isKnown, run.sameAs == nil else { return Written(run: run) }
        let reading = try withKnownStories(read)
        let effect = try ledger.store(reading, run: run, trustingDigests: run.outcome != .reread)
        return Written(run: run, content: (reading, effect))
    }

    /// Adds to a run's record what its content changed.
    private func complete(_ written: Written) throws -> Run {
        guard let (reading, effect) = written.content else { return written.run }
        var run = written.run
        var isList = false
        if case .list = reading.content { isList = true }
        run.changes = effect.isBaseline && isList ? 0 : effect.changes
        if run.message.isEmpty {
            run.message = [run.warning, Intake.note(effect, reading, isList: isList)].filter { !$0.isEmpty }
                .joined(separator: "; ")
        }
        try ledger.record(run)
        return run
    }

    private func journalVerdict(of attempt: Attempt) throws {
        try ledger.advance(journalBytes: try append(.judged(attempt.verdict)))
    }

    /// What a person wants to know of a run that went well.
    private static func note(_ effect: Effect, _ reading: Reading, isList: Bool) -> String {
        var notes: [String] = []
        if effect.isBaseline { notes.append("first snapshot") }
        if isList, !effect.isBaseline, effect.changes > 0 {
            notes.append("\(effect.added) added, \(effect.removed) removed, \(effect.modified) modified")
        }
        notes += reading.warnings
        if !reading.leftovers.isEmpty {
            let names = reading.leftovers.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            notes.append("not read: \(names.joined(separator: ", "))")
        }
        return notes.joined(separator: "; ")
    }

    // MARK: what the gate sees

    /// An attempt before its effect is known; nil where the gate has no say, for a person let these very bytes in.
    private func candidate(
        _ attempt: Attempt, after previous: Run?, of publication: Publication
    ) throws -> Candidate? {
        let fetched = attempt.fetched
        guard let reading = attempt.reading,
            try !ledger.wasAccepted(feed: fetched.feed, sha256s: attempt.sha256s)
        else { return nil }
        var candidate = Candidate(
            isFetched: fetched.how == "fetch", kind: publication.reader.kind, rows: reading.records ?? reading.rows,
            effect: Effect(), limits: publication.limits)
        candidate.bytes = fetched.parts.reduce(0) { $0 + $1.bytes }
        candidate.published = attempt.verdict.published
        candidate.seen = fetched.localDay
        candidate.previousPublished = previous?.published
        candidate.gapDays = previous.map { fetched.localDay - $0.localDay } ?? 0
        candidate.statedCount = reading.statedCount
        candidate.absent = reading.absent
        candidate.conflicts = reading.conflicts
        candidate.programmes = publication.programmes
        candidate.known = try known(candidate, after: previous, of: publication, before: attempt.run)
        // What only announces changes has no usual length.
        if reading.isComplete { candidate.history = try history(before: attempt.run, reader: publication.reader) }
        return candidate
    }

    /// What is odd about the last good publication, as far as this one is odd in the same way.
    private func known(
        _ candidate: Candidate, after previous: Run?, of publication: Publication, before run: Run
    ) throws -> Known {
        var known = Known()
        guard let previous else {
            known.isFirst = true
            return known
        }
        known.daysAhead = previous.published.map { $0 - previous.localDay }
        let limits = candidate.limits
        let isOutOfBand =
            candidate.rows < limits.minimumRows || candidate.bytes < limits.minimumBytes
            || limits.maximumRows.map { candidate.rows > $0 } ?? false
            || limits.maximumBytes.map { candidate.bytes > $0 } ?? false
        if isOutOfBand {
            let accepted = try ledger.readings(feed: run.feed, before: run, last: Int(Int32.max))
                .first { $0.outcome == .stored && ($0.knownFrom ?? $0.seen) > $0.seen }
            (known.acceptedRows, known.acceptedBytes) = (accepted?.rows, accepted?.bytes)
        }
        let isOdd =
            !candidate.absent.isEmpty || !candidate.conflicts.isEmpty
            || candidate.statedCount.map { $0 != candidate.rows } ?? false
        guard isOdd, let reading = try read(previous, by: publication.reader) else { return known }
        known.absent = Set(reading.absent)
        known.conflicts = Set(reading.conflicts.map(\.key))
        known.statedDifference = reading.statedCount.map { (reading.records ?? reading.rows) - $0 }
        return known
    }

    /// What a reader makes of a run that is known; nil where it refuses the bytes.
    private func read(_ run: Run, by reader: Reader) throws -> Reading? {
        let content = try run.sameAs.flatMap { try ledger.run($0) } ?? run
        do {
            return try reader.read(try snapshot(try fetched(content.id), for: reader))
        } catch let fault as Fault where !fault.code.hasPrefix("blob_") {
            return nil
        }
    }

    /// What the feed's last good publications were like, as this reader reads them.
    private func history(before run: Run, reader: Reader) throws -> History {
        var history = History()
        let names = run.parts.map(\.name)
        for past in try ledger.readings(feed: run.feed, before: run, last: History.length) {
            // The bytes of a run that was read again were counted with it.
            if past.outcome != .reread, past.parts.map(\.name) == names { history.bytes.append(past.bytes) }
            if past.readerVersion == reader.version {
                history.rows.append(past.rows)
                let censuses = try ledger.censuses(of: past)
                if !censuses.isEmpty { history.censuses.append(censuses) }
            }
            // What a person let in is the measure from then on, whatever was usual before.
            if past.outcome == .stored, let known = past.knownFrom, known > past.seen { break }
        }
        return history
    }
}
