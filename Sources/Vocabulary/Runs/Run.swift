/// One attempt to obtain a publication, and what became of it.
package struct Run: Sendable, Hashable {
    package enum Outcome: String, Sendable {
        /// Its content is in the ledger.
        case stored
        /// It repeats the reading before it: nothing but this record was written.
        case unchanged
        /// Quarantined: archived, and not believed until a person accepts it.
        case held
        /// Held, and a person looked and found it wrong: it stays out, and no longer waits for anyone.
        case rejected
        case failed
        /// The bytes of an earlier run, read again by a newer reader.
        case reread = "re-read"
    }

    package var id: RunID
    package var feed: String
    package var source: String
    /// `fetch`, `import` or `manual`.
    package var how: String
    package var seen: Instant
    /// When its content became known: `seen`, or the instant of its acceptance. Nil: it never did.
    package var knownFrom: Instant?
    package var recorded: Instant
    package var outcome: Outcome
    package var code: String?
    package var message = ""
    /// What the gate said of a run that it let pass, for the top of the report.
    package var warning = ""
    package var http: Int?
    package var parts: [Part] = []
    package var published: Day?
    /// `seen` in the publisher's zone.
    package var localDay: Day
    package var rows = 0
    package var changes = 0
    package var readerVersion = 0
    /// The run whose reading this one repeats.
    package var sameAs: RunID?

    package struct Part: Sendable, Hashable {
        package var name: String
        package var sha256: String
        package var bytes: Int
        package var address: String?
        /// The validators of the answer, for the next conditional request.
        package var etag: String?
        package var lastModified: String?

        package init(name: String, sha256: String, bytes: Int, address: String?) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
            self.address = address
        }
    }

    package init(
        id: RunID, feed: String, source: String, how: String, seen: Instant, recorded: Instant, outcome: Outcome,
        localDay: Day
    ) {
        self.id = id
        self.feed = feed
        self.source = source
        self.how = how
        self.seen = seen
        self.recorded = recorded
        self.outcome = outcome
        self.localDay = localDay
    }

    package var bytes: Int { parts.reduce(0) { $0 + $1.bytes } }
    /// Of the first part, which the run's id is made from.
    package var sha256: String { parts.first?.sha256 ?? "" }
    /// The day its changes are of: as published if the publisher says, else as seen in the publisher's zone.
    package var day: Day { published ?? localDay }
    package var isKnown: Bool { knownFrom != nil }
}
