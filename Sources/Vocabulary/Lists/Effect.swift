/// What a reading changed, before anyone judged it.
package struct Effect: Sendable, Hashable {
    /// Entries on the list, or values in the range the snapshot is complete for, as read just before it.
    package var before = 0
    package var added = 0
    /// Entries gone, or values withdrawn.
    package var removed = 0
    /// Entries whose content differs, or values revised.
    package var modified = 0
    /// Nothing was known of this list or these series before: there is nothing to compare with.
    package var isBaseline = false
    /// The ids of those gone, sorted.
    package var removedExamples: [String] = []
    /// The ids of those new, in the order of the file.
    package var addedExamples: [String] = []
    /// Entries gone from the list, by the programmes they stood under: a changed tag is no removal.
    package var removedByProgramme: [String: Int] = [:]
    /// Entries new to the list, by programme.
    package var addedByProgramme: [String: Int] = [:]
    /// The same by the lists or sources that they come from, for lists that are put together from others.
    package var removedBySource: [String: Int] = [:]
    package var addedBySource: [String: Int] = [:]
    /// Entries by programme, and by source, as read just before it.
    package var programmesBefore: [String: Int] = [:]
    /// Of a list: what its entries have now, for each part that came; the part that says which entries there are first.
    package var censuses: [Census] = []

    /// Of rates: the series of which a value is new or another than before, each with the days of those values.
    package var touched: [Touched] = []

    package struct Touched: Sendable, Hashable {
        package var series: SeriesKey
        package var days: ClosedRange<Day>
        /// Nothing was known of the series on any day.
        package var isNew: Bool

        package init(series: SeriesKey, days: ClosedRange<Day>, isNew: Bool) {
            self.series = series
            self.days = days
            self.isNew = isNew
        }
    }

    package init() {}

    package var changes: Int { added + removed + modified }

    /// An entry came onto the list.
    package mutating func gained(_ id: String, _ facts: [Attribute]) {
        added += 1
        addedExamples.append(id)
        for tag in Census.tags(facts, .programme) { addedByProgramme[tag, default: 0] += 1 }
        for tag in Census.tags(facts, .sourceList) { addedBySource[tag, default: 0] += 1 }
    }

    /// An entry left it.
    package mutating func lost(_ id: String, _ facts: [Attribute]) {
        removed += 1
        removedExamples.append(id)
        for tag in Census.tags(facts, .programme) { removedByProgramme[tag, default: 0] += 1 }
        for tag in Census.tags(facts, .sourceList) { removedBySource[tag, default: 0] += 1 }
    }
}
