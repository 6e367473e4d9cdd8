package import Vocabulary

/// One line of the journal: exactly one of its members is present.
package struct JournalRecord: Codable, Sendable {
    package var fetched: Fetched?
    package var judged: Judged?
    package var accepted: Decision?
    package var rejected: Decision?
    package var event: EventEdit?
    package var configured: Configured?

    package init(_ fetched: Fetched) { self.fetched = fetched }
    package init(_ judged: Judged) { self.judged = judged }
    package init(accepted: Decision) { self.accepted = accepted }
    package init(rejected: Decision) { self.rejected = rejected }
    package init(_ event: EventEdit) { self.event = event }
    package init(_ configured: Configured) { self.configured = configured }

    /// Bytes were obtained, or the attempt to obtain them failed.
    package struct Fetched: Codable, Sendable {
        package var run: String
        package var feed: String
        package var source: String
        package var reader: String
        /// `fetch` or `import`.
        package var how: String
        package var seen: Instant
        package var recorded: Instant
        /// The day the snapshot is of where the publisher does not say: `seen` in the publisher's zone.
        package var localDay: Day
        package var publishedGiven: Day?
        package var http: Int?
        package var parts: [Part] = []
        package var note: String?
        /// How the feed file laid out the values then, so that the bytes read alike whatever it says later.
        package var layout: RateLayout?
        /// Why there are no bytes.
        package var failure: Failure?

        package init(
            run: String, feed: String, source: String, reader: String, how: String, seen: Instant, recorded: Instant,
            localDay: Day
        ) {
            self.run = run
            self.feed = feed
            self.source = source
            self.reader = reader
            self.how = how
            self.seen = seen
            self.recorded = recorded
            self.localDay = localDay
        }
    }

    package struct Part: Codable, Sendable {
        package var name: String
        package var sha256: String
        package var bytes: Int
        /// Bytes on the wire, before a content encoding was undone.
        package var rawBytes: Int?
        /// Secrets masked.
        package var address: String?
        package var headers: [String: String]?

        package init(name: String, sha256: String, bytes: Int) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
        }
    }

    package struct Failure: Codable, Sendable {
        package var code: String
        package var message: String

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }

    /// What became of a run. A later record about the same run supersedes an earlier one.
    package struct Judged: Codable, Sendable {
        package var run: String
        /// stored, unchanged, held, rejected, failed, re-read.
        package var outcome: String
        package var at: Instant
        /// When its content became known; nil unless it did.
        package var knownFrom: Instant?
        package var readerVersion: Int
        package var code: String?
        package var message: String?
        /// What a person should look at although it passed.
        package var warning: String?
        /// A run whose reading this one repeats.
        package var sameAs: String?
        package var published: Day?

        package init(run: String, outcome: String, at: Instant, readerVersion: Int) {
            self.run = run
            self.outcome = outcome
            self.at = at
            self.readerVersion = readerVersion
        }
    }

    /// A person let a held run in, or found it wrong.
    package struct Decision: Codable, Sendable {
        package var run: String
        package var reason: String
        package var by: String
        package var at: Instant

        package init(run: String, reason: String, by: String, at: Instant) {
            self.run = run
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// A person added, changed or dropped an event.
    package struct EventEdit: Codable, Sendable {
        package var run: String
        package var at: Instant
        package var by: String
        package var action: String
        package var reason: String?
        /// The columns of the event record by name.
        package var event: [String: String]

        package init(run: String, at: Instant, by: String, action: String, event: [String: String]) {
            self.run = run
            self.at = at
            self.by = by
            self.action = action
            self.event = event
        }
    }

    /// A configuration file was seen with other bytes than before.
    package struct Configured: Codable, Sendable {
        package var file: String
        package var sha256: String
        package var at: Instant

        package init(file: String, sha256: String, at: Instant) {
            self.file = file
            self.sha256 = sha256
            self.at = at
        }
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let instant = Instant(iso: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no instant"))
        }
        self = instant
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no day"))
        }
        self = day
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
