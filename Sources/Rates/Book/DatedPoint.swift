package import Vocabulary

/// One observation as indicators read it: the value for arithmetic, and where it came from.
package struct DatedPoint: Sendable, Hashable {
    /// The day the value is of.
    package var day: Day
    /// Unit-adjusted: the same unit over the whole series.
    package var value: Double
    /// What the publisher printed; nil for a cross.
    package var printed: PublishedNumber?
    /// From when on it was known.
    package var knownFrom: Instant
    /// The run that brought it.
    package var run: RunID

    package init(day: Day, value: Double, printed: PublishedNumber? = nil, knownFrom: Instant, run: RunID) {
        self.day = day
        self.value = value
        self.printed = printed
        self.knownFrom = knownFrom
        self.run = run
    }

    /// The value before any unit is divided out: quality signals look at what was printed.
    package var printedValue: Double { printed?.value ?? value }
}
