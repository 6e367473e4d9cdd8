package import Vocabulary

/// A reading before the gate, and what it is held against.
package struct Candidate: Sendable {
    /// `fetch` or `import`: what is fetched must not be older than what was fetched before; what is imported may be.
    package var isFetched: Bool
    /// `list`, `rates` or `news`, for the words of the reasons.
    package var kind: Reader.Kind
    package var rows: Int
    /// Of all parts together.
    package var bytes = 0
    package var published: Day?
    /// The publisher's day on which the bytes were obtained.
    package var seen: Day?
    package var previousPublished: Day?
    /// Days between the last good snapshot and this one.
    package var gapDays = 0
    package var statedCount: Int?
    /// As the reading says.
    package var absent: [String] = []
    package var conflicts: [Conflict] = []
    package var leftovers: [String] = []
    package var effect: Effect
    package var history = History()
    package var known = Known()
    /// The rows of `programs.csv` for the list, by tag.
    package var programmes: [String: Programmes.Row] = [:]
    /// Rates that are new or not what they were, beside those of other sources.
    package var neighbours: [Neighbour] = []
    package var limits: Limits

    package init(isFetched: Bool, kind: Reader.Kind, rows: Int, effect: Effect, limits: Limits) {
        self.isFetched = isFetched
        self.kind = kind
        self.rows = rows
        self.effect = effect
        self.limits = limits
    }

    /// What may change at once is a measure for lists that are looked at regularly. Where more than a year lies between
    /// two snapshots, as in an archive, each year begun may bring as much.
    var years: Int { max(1, (gapDays + 365) / 366) }

    /// The day the snapshot is of.
    var day: Day? { published ?? seen }
}

/// The last good publications of the feed, latest first: what an ordinary one looks like.
package struct History: Sendable, Hashable {
    /// How many of them count.
    package static let length = 10

    /// Of those that came in the same parts.
    package var bytes: [Int] = []
    package var rows: [Int] = []
    package var censuses: [[Census]] = []

    package init() {}
}

/// What is odd about the last good publication: a person let it in, or nothing was there to compare it with. The same
/// oddness of the next one is no news, so that what was let in once is not asked about for ever.
package struct Known: Sendable, Hashable {
    /// There is no good publication yet.
    package var isFirst = false
    package var absent: Set<String> = []
    /// Keys that stood for several entries.
    package var conflicts: Set<String> = []
    /// Its records less those that its publisher stated.
    package var statedDifference: Int?
    /// Days by which it was dated after it was seen.
    package var daysAhead: Int?
    /// Of the last one that a person let in.
    package var acceptedRows: Int?
    package var acceptedBytes: Int?

    package init() {}
}
