internal import Formats
internal import Vocabulary

/// Days and periods of the ADVANCED form, which prints each as year, month and day.
enum OFACPeriod {
    /// The one day that an element with `Year`, `Month` and `Day` is.
    static func day(_ element: XMLElement?) throws -> Day {
        let words = [element?["Year"], element?["Month"], element?["Day"]].map { $0 ?? "" }
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            throw Fault("bad_day", "\(element?.name ?? "a date") is \"\(words.joined(separator: "-"))\", no day")
        }
        return day
    }

    /// A period in the words of the publisher's other forms: `07 Sep 2013`, `Sep 2013`, `2013`, `circa 2013`,
    /// `1961 to 1962`. It is printed as the span of what it may be: a year from its first to its last day.
    static func words(_ period: XMLElement) throws -> String {
        period.ignoreAttributes("CalendarTypeID", "YearFixed", "MonthFixed", "DayFixed")
        var days: [Day] = []
        var isCirca = false
        for edge in period.children {
            edge.ignoreAttributes("YearFixed", "MonthFixed", "DayFixed")
            if edge.attribute("Approximate") == "true" { isCirca = true }
            for point in edge.children { days.append(try day(point)) }
        }
        guard let first = days.min(), let last = days.max() else { return "" }
        return (isCirca ? "circa " : "") + span(first, last)
    }

    private static func span(_ first: Day, _ last: Day) -> String {
        if first == last { return printed(first) }
        let (from, to) = (first.civil, last.civil)
        let endsMonth = to.day == Day.length(ofMonth: to.month, year: to.year)
        if from.month == 1, from.day == 1, to.month == 12, endsMonth {
            return from.year == to.year ? "\(from.year)" : "\(from.year) to \(to.year)"
        }
        if from.day == 1, endsMonth {
            let months = [first, last].map { "\(Wording.month($0)) \($0.civil.year)" }
            return months[0] == months[1] ? months[0] : months.joined(separator: " to ")
        }
        return "\(printed(first)) to \(printed(last))"
    }

    private static func printed(_ day: Day) -> String {
        "\(padded(day.civil.day, 2)) \(Wording.month(day)) \(day.civil.year)"
    }
}
