/// What a reader makes of a snapshot: values only, nothing judged, nothing stored.
package struct Reading: Sendable {
    package enum Content: Sendable {
        case rates([SeriesReading])
        case list([FacetReading])
        case events([NewsEvent])
    }
    package var content: Content
    /// The publisher's own date for this publication.
    package var published: Day?
    /// The number of records the publisher says there are.
    package var statedCount: Int?
    /// How many records the publication has, where only some of them are kept: a day's news without one of ours is news.
    package var records: Int?
    /// Columns or elements that the publisher's layout has and this file lacks: probably renamed.
    package var absent: [String] = []
    package var conflicts: [Conflict] = []
    package var warnings: [String] = []
    /// Grows while the attributes of entries are asked for.
    package let unread: Leftovers
    /// Columns or elements that nothing uses and nothing ignores by name, with how often each was seen so far.
    package var leftovers: [String: Int] {
        get { unread.counts }
        set { unread.counts = newValue }
    }

    /// - Parameter unread: what the closures in `content` count into.
    package init(_ content: Content, published: Day? = nil, unread: Leftovers = Leftovers()) {
        self.content = content
        self.published = published
        self.unread = unread
    }

    /// Whether it says all there is, or only what changed.
    package var isComplete: Bool {
        if case .list(let facets) = content { facets.allSatisfy(\.isComplete) } else { true }
    }

    /// Rows as the `rows` column counts them: values, entries or events.
    package var rows: Int {
        switch content {
        case .rates(let series): series.reduce(0) { $0 + $1.days.count }
        case .list(let facets): facets.first?.entries.count ?? 0
        case .events(let events): events.count
        }
    }
}

/// The values of one series in a snapshot, and the days for which it is complete: only there is absence a withdrawal.
package struct SeriesReading: Sendable {
    package var key: SeriesKey
    /// `RUB per EUR`, `percent`.
    package var unit: String
    package var period: Period = .daily
    /// Nil: complete for nothing beyond the values themselves.
    package var complete: ClosedRange<Day>?
    /// Ascending, each day once.
    package var days: [Day]
    package var numbers: [PublishedNumber]

    package init(
        key: SeriesKey, unit: String, complete: ClosedRange<Day>?, days: [Day] = [], numbers: [PublishedNumber] = []
    ) {
        self.key = key
        self.unit = unit
        self.complete = complete
        self.days = days
        self.numbers = numbers
    }
}

/// The entries that one part of a list's publication describes. A list in one file has one facet, `main`; in the OFAC
/// set each file is a facet, so that a file missing from a snapshot leaves its facts uncovered, never empty.
package struct FacetReading: Sendable {
    package var name: String
    package var entries: [EntryRow]
    /// The facts of `entries[i]`, sorted. Read only for rows that changed: most of a daily list has not.
    package var attributes: @Sendable (Int) throws -> [Attribute]
    /// Whether an entry that is not in it is off the list; false for what only announces changes.
    package var isComplete = true
    /// Entries that it says are off the list, where it is not complete.
    package var removed: Set<String> = []

    package init(
        name: String, entries: [EntryRow], attributes: @escaping @Sendable (Int) throws -> [Attribute]
    ) {
        self.name = name
        self.entries = entries
        self.attributes = attributes
    }
}

package struct EntryRow: Sendable, Hashable {
    package var id: String
    /// Digest of every byte of the row's columns: equal digests need no second reading.
    package var digest: Int64

    package init(id: String, digest: Int64) {
        self.id = id
        self.digest = digest
    }
}

/// A reader: a pure function from bytes to values. `version` rises when the same bytes come to read differently.
package struct Reader: Sendable {
    package enum Kind: String, Sendable { case rates, list, news }

    /// What a reader goes by besides the publisher's bytes.
    package enum Needs: Sendable {
        case nothing
        /// The `[layout]` of the feed file, where it has one.
        case layout
        /// The workspace's rules for news, the publisher's zone, an article's address.
        case newsRules
    }

    package var name: String
    package var version: Int
    package var kind: Kind
    /// Part names with the file name each has in an import folder; the first is required, others may be absent.
    package var parts: [String]
    /// Whether a feed of this reader names its parts itself: a file for each currency, say.
    package var takesAnyPart = false
    /// What it goes by besides the publisher's bytes.
    package var needs = Needs.nothing
    package var read: @Sendable (Snapshot) throws -> Reading

    package init(
        name: String, version: Int, kind: Kind, parts: [String] = ["main"],
        read: @escaping @Sendable (Snapshot) throws -> Reading
    ) {
        self.name = name
        self.version = version
        self.kind = kind
        self.parts = parts
        self.read = read
    }
}
