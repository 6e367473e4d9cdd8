package import Vocabulary

/// A series laid out by calendar day, for very many lookups: each day from the first observation to the last one has the
/// rate that stands for it, so that a lookup is one step and touches one place in memory.
package final class DailyRates: Sendable {
    /// A rate, and the day on which it was observed.
    struct Entry: Sendable {
        var rate: Double
        var observed: Day
    }

    package let key: SeriesKey
    /// How old an observation may be and still answer for a day.
    package let maximumAgeDays: Int
    /// The day of the first entry; nil where there is none.
    let first: Day?
    private let entries: [Entry]

    /// Leaves out what no amount can be divided or multiplied by.
    package init(_ series: DatedSeries) {
        key = series.key
        maximumAgeDays = series.maximumAgeDays
        let usable = series.points.filter { $0.value > 0 }
        first = usable.first?.day
        var entries: [Entry] = []
        if let first = usable.first, let last = usable.last { entries.reserveCapacity(last.day - first.day + 1) }
        for (index, point) in usable.enumerated() {
            let next = index + 1 < usable.count ? usable[index + 1].day : point.day + 1
            let entry = Entry(rate: point.value, observed: point.day)
            entries.append(contentsOf: repeatElement(entry, count: next - point.day))
        }
        self.entries = entries
    }

    /// The last observation dated on or before a day.
    func entry(onOrBefore day: Day) -> Entry? {
        guard let first, day.number >= first.number else { return nil }
        return entries[min(day - first, entries.count - 1)]
    }
}
