package import Archive
internal import Formats
internal import Gate
package import Store
package import Vocabulary

/// The one path from bytes to the ledger: archive, journal, read, judge, store. `fetch`, `import`, `accept`,
/// `rebuild` and the repair after a crash all go through here, so that they cannot disagree.
package final class Intake {
    package let archive: BlobArchive
    package let journal: Journal
    package let ledger: Ledger
    let readers: @Sendable (String) -> Reader?
    /// What the run at hand brought, by SHA-256: it was hashed a moment ago and need not be restored to be read.
    private var inHand: [String: [UInt8]] = [:]

    /// - Parameter readers: by name, for what the journal holds.
    package init(
        archive: BlobArchive, journal: Journal, ledger: Ledger, readers: @escaping @Sendable (String) -> Reader?
    ) {
        self.archive = archive
        self.journal = journal
        self.ledger = ledger
        self.readers = readers
    }

    /// Takes in what a feed sent. A fault of the publication is the run's outcome, not an error; what is thrown is a
    /// fault of this machine (a full disk, a damaged ledger).
    package func take(_ delivery: Delivery, of publication: Publication) throws -> Run {
        var fetched = try keep(delivery, of: publication)
        if let known = try ledger.run(fetched.run) { return repeated(known) }
        if publication.reader.kind == .news {
            fetched.run = try ledger.standingLast(fetched.run, seen: fetched.seen, event: nil)
        }
        try rereadPrevious(of: fetched, publication)
        try journal.append([.fetched(fetched)])
        return try judge(fetched, of: publication)
    }

    /// Archives the bytes; nothing has read them yet.
    private func keep(_ delivery: Delivery, of publication: Publication) throws -> JournalRecord.Fetched {
        var fetched = JournalRecord.Fetched(
            run: "", feed: publication.feed, source: publication.source, reader: publication.reader.name,
            how: delivery.how, seen: delivery.seen, recorded: delivery.recorded,
            localDay: publication.localDay(delivery.seen))
        fetched.publishedGiven = delivery.published
        fetched.http = delivery.http
        fetched.note = delivery.note.isEmpty ? nil : delivery.note
        fetched.layout = publication.layout
        var digest: String
        switch delivery.content {
        case .parts(let delivered):
            inHand.removeAll()
            let parts =
                delivered.filter { part in !publication.companions.contains { $0.name == part.name } }
                + publication.companions
            for part in parts {
                let sha256 = try archive.store(part.bytes, feed: publication.feed, part: part.name)
                inHand[sha256] = part.bytes
                var kept = JournalRecord.Part(name: part.name, sha256: sha256, bytes: part.bytes.count)
                kept.rawBytes = part.rawBytes
                kept.address = part.address
                kept.headers = part.headers
                fetched.parts.append(kept)
            }
            // A set of files is named by all of them: the same SDN beside another ADD is another publication.
            digest =
                try parts.count == 1
                ? fetched.parts[0].sha256 : Digest.hex(Array(fetched.parts.map(\.sha256).joined().utf8))
        case .notModified: digest = "notmodif"
        case .failure(let fault):
            fetched.failure = .init(code: fault.code, message: fault.line)
            // Two failures of one second are two runs where they say different things.
            digest = try Digest.hex(Array(fault.line.utf8))
        }
        fetched.run = Intake.runID(seen: delivery.seen, feed: publication.feed, digest: digest)
        return fetched
    }

    /// `20220225T015000Z-us-ofac-sdn-0123abcd`
    static func runID(seen: Instant, feed: String, digest: String) -> String {
        let stamp = seen.description.filter { $0 != "-" && $0 != ":" }
        return "\(stamp)-\(feed)-\(digest.prefix(8))"
    }

    private func repeated(_ run: Run) -> Run {
        var run = run
        let reason = run.outcome == .failed || run.outcome == .held ? ": \(run.message)" : ""
        run.message = "already taken in, \(run.outcome.rawValue)" + reason
        if run.outcome == .stored || run.outcome == .reread { run.outcome = .unchanged }
        run.changes = 0
        return run
    }

    // MARK: the judgement of a run that no one has judged

    func judge(_ fetched: JournalRecord.Fetched, of publication: Publication) throws -> Run {
        let candidate = Intake.run(fetched)
        var verdict = JournalRecord.Judged(
            run: fetched.run, outcome: .stored, at: fetched.recorded,
            readerVersion: publication.reader.version)
        verdict.published = fetched.publishedGiven
        if let failure = fetched.failure {
            verdict.outcome = .failed
            verdict.code = failure.code
            verdict.message = failure.message
            return try settle(verdict, fetched, reading: nil)
        }
        let previous = try ledger.lastKnown(feed: fetched.feed, before: candidate)
        if fetched.parts.isEmpty && previous == nil {
            verdict.outcome = .failed
            verdict.code = "not_modified_without_cache"
            verdict.message = "the server says that nothing changed, but nothing is here yet; fetch again with --force"
            return try settle(verdict, fetched, reading: nil)
        }
        if let previous, fetched.parts.isEmpty || previous.parts.map(\.sha256) == fetched.parts.map(\.sha256) {
            verdict.outcome = .unchanged
            verdict.knownFrom = fetched.seen
            verdict.sameAs = previous.sameAs ?? previous.id
            verdict.published = previous.published
            return try settle(verdict, fetched, reading: nil)
        }
        let reading: Reading
        do {
            reading = try publication.reader.read(try snapshot(fetched))
        } catch let fault as Fault where !fault.code.hasPrefix("blob_") {
            return try settle(Intake.failed(verdict, fault, fetched), fetched, reading: nil)
        }
        verdict.published = fetched.publishedGiven ?? reading.published
        verdict.knownFrom = fetched.seen
        return try weigh(verdict, fetched, reading, previous, publication)
    }

    /// The last good snapshot is read again when its reader changed, so that what the new reader sees differently is
    /// told apart from what the publisher changed.
    private func rereadPrevious(of fetched: JournalRecord.Fetched, _ publication: Publication) throws {
        guard fetched.failure == nil, publication.reader.kind != .news,
            let previous = try ledger.lastKnown(feed: fetched.feed, before: Intake.run(fetched)),
            previous.readerVersion != publication.reader.version
        else { return }
        let content = try previous.sameAs.flatMap { try ledger.run($0) } ?? previous
        var again = JournalRecord.Fetched(
            run: previous.id + "-v\(publication.reader.version)", feed: previous.feed, source: previous.source,
            reader: publication.reader.name, how: "re-read", seen: previous.seen, recorded: fetched.recorded,
            localDay: previous.localDay)
        again.publishedGiven = previous.published
        again.layout = publication.layout
        again.parts = content.parts.map { JournalRecord.Part(name: $0.name, sha256: $0.sha256, bytes: $0.bytes) }
        var verdict = JournalRecord.Judged(
            run: again.run, outcome: .reread, at: fetched.recorded,
            readerVersion: publication.reader.version)
        verdict.knownFrom = fetched.seen
        verdict.published = previous.published
        verdict.message = "\(previous.id) read again by \(publication.reader.name) \(publication.reader.version)"
        let reading = try publication.reader.read(try snapshot(again))
        try journal.append([.fetched(again)])
        _ = try settle(verdict, again, reading: reading)
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

    func snapshot(_ fetched: JournalRecord.Fetched) throws -> Snapshot {
        Snapshot(
            feed: fetched.feed, source: fetched.source,
            parts: try fetched.parts.map { part in
                Snapshot.Part(name: part.name, bytes: try inHand[part.sha256] ?? archive.read(part.sha256))
            }, layout: fetched.layout, seen: fetched.localDay)
    }
}
