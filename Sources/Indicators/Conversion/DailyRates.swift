package import Vocabulary

/// A series as two arrays in step, for very many lookups: ascending days, and what the rate was on each.
package struct DailyRates: Sendable {
    package let key: SeriesKey
    package let days: [Day]
    /// Quote units per one base, in the unit of the series.
    package let values: [Double]
    /// How old an observation may be and still answer for a day.
    package let maximumAgeDays: Int

    /// Leaves out what no amount can be divided or multiplied by.
    package init(_ series: DatedSeries) {
        key = series.key
        maximumAgeDays = series.maximumAgeDays
        let usable = series.points.filter { $0.value > 0 }
        days = usable.map(\.day)
        values = usable.map(\.value)
    }

    /// The index of the last observation dated on or before a day.
    func lastIndex(onOrBefore day: Day) -> Int? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
