/// A day of the week, as calendars of systemd and cron both number it: Sunday is 0.
package enum Weekday: Int, Sendable, CaseIterable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday

    /// Reads `Mon` or `Monday`, in any case.
    package init?(_ text: String) {
        let lower = text.lowercased()
        guard let day = Weekday.allCases.first(where: { lower == "\($0)" || lower == "\($0)".prefix(3) }) else {
            return nil
        }
        self = day
    }

    /// `Mon`
    package var short: String { String("\(self)".capitalisedFirst.prefix(3)) }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
