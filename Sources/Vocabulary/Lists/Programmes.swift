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

extension Programmes {
    /// What may be imposed under these tags of a list, each kind once; empty where no tag tells.
    package func restrictions(of tags: [String], list: String) -> [String] {
        let found = Set(tags.flatMap { row($0, list: list)?.restrictions ?? [] })
        return found.sorted().map(\.rawValue)
    }

    /// What an entry's listing forbids. What the publisher states of the entry wins over its programmes, which only
    /// say what may be imposed; nobody but a person travels.
    package func restrictions(of entry: Designation) -> (words: [String], isStated: Bool) {
        let stated = entry.values(.restriction)
        if !stated.isEmpty { return (stated, true) }
        let words = restrictions(of: entry.programmes, list: entry.list)
        return (entry.kind == "person" ? words : words.filter { $0 != Restriction.travel.rawValue }, false)
    }

    /// The families under which an entry is counted, each once; a marker counts for none.
    package func families(of entry: Designation) -> [String] {
        entry.programmes.filter { row($0, list: entry.list)?.isMarker != true }
            .compactMap { family(of: $0, list: entry.list) }.uniqued()
    }

    /// Under which entries are counted whose tags no row knows.
    package static let noFamily = "(no family)"

    /// The families that a summary puts an entry under: one for each of today's tags, `noFamily` where nobody knows it.
    package func summaryFamilies(of entry: Designation) -> [String] {
        let families = currentTags(of: entry).map { family(of: $0, list: entry.list) ?? Programmes.noFamily }
        return families.isEmpty ? [Programmes.noFamily] : families
    }

    /// Today's tags of the programmes of an entry, each once: a renamed tag is still the same programme.
    package func currentTags(of entry: Designation) -> [String] {
        entry.programmes.map { current($0, list: entry.list) }.uniqued()
    }

    /// Today's tags of those programmes that are counted: a marker rides on other tags, and is left out beside them.
    package func countedTags(of entry: Designation) -> [String] {
        let all = currentTags(of: entry)
        let counted = all.filter { row($0, list: entry.list)?.isMarker != true }
        return counted.isEmpty ? all : counted
    }

    /// Tags of entries that the file has no row for, each once and sorted: nobody knows what they mean.
    package func unknownTags(of entries: some Sequence<Designation>) -> [String] {
        var found: Set<String> = []
        for entry in entries {
            for tag in entry.programmes where row(tag, list: entry.list) == nil { found.insert(Tag.trimmed(tag)) }
        }
        return found.sorted()
    }
}
