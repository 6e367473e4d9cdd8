internal import Archive
internal import Gate
internal import Vocabulary

/// One attempt to obtain a publication, on its way through the intake: what came, what it reads as, what became of it.
struct Attempt {
    let fetched: JournalRecord.Fetched
    var verdict: JournalRecord.Judged
    /// Nil where its bytes were not read, or are none that their reader knows.
    var reading: Reading?

    init(_ fetched: JournalRecord.Fetched, verdict: JournalRecord.Judged, reading: Reading? = nil) {
        self.fetched = fetched
        self.verdict = verdict
        self.reading = reading
    }

    /// One whose content is good as far as is known.
    init(_ fetched: JournalRecord.Fetched, judgedAt at: Instant, readerVersion: Int) {
        let outcome: Run.Outcome = fetched.how == "re-read" ? .reread : .stored
        verdict = JournalRecord.Judged(run: fetched.run, outcome: outcome, at: at, readerVersion: readerVersion)
        verdict.published = fetched.publishedGiven
        self.fetched = fetched
    }

    var sha256s: [String] { fetched.parts.map(\.sha256) }

    /// The run as far as the attempt knows it: what storing it changed is not in it.
    var run: Run {
        var run = Run(
            id: fetched.run, feed: fetched.feed, source: fetched.source, how: fetched.how, seen: fetched.seen,
            recorded: fetched.recorded, outcome: verdict.outcome, localDay: fetched.localDay)
        run.http = fetched.http
        run.parts = fetched.parts.map { kept in
            var part = Run.Part(name: kept.name, sha256: kept.sha256, bytes: kept.bytes, address: kept.address)
            part.etag = kept.headers?["etag"]
            part.lastModified = kept.headers?["last-modified"]
            return part
        }
        run.knownFrom = verdict.knownFrom
        run.code = verdict.code
        run.message = verdict.message ?? fetched.note ?? ""
        run.published = verdict.published
        run.warning = verdict.warning ?? ""
        run.readerVersion = verdict.readerVersion
        run.sameAs = verdict.sameAs
        run.rows = reading?.rows ?? 0
        return run
    }

    /// Its bytes read as this, known from a moment on.
    mutating func reads(as reading: Reading, knownFrom: Instant) {
        self.reading = reading
        verdict.published = fetched.publishedGiven ?? reading.published
        verdict.knownFrom = knownFrom
    }

    /// It says what a run before it said.
    mutating func repeats(_ previous: Run, knownFrom: Instant) {
        reading = nil
        verdict.outcome = .unchanged
        verdict.knownFrom = knownFrom
        verdict.sameAs = previous.sameAs ?? previous.id
    }

    mutating func fails(_ code: String, _ message: String) {
        reading = nil
        verdict.outcome = .failed
        verdict.knownFrom = nil
        verdict.code = code
        verdict.message = message
    }

    /// Its reader refuses the bytes.
    mutating func fails(_ fault: Fault) {
        let address = fetched.parts.first { fault.place.hasPrefix($0.name) }?.address ?? fetched.parts.first?.address
        fails(fault.code, address.map { fault.at($0).line } ?? fault.line)
    }

    mutating func isHeld(for reasons: [Verdict.Reason]) {
        verdict.outcome = .held
        verdict.knownFrom = nil
        verdict.code = reasons.map(\.rule).joined(separator: ";")
        verdict.message = reasons.map(\.message).joined(separator: "; ")
    }
}
