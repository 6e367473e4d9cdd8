/// One published value of the series that was asked for, with the run that brought it.
package struct Observation: Sendable, Hashable {
    /// The day the value is of; a month, quarter or year is dated at its end.
    package var day: Day
    /// Nil: the publisher withdrew it.
    package var number: PublishedNumber?
    package var knownFrom: Instant
    package var run: RunID

    package init(day: Day, number: PublishedNumber?, knownFrom: Instant, run: RunID) {
        self.day = day
        self.number = number
        self.knownFrom = knownFrom
        self.run = run
    }
}

/// How often a series is dated.
package enum Period: String, Sendable, Codable, CaseIterable {
    case daily = "D"
    case monthly = "M"
    case quarterly = "Q"
    case annual = "A"
}
