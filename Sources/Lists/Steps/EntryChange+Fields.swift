internal import Store
package import Vocabulary

extension EntryChange {
    /// One field before and after; an entry that came or went is one row without a field, one with a new key has a row
    /// for the key and for each field that differs as well.
    package struct FieldChange: Sendable, Hashable {
        package var name: String?
        package var before: String?
        package var after: String?
    }

    package var fields: [FieldChange] {
        switch kind {
        case .added, .returned: return [FieldChange(name: nil, before: nil, after: after?.name)]
        case .removed, .sourceMissing: return [FieldChange(name: nil, before: before?.name, after: nil)]
        case .rekeyed: return [FieldChange(name: "entry_id", before: formerID, after: id)] + differing
        case .modified, .reread: return differing
        }
    }

    private var differing: [FieldChange] {
        guard let before, let after else {
            return [FieldChange(name: nil, before: before?.name, after: after?.name)]
        }
        return Field.allCases.compactMap { field in
            let old = before.attributes.filter { $0.field == field }
            let new = after.attributes.filter { $0.field == field }
            guard old != new else { return nil }
            return FieldChange(name: field.rawValue, before: EntryChange.text(old), after: EntryChange.text(new))
        }
    }

    private static func text(_ attributes: [Attribute]) -> String? {
        attributes.isEmpty ? nil : attributes.map(\.display).joined(separator: "; ")
    }

    /// The primary name says something else.
    package var isRenamed: Bool {
        guard let before, let after else { return false }
        return before.name != after.name
    }

    package var isMovedBetweenProgrammes: Bool {
        guard let before, let after else { return false }
        return before.programmes != after.programmes
    }
}
