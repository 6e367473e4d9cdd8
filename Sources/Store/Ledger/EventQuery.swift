package import Vocabulary

/// Which events a question is about; what is nil or empty does not narrow.
package struct EventQuery: Sendable {
    package enum Choice: Sendable {
        /// Also those that a person took out, marked as dropped and as they last were.
        case all
        case standing
        /// Without the stories that nobody has looked at: what is compared, and what confounds.
        case reviewed
    }
    package var choice: Choice
    package var from: Day?
    package var to: Day?
    package var ids: Set<String>?
    package var status: String?
    /// Of each of these sets an event has at least one mark.
    package var marks: [Set<Mark>] = []
    /// Those of which something was learned after this.
    package var learnedAfter: KnownOn?

    package static let all = EventQuery(.all)
    package static let standing = EventQuery(.standing)
    package static let reviewed = EventQuery(.reviewed)

    package init(_ choice: Choice = .standing, _ narrow: (inout EventQuery) -> Void = { _ in }) {
        self.choice = choice
        narrow(&self)
    }

    /// Narrows to events that name one of these; no names: to none less.
    package mutating func require(_ kind: Mark.Kind, anyOf names: some Sequence<String>) {
        let marks = Set(names.map { Mark(kind, $0) })
        if !marks.isEmpty { self.marks.append(marks) }
    }

    var days: ClosedRange<Int64>? {
        guard from != nil || to != nil else { return nil }
        let (first, last) = (Int64(from?.number ?? Int32.min), Int64(to?.number ?? Int32.max))
        return first...max(first, last)
    }

    /// Whether the columns of an event's last version fit.
    func admits(_ columns: EventColumns, isDropped: Bool) -> Bool {
        guard choice == .all || !isDropped, choice != .reviewed || columns.status != EventText.unreviewed else {
            return false
        }
        if let from, columns.day < Int64(from.number) { return false }
        if let to, columns.day > Int64(to.number) { return false }
        return status.map { $0 == columns.status } ?? true
    }
}
