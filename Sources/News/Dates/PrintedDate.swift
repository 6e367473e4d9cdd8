internal import Vocabulary
internal import Zones

/// A date as a line prints it.
struct PrintedDate {
    /// The day, where the line says it whole and no other reading is as good.
    var day: Day?
    /// The two days that numbers such as 03/04/2023 may mean: day first, month first.
    var either: (dayFirst: Day, monthFirst: Day)?
    /// Without a year: month and day.
    var yearless: (month: Int, day: Int)?
    var clock: PrintedClock?
    /// 1 is Monday.
    var weekday: Int?
    var calendar: OtherCalendar?
    /// Bytes of the line, without the clock.
    var range: Range<Int>

    /// Whether the weekday that is printed beside it is another.
    var isContradicted: Bool {
        guard let weekday, let day else { return false }
        return day.weekday != weekday
    }
}

/// A time of day as it is printed, with its zone where that is said.
struct PrintedClock {
    var time: TimeOfDay
    /// Minutes east of UTC; nil: not said, or no one can tell what the letters mean.
    var offset: Int?
    /// An IANA name, for letters such as ET that change with the season.
    var zone: String?
    var range: Range<Int>

    func instant(on day: Day) -> Instant? {
        if let offset { return Instant(day) + (time.seconds - Int64(offset) * 60) }
        guard let zone, let rules = Zone(zone) else { return nil }
        do { return try rules.instant(day, time) } catch { return nil }
    }
}
