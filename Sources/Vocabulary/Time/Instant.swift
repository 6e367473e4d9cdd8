/// A moment in UTC to the second, printed `yyyy-MM-ddTHH:mm:ssZ`.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// Reads `yyyy-MM-dd`, or `yyyy-MM-ddTHH:mm[:ss[.fff]]` followed by `Z` or `+hh:mm`; a time without a zone is UTC.
    /// Answers nil for 24:00, :60 and days that do not exist.
    package init?(iso text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        func take(_ count: Int) -> Int? {
            guard bytes.count >= count else { return nil }
            var value = 0
            for byte in bytes.prefix(count) {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            bytes = bytes.dropFirst(count)
            return value
        }
        func skip(_ character: UInt8) -> Bool {
            guard bytes.first == character else { return false }
            bytes = bytes.dropFirst()
            return true
        }
        let dash = UInt8(ascii: "-")
        let colon = UInt8(ascii: ":")
        guard let year = take(4), skip(dash), let month = take(2), skip(dash), let dayOfMonth = take(2),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        guard !bytes.isEmpty else {
            self.init(day)
            return
        }
        guard skip(UInt8(ascii: "T")) || skip(UInt8(ascii: " ")), let hour = take(2), skip(colon), let minute = take(2),
            hour < 24, minute < 60
        else { return nil }
        var second = 0
        if skip(colon) {
            guard let value = take(2), value < 60 else { return nil }
            second = value
            if skip(UInt8(ascii: ".")) { bytes = bytes.drop { (48...57).contains($0) } }
        }
        var offset = 0
        if !bytes.isEmpty, !skip(UInt8(ascii: "Z")) {
            let sign = bytes.first == dash ? -1 : 1
            guard skip(dash) || skip(UInt8(ascii: "+")), let hours = take(2), hours < 15 else { return nil }
            _ = skip(colon)
            guard let minutes = bytes.isEmpty ? 0 : take(2), minutes < 60 else { return nil }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard bytes.isEmpty else { return nil }
        self.init(seconds: Instant(day, hour: hour, minute: minute, second: second).seconds - Int64(offset))
    }

    /// Whether it can be the time of a record: its day has four digits in every zone, and a slip of the keyboard is none.
    package var isRecordable: Bool { (-2_208_988_800..<32_503_680_000).contains(seconds) }

    /// The UTC day.
    package var day: Day { Day(number: Int((seconds - secondOfDay) / 86_400)) }

    package var secondOfDay: Int64 { ((seconds % 86_400) + 86_400) % 86_400 }

    package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    package static func + (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds + seconds) }
    package static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }
}

extension Instant: CustomStringConvertible {
    package var description: String {
        let time = Int(secondOfDay)
        return "\(day)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }
}
