package import Vocabulary

/// An entry that its reader refused while the reading was being stored: a fault of the publication, not of the ledger.
package struct UnreadableEntry: Error {
    package var fault: Fault
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
