package import Vocabulary

/// Everything a backend must do: rows in and rows out. What they mean is worked out above, once for all backends.
///
/// Keys of series, parts and entries are the backend's own and mean nothing outside of it.
package typealias LedgerRows = LedgerReader & LedgerWriter

/// The rows of a ledger, as they are asked for.
package protocol LedgerReader: AnyObject {
    /// From now on every answer is of one state, whatever is written meanwhile, until the reader is let go.
    func freeze() throws
    /// What is wrong with the store itself, in its own words; empty where all is well.
    func damage() throws -> [String]
    /// Every row as text, in key order: what two ledgers of one backend are compared by.
    func dump() throws -> [String]
    var journalBytes: Int { get throws }
    /// The SHA-256 that each configuration file had when it was last used.
    func configuration() throws -> [String: String]

    func runs(_ query: RunQuery) throws -> [Run]
    /// Nil: no run stands at this moment.
    func stamp(at moment: Int64) throws -> RunStamp?
    /// The runs that became known later than they were seen.
    func lateStamps() throws -> [RunStamp]
    /// The runs that a person accepted by a second and that are known.
    func accepted(by second: Int64) throws -> Set<RunID>

    func series() throws -> [SeriesRow]
    func series(named name: String) throws -> SeriesRow?
    /// Ascending by day and moment, or descending, until the body answers false.
    func values(
        of series: Int64, days: ClosedRange<Int64>, descending: Bool, _ body: (ValueRow) throws -> Bool) throws
    /// Known runs after a moment that are complete for some days of the series, or repeat one that is; ascending.
    func coverage(ofSeries series: Int64, after moment: Int64) throws -> [SeriesCoverageRow]

    /// In the order in which they were made: the first of a list is the one that says which entries there are.
    func parts(ofList list: String?) throws -> [PartRow]
    /// Known runs after a moment that cover the part, or repeat one that does; ascending.
    func coverage(ofPart part: Int64, after moment: Int64) throws -> [RunStamp]
    func covers(_ part: Int64, run: RunID) throws -> Bool
    func census(of part: Int64, run: RunID) throws -> [CensusRow]
    /// Ascending by entry, then by moment.
    func presence(_ query: PresenceQuery, _ body: (PresenceRow) throws -> Void) throws
    /// The last moment within some at which an entry, nil any entry, reads differently.
    func lastPresence(in part: Int64, entry id: String?, moments: Range<Int64>) throws -> Int64?
    /// What an entry said; nil where there is no such version.
    func text(of entry: Int64, content: Int64) throws -> String?
    /// Every reading of a part at or before a moment, ascending by entry, then by moment: what entries are counted by.
    func standings(in part: Int64, last: Int64, _ body: (Standing) throws -> Void) throws
    /// The readings, at or before a moment, of the entries of which some version has a mark; ascending by entry, then by
    /// moment, until the body answers false.
    func standings(
        in part: Int64, marked mark: Mark, last: Int64, _ body: (Standing) throws -> Bool) throws
    func hasEntry(_ id: String, in part: Int64) throws -> Bool
    /// Entries of which some version has one of these marks.
    func entries(in part: Int64, marked marks: Set<Mark>) throws -> [String]
    /// Whether more than so many readings of a part are of runs that became known after a second.
    func hasLearned(in part: Int64, moreThan count: Int, after second: Int64) throws -> Bool
    /// Readings of the events that may be meant, whole and ascending by entry, then by moment: all events of which some
    /// version fits, maybe others besides.
    func events(_ query: EventQuery, in part: Int64, _ body: (EventRow) throws -> Void) throws
}

/// The same rows on their way in, written inside `provisionally`.
package protocol LedgerWriter: AnyObject {
    /// Of which the body says how it ends; what it throws takes everything back as well.
    func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T
    func advance(journalBytes: Int) throws
    func configure(_ file: String, sha256: String, second: Int64) throws
    /// Adds the run, or replaces what was recorded of it.
    func record(_ run: Run) throws
    /// The first acceptance of a run counts.
    func accept(_ run: RunID, second: Int64) throws

    func addSeries(_ name: String, unit: String, period: String) throws -> SeriesRow
    func cover(series: Int64, run: RunID, days: ClosedRange<Int64>) throws
    func insert(_ rows: [ValueRow], series: Int64) throws
    func deleteValue(series: Int64, day: Int64, moment: Int64) throws

    /// The key of a part, made where it is new.
    func part(_ name: String, ofList list: String) throws -> Int64
    func cover(part: Int64, run: RunID) throws
    /// The key of an entry, made where it is new.
    func entry(_ id: String, in part: Int64) throws -> (key: Int64, isNew: Bool)
    /// Whether it is new: nothing where the entry had this content before.
    func insert(_ row: VersionRow) throws -> Bool
    /// New versions, ascending, that can be asked for by a mark.
    func insert(_ versions: [MarkedVersion], under mark: Mark, part: Int64) throws
    /// What new versions of events can be asked for by besides, ascending by day.
    func insert(_ events: [EventVersion]) throws
    func insertPresence(_ row: PresenceRow, part: Int64) throws
    func deletePresence(part: Int64, entry: Int64, moment: Int64) throws
    /// In place of those that were there.
    func insert(_ rows: [CensusRow], part: Int64, run: RunID) throws
}

/// Which runs are asked for; what is nil does not narrow.
package struct RunQuery: Sendable {
    package var id: RunID?
    package var feed: String?
    package var from: Int64?
    /// Not at this moment itself.
    package var before: Int64?
    package var outcome: Run.Outcome?
    package var how: String?
    package var excludedHow: String?
    /// Of its first part.
    package var sha256: String?
    package var isKnown = false
    package var knownBy: Int64?
    package var knownAfter: Int64?
    /// Whether only runs that brought bytes count.
    package var hasParts = false
    /// Whether runs that repeat another are left out.
    package var isReading = false
    /// Those that cover one of these parts, or repeat one that does.
    package var covering: [Int64]?
    /// Those of which the changes are of one of these days, or that looked on one of them.
    package var days: ClosedRange<Day>?
    /// Those of which the changes are of this day or an earlier one.
    package var lastDay: Day?
    /// Descending in seen order in place of ascending.
    package var latestFirst = false
    package var limit: Int?

    package init(_ narrow: (inout RunQuery) -> Void = { _ in }) { narrow(&self) }
}

package struct RunStamp: Sendable, Hashable {
    package var id: RunID
    package var moment: Int64
    /// The second at which it became known; nil: it never did.
    package var known: Int64?

    package init(id: RunID, moment: Int64, known: Int64?) {
        (self.id, self.moment, self.known) = (id, moment, known)
    }
}

package struct SeriesRow: Sendable, Hashable {
    package var key: Int64
    package var name: String
    package var unit: String
    package var period: String

    package init(key: Int64, name: String, unit: String, period: String) {
        (self.key, self.name, self.unit, self.period) = (key, name, unit, period)
    }
}

/// A value as it read from a moment on: digits * 10^-decimals, as printed. Nil digits: withdrawn.
package struct ValueRow: Sendable, Hashable {
    package var day: Int64
    package var moment: Int64
    package var digits: Int64?
    package var decimals: Int64

    package init(day: Int64, moment: Int64, digits: Int64?, decimals: Int64) {
        (self.day, self.moment, self.digits, self.decimals) = (day, moment, digits, decimals)
    }

    var number: PublishedNumber? { digits.map { PublishedNumber(digits: $0, decimals: UInt8(decimals)) } }
}

package struct SeriesCoverageRow: Sendable, Hashable {
    package var moment: Int64
    package var known: Int64
    package var days: ClosedRange<Int64>

    package init(moment: Int64, known: Int64, days: ClosedRange<Int64>) {
        (self.moment, self.known, self.days) = (moment, known, days)
    }
}

/// One part of one list; events are the part `main` of the list `events`.
package struct PartRow: Sendable, Hashable {
    package var key: Int64
    package var list: String
    package var name: String

    package init(key: Int64, list: String, name: String) {
        (self.key, self.list, self.name) = (key, list, name)
    }
}

package struct CensusRow: Sendable, Hashable {
    /// `entries`, `field` or `programme`.
    package var kind: String
    package var name: String
    package var count: Int64

    package init(kind: String, name: String, count: Int64) {
        (self.kind, self.name, self.count) = (kind, name, count)
    }
}

/// Which readings of entries are asked for.
package struct PresenceQuery: Sendable {
    package var part: Int64
    /// At or before this moment.
    package var last: Int64?
    /// At this moment and no other.
    package var moment: Int64?
    package var entry: Int64?
    /// The publisher's keys; nil: all.
    package var ids: Set<String>?

    package init(
        _ part: Int64, last: Int64? = nil, moment: Int64? = nil, entry: Int64? = nil, ids: Set<String>? = nil
    ) {
        (self.part, self.last, self.moment, self.entry, self.ids) = (part, last, moment, entry, ids)
    }
}

/// Which content an entry had from a moment on. Nil content: not on the list.
package struct PresenceRow: Sendable, Hashable {
    package var entry: Int64
    package var id: String
    package var moment: Int64
    package var content: Int64?
    /// Of the bytes that it was read from.
    package var raw: Int64

    package init(entry: Int64, id: String, moment: Int64, content: Int64?, raw: Int64) {
        (self.entry, self.id, self.moment, self.content, self.raw) = (entry, id, moment, content, raw)
    }
}

/// Whether an entry stands on its list from a moment on.
package struct Standing: Sendable, Hashable {
    package var entry: Int64
    package var moment: Int64
    /// Where a mark was asked for: under a version that has it.
    package var isListed: Bool

    package init(entry: Int64, moment: Int64, isListed: Bool) {
        (self.entry, self.moment, self.isListed) = (entry, moment, isListed)
    }
}

/// What an entry said, once per distinct content.
package struct VersionRow: Sendable, Hashable {
    package var entry: Int64
    package var content: Int64
    package var text: String

    package init(entry: Int64, content: Int64, text: String) {
        (self.entry, self.content, self.text) = (entry, content, text)
    }
}

/// What a version of an event can be asked for by, besides its marks.
package struct EventColumns: Sendable, Hashable {
    package var day: Int64
    package var status: String

    package init(day: Int64, status: String) { (self.day, self.status) = (day, status) }
}

/// A version of an event with what it can be asked for by.
package struct EventVersion: Sendable, Hashable {
    package var entry: Int64
    package var content: Int64
    package var columns: EventColumns

    package init(entry: Int64, content: Int64, columns: EventColumns) {
        (self.entry, self.content, self.columns) = (entry, content, columns)
    }
}

/// A version that has a mark.
package struct MarkedVersion: Sendable, Hashable, Comparable {
    /// Of an event; 0 for an entry of a list.
    package var day: Int64
    package var entry: Int64
    package var content: Int64

    package init(day: Int64, entry: Int64, content: Int64) {
        (self.day, self.entry, self.content) = (day, entry, content)
    }

    package static func < (a: MarkedVersion, b: MarkedVersion) -> Bool {
        (a.day, a.entry, a.content) < (b.day, b.entry, b.content)
    }
}

/// An event as it read from a moment on. Nil content: a person took it out.
package struct EventRow: Sendable, Hashable {
    package var entry: Int64
    package var moment: Int64
    package var content: Int64?
    package var columns: EventColumns?

    package init(entry: Int64, moment: Int64, content: Int64?, columns: EventColumns?) {
        (self.entry, self.moment, self.content, self.columns) = (entry, moment, content, columns)
    }
}
