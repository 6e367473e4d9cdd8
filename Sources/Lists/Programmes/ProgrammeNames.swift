internal import Vocabulary

/// Which tags mean the same programme, and which programmes form a family. All by list: `GB` is Guinea-Bissau on the
/// Security Council's list and would be the United Kingdom elsewhere.
package struct ProgrammeNames: Sendable, Hashable {
    /// List to former tag to later tag; chains are followed.
    package var renames: [String: [String: String]]
    /// List to tag to the family it belongs to: `SYRIA-EO13894` to `SY.main`.
    package var families: [String: [String: String]]

    /// Tags without white space at their ends.
    package init(renames: [String: [String: String]] = [:], families: [String: [String: String]] = [:]) {
        self.renames = renames
        self.families = families
    }

    /// The latest name of a tag.
    package func current(_ tag: String, list: String) -> String {
        var name = Tag.trimmed(tag)
        guard let renames = renames[list] else { return name }
        // A table that renames in a circle must not hang the report: no chain is longer than the table.
        for _ in renames.indices {
            guard let later = renames[name] else { break }
            name = later
        }
        return name
    }

    /// The family of a tag, which is that of its latest name: a rename moves nobody from one family to another.
    package func family(of tag: String, list: String) -> String? { families[list]?[current(tag, list: list)] }
}
