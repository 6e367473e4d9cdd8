package import Vocabulary

/// What happened to one entry of a list on one day, as far as counting designations needs it.
package struct ListingChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Added, or returned after an absence.
        case added
        case removed
        /// Removed because the person died or the vessel was scrapped: not an easing.
        case deceased
        case modified
        /// Another key or another reading of the same entry: nothing happened to anyone.
        case sameEntry
    }

    package var day: Day
    package var list: String
    package var entry: String
    package var kind: Kind
    /// The tags it carried before; empty for an added entry.
    package var programmesBefore: [String]
    /// The tags it carries after; empty for a removed entry.
    package var programmesAfter: [String]
    /// Where the publisher places it.
    package var countries: [String]

    package init(
        day: Day, list: String, entry: String, kind: Kind, programmesBefore: [String], programmesAfter: [String],
        countries: [String]
    ) {
        self.day = day
        self.list = list
        self.entry = entry
        self.kind = kind
        self.programmesBefore = programmesBefore
        self.programmesAfter = programmesAfter
        self.countries = countries
    }
}
