package import Vocabulary

/// What a series says as of a day: a point with its age, or the reason why there is none.
package enum AsOf: Sendable, Hashable {
    /// The point's index, and its age in days.
    case found(index: Int, age: Int)
    /// One phrase for the `note` column.
    case none(reason: String)
}

extension DatedSeries {
    /// The last observation dated on or before a day, unless it is older than the maximum age; that age itself is accepted.
    package func asOf(_ day: Day, maximumAge: Int? = nil) -> AsOf {
        guard let index = lastIndex(onOrBefore: day) else {
            guard let first = points.first else { return .none(reason: "no observations") }
            return .none(reason: "no observation on or before \(day); the first is of \(first.day)")
        }
        let age = day - points[index].day
        let limit = maximumAge ?? maximumAgeDays
        guard age <= limit else {
            return .none(
                reason: "the last observation, \(points[index].day), is \(age) days old; at most \(limit) are accepted")
        }
        return .found(index: index, age: age)
    }
}
