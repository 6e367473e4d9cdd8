extension Wording {
    /// How a month is written.
    package enum Months: Sendable {
        /// `Feb`, within a sentence or on an axis.
        case short
        /// `February`, in a title.
        case long
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `Feb`
    package static func month(_ day: Day, _ form: Months = .short) -> String {
        let name = months[day.civil.month - 1]
        return form == .long ? name : String(name.prefix(3))
    }

    /// `25 Feb`
    package static func dayOfMonth(_ day: Day, _ form: Months = .short) -> String {
        "\(day.civil.day) \(month(day, form))"
    }

    /// `25 Feb 2022`
    package static func day(_ day: Day, _ form: Months = .short) -> String {
        "\(dayOfMonth(day, form)) \(day.civil.year)"
    }

    /// `28 Feb to 6 Mar 2022`, `1 to 7 Mar 2022`; one day stands alone.
    package static func days(_ days: ClosedRange<Day>, _ form: Months = .short) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        guard first < last else { return day(last, form) }
        let isSameYear = first.civil.year == last.civil.year
        let isSameMonth = isSameYear && first.civil.month == last.civil.month
        let start = isSameMonth ? "\(first.civil.day)" : isSameYear ? dayOfMonth(first, form) : day(first, form)
        return "\(start) to \(day(last, form))"
    }
}
