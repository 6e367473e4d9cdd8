internal import Store
package import Vocabulary

/// What steps of a list add up to, counted in entries.
package struct StepCounts: Sendable, Hashable {
    /// Came onto the list, those among them that returned included.
    package var added = 0
    package var removed = 0
    /// Fields or key changed.
    package var modified = 0
    /// Any byte of the main part differs.
    package var raw = 0
    package var renamed = 0
    package var programme = 0
    /// Had been there before, with or without their source.
    package var returned = 0
    package var rekeyed = 0
    /// Of those, the ones of which more than the key changed.
    package var rekeyedAndChanged = 0
    /// Absent only because the list that they come from was not in the snapshot.
    package var sourceMissing = 0
    /// Of those returned, the ones that are back with that list; they are not in `added`.
    package var backWithSource = 0
    /// The same bytes read differently by a newer reader.
    package var reread = 0

    // What the publisher's own keys count, for tables that others hold against theirs: an entity that goes on under a new
    // key with other content came and went there.
    package var addedKeys: Int { added + rekeyedAndChanged }
    package var removedKeys: Int { removed + rekeyedAndChanged }
    package var modifiedKeys: Int { modified - rekeyedAndChanged }

    package init() {}
    package init(_ steps: [Step]) { for step in steps { add(step) } }

    package mutating func add(_ step: Step) {
        raw += step.rawChanged
        for change in step.changes { add(change) }
    }

    package mutating func add(_ change: EntryChange) {
        switch change.kind {
        case .added: added += 1
        // Back on the list counts as coming onto it; another column tells how many had been there before.
        case .returned:
            returned += 1
            if change.isBackWithSource { backWithSource += 1 } else { added += 1 }
        case .removed: removed += 1
        case .modified: modified += 1
        case .rekeyed:
            modified += 1
            rekeyed += 1
            guard change.before?.attributes == change.after?.attributes else {
                rekeyedAndChanged += 1
                return
            }
        case .sourceMissing: sourceMissing += 1
        case .reread: reread += 1
        }
        if change.isRenamed { renamed += 1 }
        if change.isMovedBetweenProgrammes { programme += 1 }
    }

    /// Adds a change as one programme, country, family or kind sees it: an entry that moves there is an addition.
    package mutating func add(_ change: EntryChange, wasHere: Bool, isHere: Bool) {
        switch change.kind {
        case .reread: return
        case .modified, .rekeyed:
            guard wasHere, isHere else {
                if isHere { added += 1 } else { removed += 1 }
                if change.isRenamed { renamed += 1 }
                if change.isMovedBetweenProgrammes { programme += 1 }
                return
            }
            add(change)
        default: add(change)
        }
    }
}
