package import Archive
internal import Formats
package import Store
package import Vocabulary

/// The one path from bytes to the ledger: archive, journal, read, judge, store. `fetch`, `import`, `accept`,
/// `rebuild` and the repair after a crash all go through here, so that they cannot disagree.
package final class Intake {
    package let archive: BlobArchive
    package let journal: Journal
    package let ledger: Ledger
    let readers: @Sendable (String) -> Reader?
    /// What the last delivery brought, by SHA-256: it was hashed a moment ago and need not be restored to be read.
    private var delivered: [String: [UInt8]] = [:]
    /// What the journal says was fetched, by run; nil until it is asked for.
    private var fetchedByRun: [RunID: JournalRecord.Fetched]?

    /// - Parameter readers: by name, for what the journal holds.
    package init(
        archive: BlobArchive, journal: Journal, ledger: Ledger, readers: @escaping @Sendable (String) -> Reader?
    ) {
        self.archive = archive
        self.journal = journal
        self.ledger = ledger
        self.readers = readers
    }

    /// What the archive holds under a SHA-256.
    package func archived(_ sha256: String) throws -> [UInt8] { try archive.read(sha256) }

    /// Takes in what a feed sent. A fault of the publication is the run's outcome, not an error; what is thrown is a
    /// fault of this machine (a full disk, a damaged ledger).
    package func take(_ delivery: Delivery, of publication: Publication) throws -> Run {
        var fetched = try keep(delivery, of: publication)
        if let known = try ledger.run(fetched.run) { return repeated(known) }
        if publication.reader.kind == .news {
            fetched.run = try ledger.standingLast(fetched.run, event: nil)
        }
        try rereadPrevious(of: &fetched, publication)
        _ = try append(.fetched(fetched))
        return try judge(fetched, of: publication)
    }

    /// Archives the bytes; nothing has read them yet.
    private func keep(_ delivery: Delivery, of publication: Publication) throws -> JournalRecord.Fetched {
        var parts: [JournalRecord.Part] = []
        var failure: JournalRecord.Failure?
        let digest: String
        switch delivery.content {
        case .parts(let sent):
            delivered.removeAll()
            let companions = try publication.context.archivedParts.map {
                Delivery.Part(name: $0.name, bytes: try $0.content.all())
            }
            for part in sent + companions {
                let sha256 = try archive.store(part.bytes, feed: publication.feed, part: part.name)
                delivered[sha256] = part.bytes
                var kept = JournalRecord.Part(name: part.name, sha256: sha256, bytes: part.bytes.count)
                kept.rawBytes = part.rawBytes
                kept.address = part.address
                kept.headers = part.headers
                parts.append(kept)
            }
            // A set of files is named by all of them: the same SDN beside another ADD is another publication.
            digest = try parts.count == 1 ? parts[0].sha256 : Digest.hex(Array(parts.map(\.sha256).joined().utf8))
        case .notModified: digest = "notmodif"
        case .failure(let fault):
            failure = .init(code: fault.code, message: fault.line)
            // Two failures of one second are two runs where they say different things.
            digest = try Digest.hex(Array(fault.line.utf8))
        }
        var fetched = JournalRecord.Fetched(
            run: RunID(seen: delivery.seen, feed: publication.feed, digest: digest), feed: publication.feed,
            source: publication.source, reader: publication.reader.name, how: delivery.how, seen: delivery.seen,
            recorded: delivery.recorded, localDay: publication.localDay(delivery.seen))
        fetched.parts = parts
        fetched.failure = failure
        fetched.publishedGiven = delivery.published
        fetched.http = delivery.http
        fetched.note = delivery.note.isEmpty ? nil : delivery.note
        fetched.layout = publication.context.layout
        return fetched
    }

    private func repeated(_ run: Run) -> Run {
        var run = run
        let reason = run.outcome == .failed || run.outcome == .held ? ": \(run.message)" : ""
        run.message = "already taken in, \(run.outcome.rawValue)" + reason
        if run.outcome == .stored || run.outcome == .reread { run.outcome = .unchanged }
        run.changes = 0
        return run
    }

    /// The last good snapshot is read again when its reader changed, so that what the new reader sees differently is
    /// told apart from what the publisher changed.
    private func rereadPrevious(of fetched: inout JournalRecord.Fetched, _ publication: Publication) throws {
        guard fetched.failure == nil, publication.reader.kind != .news,
            let previous = try ledger.lastKnown(
                feed: fetched.feed, before: Attempt(fetched, judgedAt: fetched.recorded, readerVersion: 0).run),
            previous.readerVersion != publication.reader.version
        else { return }
        let content = try previous.sameAs.flatMap { try ledger.run($0) } ?? previous
        var again = JournalRecord.Fetched(
            run: previous.id.read(again: publication.reader.version), feed: previous.feed, source: previous.source,
            reader: publication.reader.name, how: "re-read", seen: previous.seen, recorded: fetched.recorded,
            localDay: previous.localDay)
        again.publishedGiven = previous.published
        again.layout = publication.context.layout
        again.parts = content.parts.map { JournalRecord.Part(name: $0.name, sha256: $0.sha256, bytes: $0.bytes) }
        var attempt = Attempt(again, judgedAt: fetched.recorded, readerVersion: publication.reader.version)
        do {
            attempt.reading = try publication.reader.read(try snapshot(again, for: publication.reader))
        } catch let fault as Fault where !fault.code.hasPrefix("blob_") {
            // The new reader refuses what the old one took. What is new must not wait for that for ever: what differs is
            // then told as changed.
            fetched.note = [
                fetched.note,
                "\(previous.id) cannot be read again by \(publication.reader.name) \(publication.reader.version): "
                    + fault.line,
            ].compactMap(\.self).joined(separator: "; ")
            return
        }
        attempt.verdict.knownFrom = fetched.seen
        attempt.verdict.message =
            "\(previous.id) read again by \(publication.reader.name) \(publication.reader.version)"
        _ = try append(.fetched(again))
        _ = try conclude(attempt)
    }

    /// Journals the configuration files whose bytes differ from those last used.
    package func note(_ files: [(name: String, bytes: [UInt8])], at now: Instant) throws {
        let known = try ledger.configuration()
        let changed = try files.map { (file: $0.name, sha256: try Digest.hex($0.bytes)) }
            .filter { known[$0.file] != $0.sha256 }
            .map { JournalRecord.Configured(file: $0.file, sha256: $0.sha256, at: now) }
        guard !changed.isEmpty else { return }
        let end = try journal.append(changed.map { .configured($0) })
        try ledger.transaction {
            for item in changed { try ledger.configure(item.file, sha256: item.sha256, at: item.at) }
            try ledger.advance(journalBytes: end)
        }
    }

    /// What was fetched, as its reader gets it.
    func snapshot(_ fetched: JournalRecord.Fetched, for reader: Reader) throws -> Snapshot {
        let parts = try fetched.parts.map { part in
            Snapshot.Part(name: part.name, bytes: try delivered[part.sha256] ?? archive.read(part.sha256))
        }
        return try Snapshot(
            archived: parts, feed: fetched.feed, source: fetched.source, needs: reader.needs, layout: fetched.layout,
            seen: fetched.localDay)
    }

    /// Appends a record to the journal; answers the journal's new length.
    func append(_ record: JournalRecord) throws -> Int {
        let end = try journal.append([record])
        if case .fetched(let fetched) = record { fetchedByRun?[fetched.run] = fetched }
        return end
    }

    /// What the journal says of a run that was judged before: the ledger keeps neither its reader's name nor the layout
    /// that its feed file had then.
    func fetched(_ run: RunID) throws -> JournalRecord.Fetched {
        if fetchedByRun == nil { remember(try journal.records().map(\.record)) }
        guard let fetched = fetchedByRun?[run] else {
            throw Fault(
                "journal_damaged", "the journal judges the run \(run), which it never fetched",
                place: journal.path, remedy: "Restore the journal from a backup.")
        }
        return fetched
    }

    /// Keeps what all records of the journal say was fetched.
    func remember(_ records: [JournalRecord]) {
        var fetchedRuns: [RunID: JournalRecord.Fetched] = [:]
        for case .fetched(let fetched) in records where fetchedRuns[fetched.run] == nil {
            fetchedRuns[fetched.run] = fetched
        }
        fetchedByRun = fetchedRuns
    }
}
