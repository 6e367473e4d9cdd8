// Full Foundation on purpose: FoundationEssentials knows no named zone but GMT.
internal import Foundation
package import Vocabulary

/// A publisher's or reader's time zone by its IANA name, and what its clocks show.
package struct Zone: Sendable, Hashable {
    /// Its IANA name.
    package let identifier: String
    private let rules: TimeZone

    /// Nil where the IANA database has no such name. Abbreviations (`EST`) and offsets (`+03:00`) are refused: the
    /// first are ambiguous, the second know no summer time.
    package init?(_ identifier: String) {
        guard identifier == "UTC" || identifier.utf8.contains(UInt8(ascii: "/")),
            let rules = TimeZone(identifier: identifier)
        else { return nil }
        self.identifier = identifier
        self.rules = rules
    }

    private init(rules: TimeZone) {
        identifier = "UTC"
        self.rules = rules
    }

    /// The zone of instants, and of whatever names no other.
    package static let utc = Zone(rules: .gmt)

    /// Every name, for suggestions.
    package static var identifiers: [String] { TimeZone.knownTimeZoneIdentifiers + ["UTC"] }

    /// The day that a wall calendar in this zone shows at that moment.
    package func day(of instant: Instant) -> Day { local(instant).day }

    /// What the clock on the wall shows, to the minute.
    package func time(of instant: Instant) -> TimeOfDay? {
        let seconds = Int(local(instant).secondOfDay)
        return TimeOfDay(hour: seconds / 3600, minute: seconds / 60 % 60)
    }

    /// The moment at which the clock shows this time on this day. Of a time that comes twice (clocks go back) the
    /// first; a time that never comes (clocks go forward) is refused, never moved.
    package func instant(_ day: Day, _ time: TimeOfDay) throws -> Instant {
        let wall = Instant(day) + time.seconds
        // The offsets in force a day before and after bracket any single change of the clock.
        for offset in [offset(at: wall + -86_400), offset(at: wall + 86_400)] {
            let candidate = wall + -offset
            if self.offset(at: candidate) == offset { return candidate }
        }
        throw Fault(
            "no_such_time", "\(day) has no \(time) in \(identifier): the clock skips it",
            remedy: "choose a time that the clock shows on every day")
    }

    private func local(_ instant: Instant) -> Instant { instant + offset(at: instant) }

    private func offset(at instant: Instant) -> Int64 {
        Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))))
    }

    package static func == (a: Zone, b: Zone) -> Bool { a.identifier == b.identifier }
    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
