/// A time on the clock of the machine that runs the schedule: `06:30`.
package struct TimeOfDay: Sendable, Hashable {
    package let hour: Int
    package let minute: Int

    /// Reads `HH:MM` and nothing else.
    package init?(_ text: String) {
        let digits = text.utf8.map { Int($0) - 48 }
        guard digits.count == 5, digits[2] == 10, digits.enumerated().allSatisfy({ $0 == 2 || (0...9).contains($1) })
        else { return nil }
        self.init(hour: digits[0] * 10 + digits[1], minute: digits[3] * 10 + digits[4])
    }

    /// Nil where no clock shows it.
    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }
}

extension TimeOfDay: CustomStringConvertible {
    package var description: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
