// Full Foundation for its calendars: they are ICU's.
internal import Foundation
package import Vocabulary

/// Calendars other than the Gregorian that newspapers print dates in.
package enum OtherCalendar: Sendable {
    /// The solar calendar of Iran and Afghanistan.
    case persian
    case hebrew
    /// The lunar calendar as Saudi Arabia publishes it.
    case ummAlQura

    /// The Gregorian day of a date in this calendar, or nil where it has no such date. Months count from 1; of the Hebrew
    /// calendar from Tishri, Adar I being 6 and Adar (or Adar II) 7.
    package func day(year: Int, month: Int, day: Int) -> Day? {
        var calendar = Calendar(identifier: identifier)
        calendar.timeZone = .gmt
        var parts = DateComponents()
        (parts.year, parts.month, parts.day) = (year, month, day)
        guard let date = calendar.date(from: parts) else { return nil }
        let back = calendar.dateComponents([.year, .month, .day], from: date)
        guard back.year == year, back.month == month, back.day == day else { return nil }
        return Instant(seconds: Int64(date.timeIntervalSince1970.rounded(.down))).day
    }

    private var identifier: Calendar.Identifier {
        switch self {
        case .persian: .persian
        case .hebrew: .hebrew
        case .ummAlQura: .islamicUmmAlQura
        }
    }
}
