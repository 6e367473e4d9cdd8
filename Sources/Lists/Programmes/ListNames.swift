package import Configuration
package import Vocabulary

/// What the configuration calls lists, their programmes and the families of these.
package struct ListNames: Sendable {
    /// Under which entries are counted whose tags no row of `programs.csv` knows.
    package static let noFamily = "(no family)"

    private let programmes: Programmes
    private let titles: [String: String]

    package init(_ settings: Settings) {
        let titles = settings.feeds.map { ($0.id, $0.title) }
        self.init(programmes: settings.programmes, titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }))
    }

    /// - Parameter titles: by the list's id.
    package init(programmes: Programmes, titles: [String: String]) {
        self.programmes = programmes
        self.titles = titles
    }

    /// A list as a sentence calls it.
    package func title(_ list: String) -> String { titles[list] ?? list }

    /// Today's tags of the programmes of an entry, each once: a renamed tag is still the same programme.
    package func programmes(of entry: Designation) -> [String] {
        entry.programmes.map { programmes.current($0, list: entry.list) }.uniqued()
    }

    /// Today's tags of those programmes that are counted: a marker rides on other tags, and is left out beside them.
    package func countedProgrammes(of entry: Designation) -> [String] {
        let all = programmes(of: entry)
        let counted = all.filter { programmes.row($0, list: entry.list)?.isMarker != true }
        return counted.isEmpty ? all : counted
    }

    package func families(of entry: Designation) -> [String] {
        let families = programmes(of: entry).map { programmes.family(of: $0, list: entry.list) ?? ListNames.noFamily }
        return families.isEmpty ? [ListNames.noFamily] : families
    }

    /// The country that a programme is about, by its family; nil for a theme and for a tag that is not known.
    package func country(ofProgramme tag: String, list: String) -> String? {
        guard let row = programmes.row(tag, list: list), !row.isTheme else { return nil }
        let code = row.family.prefix { $0 != "." }
        return code.utf8.count == 2 ? String(code) : nil
    }

    /// The tags of an entry that no row knows, on a list that has rows.
    package func unknownProgrammes(of entry: Designation) -> [String] {
        entry.programmes.filter { isUnknown($0, list: entry.list) }
    }

    /// A tag that no row knows, on a list that has rows.
    package func isUnknown(_ tag: String, list: String) -> Bool {
        programmes.rows.contains { $0.list == list } && programmes.row(tag, list: list) == nil
    }
}
