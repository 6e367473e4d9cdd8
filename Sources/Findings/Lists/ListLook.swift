internal import Store
package import Vocabulary

/// Whether a list was looked at in a period: of one that was not, "no change" would be a guess.
package enum ListLook: Equatable {
    /// Its changes are known; counted from a look long before the period where there was none nearer.
    case known(since: Day?)
    /// The first look of all: there is nothing to hold it against.
    case first(Day)
    /// Not within the period; the last look before it.
    case before(Day)
    case never

    /// A look this long before another is the one before it, as a daily fetch is after a long weekend.
    private static let usual = 8

    package init(_ list: ListHistory, in period: ClosedRange<Day>) {
        let looks = list.looks.filter { period.contains($0.day) }
        // A snapshot of a day may have been seen after the period: what it changed is known all the same.
        let steps = list.steps.filter { period.contains($0.run.day) }
        let previous = looks.compactMap(\.previous).min() ?? steps.compactMap(\.previousSeen?.day).min()
        if let previous {
            self = .known(since: previous < period.lowerBound - ListLook.usual ? previous : nil)
        } else if let first = looks.first {
            self = .first(first.day)
        } else if let last = list.lastRun {
            self = .before(last.localDay)
        } else {
            self = .never
        }
    }

    package var isKnown: Bool { if case .known = self { true } else { false } }

    /// Why nothing is known; nil where it is.
    package var reason: String? {
        switch self {
        case .known: nil
        case .first(let day): "first looked at on \(Wording.day(day))"
        case .before(let day): "last looked at on \(Wording.day(day))"
        case .never: "not looked at by then"
        }
    }
}
