package import Vocabulary

/// One line of the journal: what happened, or what was decided.
package enum JournalRecord: Sendable {
    case fetched(Fetched)
    case judged(Judged)
    case accepted(Decision)
    case rejected(Decision)
    case event(EventEdit)
    case configured(Configured)

    /// Bytes were obtained, or the attempt to obtain them failed.
    package struct Fetched: Codable, Sendable {
        package var run: RunID
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
            run: RunID, feed: String, source: String, reader: String, how: String, seen: Instant, recorded: Instant,
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
        package var run: RunID
        package var outcome: Run.Outcome
        package var at: Instant
        /// When its content became known; nil unless it did.
        package var knownFrom: Instant?
        package var readerVersion: Int
        package var code: String?
        package var message: String?
        /// What a person should look at although it passed.
        package var warning: String?
        /// A run whose reading this one repeats.
        package var sameAs: RunID?
        package var published: Day?

        package init(run: RunID, outcome: Run.Outcome, at: Instant, readerVersion: Int) {
            self.run = run
            self.outcome = outcome
            self.at = at
            self.readerVersion = readerVersion
        }
    }

    /// A person let a held run in, or found it wrong.
    package struct Decision: Codable, Sendable {
        package var run: RunID
        package var reason: String
        package var by: String
        package var at: Instant

        package init(run: RunID, reason: String, by: String, at: Instant) {
            self.run = run
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// A person added, changed or dropped an event.
    package struct EventEdit: Codable, Sendable {
        package var run: RunID
        package var at: Instant
        package var by: String
        package var action: String
        package var reason: String?
        /// The columns of the event record by name.
        package var event: [String: String]

        package init(run: RunID, at: Instant, by: String, action: String, event: [String: String]) {
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

extension JournalRecord: Codable {
    /// A line is an object with one member, named after the kind of the record.
    private struct Kind: CodingKey {
        static let fetched = Kind(stringValue: "fetched")
        static let judged = Kind(stringValue: "judged")
        static let accepted = Kind(stringValue: "accepted")
        static let rejected = Kind(stringValue: "rejected")
        static let event = Kind(stringValue: "event")
        static let configured = Kind(stringValue: "configured")

        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Kind.self)
        guard line.allKeys.count == 1, let kind = line.allKeys.first else {
            throw Fault("journal_damaged", "a record has one member, this one has \(line.allKeys.count)")
        }
        switch kind.stringValue {
        case Kind.fetched.stringValue: self = .fetched(try line.decode(Fetched.self, forKey: kind))
        case Kind.judged.stringValue: self = .judged(try line.decode(Judged.self, forKey: kind))
        case Kind.accepted.stringValue: self = .accepted(try line.decode(Decision.self, forKey: kind))
        case Kind.rejected.stringValue: self = .rejected(try line.decode(Decision.self, forKey: kind))
        case Kind.event.stringValue: self = .event(try line.decode(EventEdit.self, forKey: kind))
        case Kind.configured.stringValue: self = .configured(try line.decode(Configured.self, forKey: kind))
        default:
            throw Fault(
                "journal_unknown", "this bellwether does not know records of the kind \"\(kind.stringValue)\"")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Kind.self)
        switch self {
        case .fetched(let fetched): try line.encode(fetched, forKey: .fetched)
        case .judged(let verdict): try line.encode(verdict, forKey: .judged)
        case .accepted(let decision): try line.encode(decision, forKey: .accepted)
        case .rejected(let decision): try line.encode(decision, forKey: .rejected)
        case .event(let edit): try line.encode(edit, forKey: .event)
        case .configured(let item): try line.encode(item, forKey: .configured)
        }
    }
}

extension Run.Outcome: Codable {
    /// A verdict with an outcome that is not known must not be taken for another one.
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let outcome = Run.Outcome(rawValue: text) else {
            throw Fault("journal_unknown", "this bellwether does not know the outcome \"\(text)\"")
        }
        self = outcome
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
