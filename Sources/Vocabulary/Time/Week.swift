/// An ISO 8601 week, Monday to Sunday: `2022-W09`.
package struct Week: Hashable, Comparable, Sendable {
    package let year: Int
    package let number: Int

    package init(containing day: Day) {
        let thursday = day + (4 - day.weekday)
        year = thursday.civil.year
        let first = Day(year: year, month: 1, day: 1) ?? thursday
        number = (thursday - first) / 7 + 1
    }

    /// Reads `yyyy-Www`; nil where the year has no such week.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3, parts[1].first == "W",
            let year = Int(parts[0]), let number = Int(parts[1].dropFirst()), number >= 1,
            let january4 = Day(year: year, month: 1, day: 4)
        else { return nil }
        let week = Week(containing: january4 + (number - 1) * 7)
        guard week.year == year, week.number == number else { return nil }
        self = week
    }

    package var first: Day {
        let january4 = Day(year: year, month: 1, day: 4) ?? Day(number: 0)
        return january4 - (january4.weekday - 1) + (number - 1) * 7
    }
    package var last: Day { first + 6 }
    package var previous: Week { Week(containing: first - 1) }

    package static func < (a: Week, b: Week) -> Bool { (a.year, a.number) < (b.year, b.number) }
}

extension Week: CustomStringConvertible {
    package var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }
}
