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
