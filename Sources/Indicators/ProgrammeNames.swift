/// Which tags mean the same programme, and which programmes form a family.
package struct ProgrammeNames: Sendable, Hashable {
    /// Former tag to later tag; chains are followed.
    package var renames: [String: String]
    /// Tag to the families it belongs to: `SYRIA-EO13894` to `SY.main`.
    package var families: [String: [String]]

    package init(renames: [String: String] = [:], families: [String: [String]] = [:]) {
        self.renames = renames
        self.families = families
    }

    /// The latest name of a tag.
    package func current(_ tag: String) -> String {
        var name = tag
        // A table that renames in a circle must not hang the report: no chain is longer than the table.
        for _ in renames.indices {
            guard let later = renames[name] else { break }
            name = later
        }
        return name
    }

    /// The families of a tag, looked up under its own and under its latest name.
    package func families(of tag: String) -> [String] { families[tag] ?? families[current(tag)] ?? [] }
}
