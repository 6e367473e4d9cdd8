package import Configuration
package import Store
internal import Vocabulary

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

extension ProgrammeNames {
    package init(_ programmes: Programmes) {
        var renames: [String: [String: String]] = [:]
        var families: [String: [String: String]] = [:]
        for row in programmes.rows {
            let tag = Tag.trimmed(row.tag)
            if let later = row.renamedTo { renames[row.list, default: [:]][tag] = Tag.trimmed(later) }
            // A marker rides on other tags and is never counted beside them.
            if !row.isMarker { families[row.list, default: [:]][tag] = row.family }
        }
        self.init(renames: renames, families: families)
    }
}
