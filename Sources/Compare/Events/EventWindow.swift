internal import Vocabulary

/// Rows around day 0, both ends included: `0:1` is day 0 and the next publication day.
package struct EventWindow: Sendable, Hashable {
    package let first: Int
    package let last: Int

    /// The headline first; then shorter, around, longer, and anticipation.
    package static let usual = [(0, 1), (0, 0), (-1, 1), (0, 4), (0, 10), (-5, -1), (-10, -1)].map {
        EventWindow(uncheckedFirst: $0.0, last: $0.1)
    }

    /// Those whose tests `--calibrate` tries.
    package static let calibrated = [(0, 0), (0, 1), (0, 4), (0, 10)].map {
        EventWindow(uncheckedFirst: $0.0, last: $0.1)
    }

    /// Four centuries of days: whoever asks for more has slipped.
    package static let farthest = 100_000

    private init(uncheckedFirst first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// Refuses a window that reaches into the estimation rows: its variance would be measured on the event itself.
    package init(_ first: Int, _ last: Int) throws {
        guard first <= last, first > EstimationRows.last, last <= EventWindow.farthest else {
            throw Fault(
                "bad_window", "the window \(first):\(last) is not one", place: "--window \(first):\(last)",
                remedy:
                    "Give FIRST:LAST in rows around day 0, FIRST at least \(EstimationRows.last + 1), LAST not before it and at most \(EventWindow.farthest)."
            )
        }
        self.init(uncheckedFirst: first, last: last)
    }

    /// Reads `FIRST:LAST`.
    package init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]) else {
            throw Fault(
                "bad_window", "`\(text)` is not a window", place: "--window \(text)",
                remedy: "Give FIRST:LAST in rows around day 0, such as 0:1 or -5:-1.")
        }
        try self.init(first, last)
    }

    package var count: Int { last - first + 1 }

    /// Day 0 alone, or with the next row: the windows that claim a move to belong to a day.
    var isHeadline: Bool { first == 0 && last <= 1 }

    func rows(around day0: Int) -> Range<Int> { day0 + first..<day0 + last + 1 }
}

extension EventWindow: CustomStringConvertible {
    package var description: String { "[\(signed(first)),\(signed(last))]" }

    private func signed(_ offset: Int) -> String { offset > 0 ? "+\(offset)" : "\(offset)" }
}
