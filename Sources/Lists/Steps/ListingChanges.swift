internal import Store
package import Vocabulary

extension ListingChange {
    /// What counting designations needs of the steps of a list.
    package static func all(_ steps: [Step]) -> [ListingChange] {
        steps.flatMap { step in
            step.changes.map { change in
                ListingChange(
                    day: step.run.day, list: step.run.feed, entry: change.id, kind: kind(of: change),
                    programmesBefore: change.before?.programmes ?? [], programmesAfter: change.after?.programmes ?? [],
                    countries: change.subject?.countries ?? [])
            }
        }
    }

    private static func kind(of change: EntryChange) -> Kind {
        switch change.kind {
        case .added: .added
        // What went with its whole source was never taken off, and is not listed anew when the source is back.
        case .returned: change.isComing ? .added : .sameEntry
        case .removed: change.isEasing ? .removed : .deceased
        case .modified: .modified
        case .rekeyed, .reread, .sourceMissing: .sameEntry
        }
    }
}
