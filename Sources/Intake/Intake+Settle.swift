internal import Archive
internal import Store
internal import Vocabulary

extension Intake {
    /// Writes a verdict to the journal and its consequence to the ledger, as one.
    ///
    /// - Parameter judge: sees the effect before anything is decided; what it throws takes everything back, and what it
    ///   answers is a warning.
    func settle(
        _ verdict: JournalRecord.Judged, _ fetched: JournalRecord.Fetched, reading: Reading?, storing: Bool = true,
        judge: (Effect) throws -> String? = { _ in nil }
    ) throws -> Run {
        try ledger.transaction {
            var verdict = verdict
            let run = try apply(verdict, fetched, reading: reading, storing: storing, judge: judge)
            if !run.warning.isEmpty { verdict.warning = run.warning }
            let end = try journal.append([.judged(verdict)])
            try ledger.advance(journalBytes: end)
            return run
        }
    }

    /// What a verdict means for the ledger: the same when it is made and when the journal is replayed.
    func apply(
        _ verdict: JournalRecord.Judged, _ fetched: JournalRecord.Fetched, reading: Reading?, storing: Bool,
        judge: (Effect) throws -> String? = { _ in nil }
    ) throws -> Run {
        var run = Intake.run(fetched)
        run.outcome = verdict.outcome
        run.knownFrom = verdict.knownFrom
        run.code = verdict.code
        run.message = verdict.message ?? fetched.note ?? ""
        run.published = verdict.published
        run.warning = verdict.warning ?? ""
        run.readerVersion = verdict.readerVersion
        run.sameAs = verdict.sameAs
        run.rows = reading?.rows ?? 0
        if let content = try verdict.sameAs.flatMap({ try ledger.run($0) }) {
            run.rows = content.rows
            // Not modified: it stands for the bytes that it did not bring, and for their validators.
            if run.parts.isEmpty { run.parts = content.parts }
        }
        try ledger.record(run)
        guard let read = reading, storing, run.isKnown, run.sameAs == nil else { return run }
        let reading = try settled(read)
        let effect = try ledger.store(reading, run: run, trustingDigests: run.outcome != .reread)
        if let warning = try judge(effect) { run.warning = warning }
        run.changes = effect.isBaseline && publicationKind(reading) == .list ? 0 : effect.changes
        if run.message.isEmpty {
            run.message = [run.warning, Intake.note(effect, reading)].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        try ledger.record(run)
        return run
    }

    private func publicationKind(_ reading: Reading) -> Reader.Kind {
        switch reading.content {
        case .rates: .rates
        case .list: .list
        case .events: .news
        }
    }

    /// What a person wants to know of a run that went well.
    private static func note(_ effect: Effect, _ reading: Reading) -> String {
        var notes: [String] = []
        if effect.isBaseline { notes.append("first snapshot") }
        if case .list = reading.content, !effect.isBaseline, effect.changes > 0 {
            notes.append("\(effect.added) added, \(effect.removed) removed, \(effect.modified) modified")
        }
        notes += reading.warnings
        if !reading.leftovers.isEmpty {
            let names = reading.leftovers.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
            notes.append("not read: \(names.joined(separator: ", "))")
        }
        return notes.joined(separator: "; ")
    }

    static func run(_ fetched: JournalRecord.Fetched) -> Run {
        var run = Run(
            id: fetched.run, feed: fetched.feed, source: fetched.source, how: fetched.how, seen: fetched.seen,
            recorded: fetched.recorded, outcome: fetched.how == "re-read" ? .reread : .stored,
            localDay: fetched.localDay)
        run.http = fetched.http
        run.published = fetched.publishedGiven
        run.parts = fetched.parts.map { kept in
            var part = Run.Part(name: kept.name, sha256: kept.sha256, bytes: kept.bytes, address: kept.address)
            part.etag = kept.headers?["etag"]
            part.lastModified = kept.headers?["last-modified"]
            return part
        }
        return run
    }
}
