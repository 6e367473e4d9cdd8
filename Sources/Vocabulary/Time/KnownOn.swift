/// Which moments a question sees: everything known before the end of a day, or all of it.
package struct KnownOn: Sendable, Hashable {
    /// Known at or before this second.
    package var lastSecond: Int64

    package static let now = KnownOn(lastSecond: .max)
    package init(lastSecond: Int64) { self.lastSecond = lastSecond }

    /// To the end of a day in UTC; nil: now.
    package init(day: Day?) { lastSecond = day.map { Instant($0 + 1).seconds - 1 } ?? .max }
}
