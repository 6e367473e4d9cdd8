/// A list over some days.
package struct ListHistory: Sendable {
    package var list: String
    package var steps: [Step] = []
    /// At the end of those days; zero where no snapshot of it was seen by then.
    package var entries = 0
    /// The last look at it by then.
    package var lastRun: Run?
    /// Every good look at it on those days, also one that found nothing new.
    package var looks: [Look] = []

    package struct Look: Sendable, Hashable {
        package var day: Day
        /// The look before it; nil: it is the first, and tells of no change.
        package var previous: Day?

        package init(day: Day, previous: Day?) {
            self.day = day
            self.previous = previous
        }
    }

    package init(
        list: String, steps: [Step] = [], entries: Int = 0, lastRun: Run? = nil, looks: [Look] = []
    ) {
        self.list = list
        self.steps = steps
        self.entries = entries
        self.lastRun = lastRun
        self.looks = looks
    }
}

/// One snapshot of a list against the one before it.
package struct Step: Sendable {
    package var run: Run
    /// The last good look at the list before it, also one that found nothing new: what changed did so after that.
    package var previousSeen: Instant?
    /// Entries after it.
    package var entries: Int
    package var changes: [EntryChange]
    /// Entries of which any byte of the main part differs.
    package var rawChanged: Int

    package init(run: Run, previousSeen: Instant?, entries: Int, changes: [EntryChange], rawChanged: Int) {
        self.run = run
        self.previousSeen = previousSeen
        self.entries = entries
        self.changes = changes
        self.rawChanged = rawChanged
    }
}

package struct EntryChange: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case added, removed, modified, returned
        case rekeyed = "re-keyed"
        case reread = "re-read"
        /// Of a list put together from others: its own list was not in the snapshot. It was not taken off anything.
        case sourceMissing = "source missing"
    }

    package var kind: Kind
    package var id: String
    /// The key it had before; for `re-keyed`.
    package var formerID: String?
    /// For `returned`: it had gone with its whole source list, so that nobody listed it anew.
    package var isBackWithSource = false
    package var before: Designation?
    package var after: Designation?

    package init(
        kind: Kind, id: String, formerID: String? = nil, before: Designation? = nil, after: Designation? = nil
    ) {
        self.kind = kind
        self.id = id
        self.formerID = formerID
        self.before = before
        self.after = after
    }

    /// The side that says what the entry is: the later one where there is one.
    package var subject: Designation? { after ?? before }
}
