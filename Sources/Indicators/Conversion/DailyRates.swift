package import Vocabulary

/// A series as two arrays in step, for very many lookups: ascending days, and what the rate was on each.
package final class DailyRates: Sendable {
    package let key: SeriesKey
    package let days: [Day]
    /// Quote units per one base, in the unit of the series.
    package let values: [Double]
    /// How old an observation may be and still answer for a day.
    package let maximumAgeDays: Int
    /// For each calendar day from the first observation to the last one, which observation it has: a lookup is one step.
    private let places: [Int32]

    /// Leaves out what no amount can be divided or multiplied by.
    package init(_ series: DatedSeries) {
        key = series.key
        maximumAgeDays = series.maximumAgeDays
        let usable = series.points.filter { $0.value > 0 }
        days = usable.map(\.day)
        values = usable.map(\.value)
        var places: [Int32] = []
        if let first = days.first, let last = days.last { places.reserveCapacity(last - first + 1) }
        for (index, day) in days.enumerated() {
            let next = index + 1 < days.count ? days[index + 1] : day + 1
            places.append(contentsOf: repeatElement(Int32(index), count: next - day))
        }
        self.places = places
    }

    /// The index of the last observation dated on or before a day.
    func lastIndex(onOrBefore day: Day) -> Int? {
        guard let first = days.first, day.number >= first.number else { return nil }
        return Int(places[min(day - first, places.count - 1)])
    }
}
