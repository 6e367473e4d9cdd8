internal import Indicators
internal import Rates
internal import Vocabulary

/// The days and values of one series before they are laid on the days of its source.
struct ScatteredColumn {
    private var days: [Int32] = []
    private var values: [Double] = []
    /// Values after the last one that nothing confirms yet.
    private(set) var laterSuspects = 0

    init(_ series: DatedSeries, isValue: (Double) -> Bool) {
        days.reserveCapacity(series.points.count)
        values.reserveCapacity(series.points.count)
        // A feed that repeats Friday on the weekend has published nothing then.
        for point in series.points where !series.closedWeekdays.contains(point.day.weekday) {
            days.append(point.day.number)
            values.append(point.value.isFinite && isValue(point.value) ? point.value : .nan)
        }
        if let last = series.points.last?.day { laterSuspects = series.suspects.count { $0.day > last } }
    }

    /// All their days, ascending, each once.
    static func days(_ columns: [ScatteredColumn]) -> [Day] {
        guard let first = columns.compactMap(\.days.first).min(), let last = columns.compactMap(\.days.last).max()
        else {
            return []
        }
        var isPublished = [Bool](repeating: false, count: Int(last - first) + 1)
        for column in columns { for day in column.days { isPublished[Int(day - first)] = true } }
        return isPublished.indices.filter { isPublished[$0] }.map { Day(number: Int(first) + $0) }
    }

    func laid(on rows: [Day]) -> [Double] {
        var column = [Double](repeating: .nan, count: rows.count)
        var row = 0
        for (day, value) in zip(days, values) {
            while rows[row].number < day { row += 1 }
            column[row] = value
        }
        return column
    }
}
