internal import Archive
internal import Gate
internal import Store
internal import Vocabulary

extension Intake {
    /// Stores the reading, asks the gate about the effect, and takes it back where the gate objects.
    func weigh(
        _ verdict: JournalRecord.Judged, _ fetched: JournalRecord.Fetched, _ reading: Reading, _ previous: Run?,
        _ publication: Publication
    ) throws -> Run {
        let wasAccepted = try ledger.wasAccepted(feed: fetched.feed, sha256s: fetched.parts.map(\.sha256))
        // What only announces changes has no usual length.
        let history =
            reading.isComplete
            ? try history(before: Intake.run(fetched), reader: publication.reader) : History()
        do {
            return try settle(verdict, fetched, reading: reading) { effect in
                if wasAccepted { return nil }
                var candidate = Intake.candidate(fetched, reading, effect, of: publication)
                candidate.published = verdict.published
                candidate.previousPublished = previous?.published
                candidate.gapDays = previous.map { fetched.localDay - $0.localDay } ?? 0
                candidate.history = history
                var stored = Intake.run(fetched)
                stored.knownFrom = verdict.knownFrom
                let rates = try RateEvidence(ledger, stored, reading, effect, publication.units)
                candidate.neighbours = try rates?.neighbours() ?? []
                switch Gatekeeper.judge(candidate) {
                case .pass(let warnings):
                    let words = warnings.map(\.message) + [try rates?.warning()].compactMap(\.self)
                    return words.isEmpty ? nil : words.joined(separator: "; ")
                case .hold(let reasons): throw Held(reasons: reasons)
                }
            }
        } catch let held as Held {
            var verdict = verdict
            verdict.outcome = .held
            verdict.knownFrom = nil
            verdict.code = held.reasons.map(\.rule).joined(separator: ";")
            verdict.message = held.reasons.map(\.message).joined(separator: "; ")
            return try settle(verdict, fetched, reading: reading, storing: false)
        } catch let unreadable as UnreadableEntry {
            return try settle(Intake.failed(verdict, unreadable.fault, fetched), fetched, reading: nil)
        }
    }

    /// The verdict on bytes that their reader refuses.
    static func failed(
        _ verdict: JournalRecord.Judged, _ fault: Fault, _ fetched: JournalRecord.Fetched
    ) -> JournalRecord.Judged {
        var verdict = verdict
        verdict.outcome = .failed
        verdict.knownFrom = nil
        verdict.code = fault.code
        let address = fetched.parts.first { fault.place.hasPrefix($0.name) }?.address ?? fetched.parts.first?.address
        verdict.message = address.map { fault.at($0).line } ?? fault.line
        return verdict
    }

    private struct Held: Error { var reasons: [Verdict.Reason] }

    private static func candidate(
        _ fetched: JournalRecord.Fetched, _ reading: Reading, _ effect: Effect, of publication: Publication
    ) -> Candidate {
        var candidate = Candidate(
            isFetched: fetched.how == "fetch", kind: publication.reader.kind, rows: reading.records ?? reading.rows,
            effect: effect,
            limits: publication.limits)
        candidate.bytes = fetched.parts.reduce(0) { $0 + $1.bytes }
        candidate.seen = fetched.localDay
        candidate.statedCount = reading.statedCount
        candidate.absent = reading.absent
        candidate.conflicts = reading.conflicts
        candidate.leftovers = reading.leftovers.keys.sorted()
        candidate.programmes = publication.programmes
        return candidate
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
