package import Vocabulary

/// Which moments a question sees: everything known before the end of a day, or all of it.
package struct KnownOn: Sendable, Hashable {
    /// Known at or before this second.
    package var lastSecond: Int64

    package static let now = KnownOn(lastSecond: .max)
    package init(lastSecond: Int64) { self.lastSecond = lastSecond }

    /// To the end of a day in UTC; nil: now.
    package init(day: Day?) { lastSecond = day.map { Instant($0 + 1).seconds - 1 } ?? .max }
}

/// The ledger: readings are stored, changes are derived. Everything a backend must do; SQLite is the one there is.
///
/// No identifier that a database assigned leaves it.
package protocol Ledger: AnyObject {
    // Writing, by the one writer, inside `transaction`.
    func transaction<T>(_ body: () throws -> T) throws -> T
    /// The same, of which the body says how it ends; what it throws takes everything back as well.
    func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T
    /// Adds the run, or replaces what was recorded of it.
    func record(_ run: Run) throws
    /// Stores what differs from the reading before it, for a run that is recorded and known.
    ///
    /// - Parameter trustingDigests: entries with the digest they had before are taken to read as before.
    func store(_ reading: Reading, run: Run, trustingDigests: Bool) throws -> Effect
    /// A person believes what a run brought; the first acceptance counts.
    func accept(_ run: String, at: Instant) throws
    /// A configuration file was first used with these bytes at that moment.
    func configure(_ file: String, sha256: String, at: Instant) throws
    var journalBytes: Int { get throws }
    func advance(journalBytes: Int) throws

    // Reading.
    /// From now on every answer is of one state, whatever is written meanwhile, until the ledger is let go. Writers wait
    /// for that: not for anything that waits for a person or another program.
    func freeze() throws
    /// The SHA-256 that each configuration file had when it was last used.
    func configuration() throws -> [String: String]
    func run(_ id: String) throws -> Run?
    /// Ascending in seen order; all feeds where none is named.
    func runs(feed: String?) throws -> [Run]
    /// Those seen within some time, ascending.
    func runs(seen: ClosedRange<Instant>) throws -> [Run]
    /// What a feed had come to by a moment.
    func health(feed: String, at: Instant) throws -> FeedRecord
    /// When the ledger last learned or tried anything by a moment; nil: never.
    func pulse(at: Instant) throws -> Instant?
    /// The last known run of a feed before a moment in seen order; nil: before none.
    func lastKnown(feed: String, before run: Run?) throws -> Run?
    /// The last known runs of a feed before another in seen order whose content was read for themselves, latest first.
    func readings(feed: String, before run: Run, last count: Int) throws -> [Run]
    /// What the entries of each part of a list's snapshot had; empty where nothing was counted.
    func censuses(of run: Run) throws -> [Census]
    /// The last known run of a feed that brought bytes: its validators make the next request conditional.
    func lastAnswered(feed: String) throws -> Run?
    /// Whether a person let in a run of the feed with these bytes, part by part.
    func wasAccepted(feed: String, sha256s: [String]) throws -> Bool
    /// The runs that a person had accepted.
    func accepted(known: KnownOn) throws -> Set<String>
    /// The id of a run, with a number where that is needed for it to stand behind every version that an event, nil any
    /// event, got in the same second: runs of one second are ordered by their ids, and an edit must follow what it edits.
    func standingLast(_ id: String, seen: Instant, event: String?) throws -> String
    /// When anything was last fetched, whatever came of it.
    func lastFetch() throws -> Instant?
    func series() throws -> [SeriesDescription]
    /// Ascending by day; with `vintages` every reading of a day, else the one known last, withdrawn ones left out.
    func observations(_ query: ObservationQuery) throws -> [Observation]
    /// The last value dated on or before a day, a row or two away however long the series is.
    ///
    /// - Parameter besides: a run whose own values do not count.
    func latest(_ series: SeriesKey, onOrBefore day: Day, from: Day?, known: KnownOn, besides run: String?) throws
        -> Observation?
    func lists() throws -> [String]
    /// The list as of the last snapshot of `on` or earlier.
    func entries(_ list: String, on: Day?, known: KnownOn) throws -> [ListedEntry]
    /// The list as it stood just before a run, in seen order.
    func entries(_ list: String, before run: Run) throws -> [ListedEntry]
    /// Derived between neighbouring snapshots, oldest first. The first snapshot of a list is where its history starts.
    ///
    /// - Parameter days: those whose steps are told; nil: all.
    func history(_ list: String, in days: ClosedRange<Day>?, known: KnownOn) throws -> ListHistory
    /// Events as they were known, ascending by day.
    func events(_ choice: EventChoice, known: KnownOn) throws -> [NewsEvent]
    /// How many stories wait for somebody to look at them.
    func unreviewedCount(known: KnownOn) throws -> Int
}

/// How a transaction ends, with its answer.
package enum Ending<Answer> {
    case commit(Answer)
    /// Nothing that was written in it stays.
    case rollBack(Answer)
}

/// Which events a question is about.
package enum EventChoice: Sendable {
    /// Also those that a person took out, marked as dropped and as they last were.
    case all
    case standing
    /// Without the stories that nobody has looked at: what is compared, and what confounds.
    case reviewed
}

extension Ledger {
    package func events(known: KnownOn) throws -> [NewsEvent] { try events(.standing, known: known) }

    /// All steps of a list.
    package func steps(_ list: String, known: KnownOn) throws -> [Step] {
        try history(list, in: nil, known: known).steps
    }
}

/// An entry that its reader refused while the reading was being stored: a fault of the publication, not of the ledger.
package struct UnreadableEntry: Error {
    package var fault: Fault
}

/// What became of a feed's runs by a moment.
package struct FeedRecord: Sendable, Hashable {
    package var last: Run?
    package var lastKnown: Run?
    /// Runs that were held back then.
    package var held: Int

    package init(last: Run? = nil, lastKnown: Run? = nil, held: Int = 0) {
        (self.last, self.lastKnown, self.held) = (last, lastKnown, held)
    }
}

package struct SeriesDescription: Sendable, Hashable {
    package var key: SeriesKey
    package var unit: String
    package var period: Period
}

package struct ObservationQuery: Sendable {
    package var series: SeriesKey
    package var from: Day?
    package var to: Day?
    package var known: KnownOn
    package var vintages: Bool

    package init(
        _ series: SeriesKey, from: Day? = nil, to: Day? = nil, known: KnownOn = .now, vintages: Bool = false
    ) {
        self.series = series
        self.from = from
        self.to = to
        self.known = known
        self.vintages = vintages
    }
}

/// An entry on a list, with the instant at which this content of it was first seen.
package struct ListedEntry: Sendable, Hashable {
    package var designation: Designation
    package var seen: Instant
}

/// A list over some days.
package struct ListHistory: Sendable {
    package var list: String
    package var steps: [Step] = []
    /// At the end of those days; zero where no snapshot of it was seen by then.
    package var entries = 0
    /// The last look at it by then.
    package var lastRun: Run?
    /// Every good look at it on those days, also one that found nothing new.
    package var looks: [Look] = []

    package struct Look: Sendable, Hashable {
        package var day: Day
        /// The look before it; nil: it is the first, and tells of no change.
        package var previous: Day?
    }
}

/// One snapshot of a list against the one before it.
package struct Step: Sendable {
    package var run: Run
    /// The last good look at the list before it, also one that found nothing new: what changed did so after that.
    package var previousSeen: Instant?
    /// Entries after it.
    package var entries: Int
    package var changes: [EntryChange]
    /// Entries of which any byte of the main part differs.
    package var rawChanged: Int
}

package struct EntryChange: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case added, removed, modified, returned
        case rekeyed = "re-keyed"
        case reread = "re-read"
        /// Of a list put together from others: its own list was not in the snapshot. It was not taken off anything.
        case sourceMissing = "source missing"
    }

    package var kind: Kind
    package var id: String
    /// The key it had before; for `re-keyed`.
    package var formerID: String?
    /// For `returned`: it had gone with its whole source list, so that nobody listed it anew.
    package var isBackWithSource = false
    package var before: Designation?
    package var after: Designation?

    /// The side that says what the entry is: the later one where there is one.
    package var subject: Designation? { after ?? before }
}
