internal import Vocabulary

/// Which days a value can be of: from 1800 to the end of the year after the one in which it was seen. What lies beyond was
/// printed in another calendar, or is a slip.
struct DayBounds {
    private let range: ClosedRange<Day>

    /// - Parameter seen: the day on which the bytes were obtained; nil sets no end.
    init(seen: Day?) {
        let last = seen.flatMap { Day(year: $0.civil.year + 1, month: 12, day: 31) } ?? Day(number: 2_932_896)
        range = min(DayBounds.first, last)...last
    }

    /// - Parameter printed: the day as the publisher wrote it.
    func require(_ day: Day, printed: String, place: String) throws {
        guard !range.contains(day) else { return }
        let isEarly = day < range.lowerBound
        throw Fault(
            "bad_day",
            "\"\(printed)\" is \(day), \(isEarly ? "before 1800" : "after next year's end, \(range.upperBound)")",
            place: place,
            remedy: "If the publisher counts in another calendar, say `day.calendar` in [layout]; else fetch it again.")
    }

    /// 1800-01-01.
    private static let first = Day(number: -62_091)
}
