package import Vocabulary

/// Entries that a list gained, or lost, between two looks at it, all under one programme.
package struct Wave: Sendable, Hashable {
    package enum Direction: String, Sendable { case tighten, ease }

    /// `us-ofac-sdn-2022-02-24-RUSSIA-EO14024`; `-ease` follows for removals.
    package var id: String
    package var list: String
    /// What sentences call the list.
    package var title: String
    /// Today's tag; empty for entries without a programme.
    package var programme: String
    package var direction: Direction
    /// The published day where the publisher states one, else the day of `seen` where the publisher is.
    package var day: Day
    package var isDayPublished: Bool
    /// It happened after this look at the list, which did not show it yet.
    package var notBefore: Instant
    /// It had happened by this look at the list.
    package var seen: Instant
    /// The country that the programme is about, else those of the entries, the most frequent first.
    package var countries: [String]
    /// As they came or as they were last seen, by key.
    package var entries: [Designation]

    /// Below so many entries it is the daily upkeep of a list: what lists of waves leave out unless asked.
    package static let usualMinimum = 3

    /// How far its time is known: the longer the list had not been looked at, the less.
    package var precision: String {
        let seconds = seen.seconds - notBefore.seconds
        // Daily fetches are never a day apart to the second; a wave of Friday evening seen on Monday is the week's.
        let limits: [(Int64, String)] = [(60, "minute"), (3600, "hour"), (129_600, "day"), (604_800 + 43_200, "week")]
        return limits.first { seconds <= $0.0 }?.1 ?? "month"
    }
}
