/// The sanctions programmes that lists print as tags, their families and their renames: `Config/programs.csv`.
package struct Programmes: Sendable, Hashable {
    /// In the order of the file.
    package var rows: [Row]

    /// A tag of a list.
    package struct Row: Sendable, Hashable {
        /// `RU.ukraine`: the country and what the measures are about; `T.` begins a theme without a country.
        package var family: String
        /// The feed that prints the tag.
        package var list: String
        /// As the list prints it, with the spaces inside it; white space at its ends never counts.
        package var tag: String
        /// ISO 3166-1 alpha-2 of whom it is about; empty where it is about nobody's country.
        package var countries: [String] = []
        /// The law or resolution behind it.
        package var act = ""
        /// The first day of its validity.
        package var from: Day?
        /// The last day of its validity.
        package var until: Day?
        /// The tag that took its place: entries that only change from one to the other were neither added nor removed.
        package var renamedTo: String?
        /// The first snapshot day with the new tag.
        package var renamedOn: Day?
        /// Rides on other tags and is never counted beside them.
        package var isMarker = false
        /// What may be imposed under it on that list; empty where that is not known.
        package var restrictions: [Restriction] = []
        /// For people.
        package var note = ""

        /// A tag of which nothing else is known.
        package init(family: String, list: String, tag: String) {
            self.family = family
            self.list = list
            self.tag = tag
        }

        /// Reported beside countries, never added into one.
        package var isTheme: Bool { family.hasPrefix("T.") }
    }

    private let index: [Name: Int]
    private struct Name: Hashable {
        var list: String
        var tag: String
    }

    /// From rows that are already checked.
    package init(rows: [Row]) {
        self.rows = rows
        index = Dictionary(
            rows.enumerated().map { (Name(list: $1.list, tag: Tag.trimmed($1.tag)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What is known about a tag of a list.
    package func row(_ tag: String, list: String) -> Row? {
        index[Name(list: list, tag: Tag.trimmed(tag))].map { rows[$0] }
    }

    /// The rows of a list, by tag.
    package func rows(of list: String) -> [String: Row] {
        let own = rows.filter { $0.list == list }.map { (Tag.trimmed($0.tag), $0) }
        return Dictionary(own) { first, _ in first }
    }

    /// The family under which a tag's entries are counted: that of today's tag, so that a rename moves nobody.
    package func family(of tag: String, list: String) -> String? {
        row(current(tag, list: list), list: list)?.family
    }

    /// The same, but for a marker, which rides on other tags and is never counted beside them.
    package func countedFamily(of tag: String, list: String) -> String? {
        let row = row(current(tag, list: list), list: list)
        return row?.isMarker == true ? nil : row?.family
    }

    /// The country that a programme is about, by its family; nil for a theme and for a tag that is not known.
    package func country(ofProgramme tag: String, list: String) -> String? {
        guard let row = row(tag, list: list), !row.isTheme else { return nil }
        let code = row.family.prefix { $0 != "." }
        return code.utf8.count == 2 ? String(code) : nil
    }

    /// The tag that the programme has today: renames followed to their end. An unknown tag stands for itself.
    package func current(_ tag: String, list: String) -> String {
        var tag = Tag.trimmed(tag)
        // A table that renames in a circle must not hang a report.
        for _ in 0..<rows.count {
            guard let next = row(tag, list: list)?.renamedTo else { return tag }
            tag = Tag.trimmed(next)
        }
        return tag
    }

    /// The tags of a family on a list, or on every list.
    package func tags(of family: String, list: String? = nil) -> [String] {
        rows.filter { $0.family == family && (list == nil || $0.list == list) }.map(\.tag)
    }

    /// Every family, once, in the order of the file.
    package var families: [String] { rows.map(\.family).uniqued() }

    /// Every tag, of every list.
    package var tags: [String] { rows.map(\.tag) }

    /// A tag that no row knows, on a list that has rows.
    package func isUnknown(_ tag: String, list: String) -> Bool {
        row(tag, list: list) == nil && rows.contains { $0.list == list }
    }

    /// Whether it is a tag or a family.
    package func knows(_ name: String) -> Bool { rows.contains { $0.tag == name || $0.family == name } }
}
