/// A dated, tagged event that indicators are compared with. Columns and their schema.org names: Docs/News.md.
package struct NewsEvent: Sendable, Hashable {
    /// Stable: `CC-YYYY-MM-DD[-n]`. A name, not a date: it stays when the date is corrected.
    package var id = ""
    /// Day of first public knowledge, in the publisher's zone.
    package var date: Day
    /// Nil when the zone or the time is unknown.
    package var time: Instant?
    package var precision = "day"
    package var dateSource = "manual"
    package var title = ""
    /// ISO 3166-1 alpha-2.
    package var countries: [String] = []
    /// ISO 4217.
    package var currencies: [String] = []
    package var actors: [String] = []
    package var programmes: [String] = []
    package var tags: [String] = []
    /// tighten, ease, neutral, or empty.
    package var direction = ""
    package var expected = "unknown"
    package var confidence = ""
    package var source = ""
    package var url = ""
    package var measure = ""
    package var stage = ""
    /// 0: day 0 is on or after the date; 1: strictly after. Nil: the caller's choice.
    package var afterFix: Int?
    /// For an event seen in a list: after this instant, and
    package var notBefore: Instant?
    /// at this one or before it.
    package var notAfter: Instant?
    /// A person took it out; its versions stay.
    package var isDropped = false
    /// Of a story from a feed or an article: `new` until a person accepted it. Empty: a person's or an act's own record.
    package var status = ""
    /// What names a story wherever it is told again: its address without what only counts readers, else its feed's key.
    package var key = ""
    /// Every telling of it, as `publisher address`, the first one first.
    package var reports: [String] = []
    /// At most 300 characters of the story's own words.
    package var excerpt = ""
    /// How date, tags and names were found: the text of an `EvidenceLine` each.
    package var evidence: [String] = []

    /// Whether it was read from a story that nobody has looked at yet: it is shown, and not compared with.
    package var isUnreviewed: Bool { status == "new" }

    package init(id: String = "", date: Day) {
        self.id = id
        self.date = date
    }
}

extension NewsEvent {
    /// As if no other event had been named.
    package func identifier() -> String { identifier { _ in false } }

    /// `CC-YYYY-MM-DD` by its first country and day, with `-2` and so on behind it where that is taken.
    package func identifier(isTaken: (String) throws -> Bool) rethrows -> String {
        let stem = "\(countries.first ?? "XX")-\(date)"
        guard try isTaken(stem) else { return stem }
        var number = 2
        while try isTaken("\(stem)-\(number)") { number += 1 }
        return "\(stem)-\(number)"
    }
}
