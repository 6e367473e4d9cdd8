/// A length of time as configuration writes it: a whole number with s, m, h or d.
package struct Interval: Hashable, Comparable, Sendable {
    /// The whole length.
    package let seconds: Int64

    /// A length that no file wrote.
    package init(seconds: Int64) { self.seconds = seconds }

    /// Days of 24 hours.
    package static func days(_ count: Int) -> Interval { Interval(seconds: Int64(count) * 86_400) }
    /// Whole hours.
    package static func hours(_ count: Int) -> Interval { Interval(seconds: Int64(count) * 3600) }

    /// Reads `1d`, `12h`, `30m`, `45s`: more than nothing, and at most ten years.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let unit = bytes.last.flatMap({ Interval.units[$0] }), (2...7).contains(bytes.count) else { return nil }
        var count: Int64 = 0
        for byte in bytes.dropLast() {
            guard (48...57).contains(byte) else { return nil }
            count = count * 10 + Int64(byte - 48)
        }
        guard count > 0, count * unit <= 3660 * 86_400 else { return nil }
        seconds = count * unit
    }

    /// Nil where the length is not a whole number of days.
    package var wholeDays: Int? { seconds % 86_400 == 0 ? Int(seconds / 86_400) : nil }

    package static func < (a: Interval, b: Interval) -> Bool { a.seconds < b.seconds }

    private static let units: [UInt8: Int64] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
    ]
}

extension Interval: CustomStringConvertible {
    /// In the largest unit that divides it, as a file would write it.
    package var description: String {
        if seconds % 86_400 == 0 { return "\(seconds / 86_400)d" }
        if seconds % 3600 == 0 { return "\(seconds / 3600)h" }
        if seconds % 60 == 0 { return "\(seconds / 60)m" }
        return "\(seconds)s"
    }
}
