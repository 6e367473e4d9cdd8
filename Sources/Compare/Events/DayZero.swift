package import Vocabulary

/// The row on which an event could first show, and how its date came to it.
package struct DayZero: Sendable, Hashable {
    package let row: Int
    package let day: Day
    /// How the event's date came to it.
    package let mapping: Mapping
    /// 0: on or after the event's date; 1: strictly after it.
    package let afterFix: Int

    package enum Mapping: Sendable, Hashable, CustomStringConvertible {
        case same
        /// The source published nothing on the date itself: so many calendar days later.
        case rolled(Int)
        case afterFix

        package var description: String {
            switch self {
            case .same: "same"
            case .rolled(let days): "rolled+\(days)"
            case .afterFix: "after_fix"
            }
        }
    }

    /// The rules to compute for an event: its time decides, then its own choice, then the caller's.
    static func rules(_ event: NewsEvent, asked: [Int]) -> [Int] {
        // With a time there is one answer; the number is replaced by what the time says.
        if event.time != nil { return [0] }
        return event.afterFix.map { [$0] } ?? asked
    }

    /// Nil: the event lies outside the table's days.
    static func locate(_ event: NewsEvent, rule: Int, in table: RateTable) -> DayZero? {
        guard let first = table.days.first, event.date >= first else { return nil }
        if let time = event.time {
            guard let row = table.firstRow(where: { table.fixInstant($0) > time }) else { return nil }
            let day = table.days[row]
            if day <= event.date { return DayZero(row: row, day: day, mapping: .same, afterFix: 0) }
            // The date itself was a publication day: its fix came before the news did.
            let missed = table.firstRow(onOrAfter: event.date).map { table.days[$0] } != day
            return missed
                ? DayZero(row: row, day: day, mapping: .afterFix, afterFix: 1)
                : DayZero(row: row, day: day, mapping: .rolled(day - event.date), afterFix: 0)
        }
        // A closed day maps forwards, never back: a Saturday's news cannot have moved Friday's rate.
        guard let row = table.firstRow(onOrAfter: event.date + rule) else { return nil }
        let day = table.days[row]
        let mapping: Mapping = rule == 1 ? .afterFix : day == event.date ? .same : .rolled(day - event.date)
        return DayZero(row: row, day: day, mapping: mapping, afterFix: rule)
    }
}
