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

    package init(id: String = "", date: Day) {
        self.id = id
        self.date = date
    }
}
