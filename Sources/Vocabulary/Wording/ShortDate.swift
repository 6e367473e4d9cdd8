/// Days as a running text and a chart have them.
package enum ShortDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Feb`
    package static func month(_ day: Day) -> String { months[day.civil.month - 1] }

    /// `25 Feb`
    package static func withoutYear(_ day: Day) -> String { "\(day.civil.day) \(month(day))" }

    /// `25 Feb 2022`
    package static func text(_ day: Day) -> String { "\(withoutYear(day)) \(day.civil.year)" }

    /// `28 Feb to 6 Mar 2022`
    package static func text(_ days: ClosedRange<Day>) -> String {
        let (first, last) = (days.lowerBound.civil, days.upperBound.civil)
        let year = first.year == last.year ? "" : " \(first.year)"
        let month = first.month == last.month && year.isEmpty ? "" : " \(month(days.lowerBound))"
        return "\(first.day)\(month)\(year) to \(text(days.upperBound))"
    }
}
