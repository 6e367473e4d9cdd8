package import Vocabulary

/// What Intake needs to know of a feed to judge what it sends.
package struct Publication: Sendable {
    package var feed: String
    package var source: String
    package var reader: Reader
    package var limits: Limits
    /// What the reader goes by besides the publisher's bytes: kept with them, so that they read alike for ever.
    package var context = Snapshot.Context.none
    /// The rows of `programs.csv` for a list, by tag.
    package var programmes: [String: Programmes.Row] = [:]
    /// Currencies that changed their unit and kept their code.
    package var units = UnitChanges()
    /// The day an instant is of where the publisher is.
    package var localDay: @Sendable (Instant) -> Day

    package init(
        feed: String, source: String, reader: Reader, limits: Limits = Limits(),
        localDay: @escaping @Sendable (Instant) -> Day = { $0.day }
    ) {
        self.feed = feed
        self.source = source
        self.reader = reader
        self.limits = limits
        self.localDay = localDay
    }
}

/// Bytes on their way in, or the reason why there are none.
package struct Delivery: Sendable {
    package enum Content: Sendable {
        case parts([Part])
        /// The server says that nothing changed since the last known run.
        case notModified
        case failure(Fault)
    }

    package struct Part: Sendable {
        package var name: String
        package var bytes: [UInt8]
        package var rawBytes: Int?
        /// Secrets masked.
        package var address: String?
        package var headers: [String: String]?

        package init(
            name: String, bytes: [UInt8], rawBytes: Int? = nil, address: String? = nil, headers: [String: String]? = nil
        ) {
            self.name = name
            self.bytes = bytes
            self.rawBytes = rawBytes
            self.address = address
            self.headers = headers
        }
    }

    /// `fetch` or `import`.
    package var how: String
    package var seen: Instant
    package var recorded: Instant
    package var published: Day?
    package var http: Int?
    /// What a person must know of how it came: a part that is missing.
    package var note = ""
    package var content: Content

    package init(how: String, seen: Instant, recorded: Instant, content: Content) {
        self.how = how
        self.seen = seen
        self.recorded = recorded
        self.content = content
    }
}
