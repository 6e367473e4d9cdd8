package import Vocabulary

/// When an article was published, and how that was found.
package struct FoundDate: Sendable, Hashable {
    /// In the publisher's zone.
    package var day: Day
    /// The publisher's local time, where it is printed.
    package var time: TimeOfDay?
    package var instant: Instant?
    /// minute or day.
    package var precision: String { time == nil && instant == nil ? "day" : "minute" }
    /// jsonld, meta, markup, feed, url, text.
    package var source: String
    /// The rule in words, and what it read.
    package var rule: String
    package var phrase: String

    init(day: Day, source: String, rule: String, phrase: String) {
        self.day = day
        self.source = source
        self.rule = rule
        self.phrase = phrase
    }

    init(_ stamp: Stamp, source: String, rule: String, phrase: String) {
        self.init(day: stamp.day, source: source, rule: rule, phrase: phrase)
        instant = stamp.instant
        time = stamp.isUTC ? nil : stamp.clock?.time
    }

    init(_ date: PrintedDate, day: Day, source: String, rule: String, phrase: String) {
        self.init(day: day, source: source, rule: rule, phrase: phrase)
        time = date.clock?.time
        instant = date.clock?.instant(on: day)
    }
}
