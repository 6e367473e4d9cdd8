internal import Vocabulary

/// A moment as metadata states it: ISO 8601 in any of its forms, RFC 822, or a count of seconds.
struct Stamp {
    /// The day in the zone it is written in.
    var day: Day
    /// Nil where only the day is stated; midnight to the second is how date-only fields are printed.
    var clock: PrintedClock?

    /// Whether it is told in UTC, so that the publisher's day may be another.
    var isUTC: Bool { clock?.offset == 0 }
    var instant: Instant? { clock?.instant(on: day) }

    init?(_ text: String) {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard plain.utf8.count >= 8, plain.utf8.count < 80 else { return nil }
        if let counted = Stamp.counted(plain) {
            self = counted
            return
        }
        guard let date = DateGrammar.dates(plain).first, let found = date.day, date.calendar == nil else { return nil }
        day = found
        clock = date.clock
        if let clock, clock.time == .midnight { self.clock = nil }
    }

    /// `20220314`, or seconds or milliseconds since 1970.
    private static func counted(_ text: String) -> Stamp? {
        guard text.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(text) else {
            guard text.utf8.count >= 15, text.utf8.dropFirst(8).first == UInt8(ascii: "T"),
                let day = compact(text.prefix(8))
            else { return nil }
            return Stamp(day: day)
        }
        switch text.utf8.count {
        case 8: return compact(text[...]).map { Stamp(day: $0) }
        case 10, 13:
            let instant = Instant(seconds: Int64(text.utf8.count == 13 ? number / 1000 : number))
            let second = Int(instant.secondOfDay)
            guard let time = TimeOfDay(hour: second / 3600, minute: second / 60 % 60) else { return nil }
            var stamp = Stamp(day: instant.day)
            stamp.clock = PrintedClock(time: time, offset: 0, zone: nil, range: 0..<0)
            return stamp
        default: return nil
        }
    }

    private init(day: Day) { self.day = day }

    init(day: Day, clock: PrintedClock) { (self.day, self.clock) = (day, clock) }

    static func compact(_ text: Substring) -> Day? {
        guard text.utf8.count == 8, let number = Int(text), number > 0 else { return nil }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
