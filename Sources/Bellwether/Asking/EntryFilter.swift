internal import CommandLine
internal import Configuration
internal import Vocabulary

/// Which entries of a list are asked for, by what they are listed under.
struct EntryFilter {
    let programmes: Programmes
    /// Without white space at their ends; empty: any.
    let tags: Set<String>
    private let console: Console
    private let families: Set<String>
    private let restrictions: Set<String>

    init(_ invocation: Invocation, _ programmes: Programmes) throws {
        self.programmes = programmes
        console = invocation.console
        tags = Set(invocation.list("programme").map(Tag.trimmed))
        families = Set(invocation.list("family"))
        restrictions = Set(invocation.list("restriction"))
        for family in invocation.list("family") { try programmes.requireFamily(family) }
    }

    func admits(_ entry: Designation) -> Bool {
        (tags.isEmpty || !tags.isDisjoint(with: entry.programmes.map(Tag.trimmed)))
            && (families.isEmpty || !families.isDisjoint(with: programmes.families(of: entry)))
            && (restrictions.isEmpty || !restrictions.isDisjoint(with: programmes.restrictions(of: entry).words))
    }

    /// Whether `warn` needs every entry of the list.
    var asksOfAll: Bool { !families.isEmpty || !restrictions.isEmpty }

    /// Tags that no row explains may hide entries from a question about families: that is said.
    func warn(_ list: String, _ entries: [Designation]) {
        guard asksOfAll else { return }
        let unknown = programmes.unknownTags(of: entries)
        guard !unknown.isEmpty else { return }
        console.warn(
            "Config/programs.csv has no row for \(unknown.map { "\"\($0)\"" }.joined(separator: ", ")) of "
                + "\(list): entries under nothing else are left out")
    }
}

extension Programmes {
    /// Refuses a family that the file does not have: an empty answer would look like an empty list.
    func requireFamily(_ name: String) throws {
        guard families.contains(name) else {
            throw Fault(
                "usage", "Config/programs.csv has no family \"\(name)\"",
                remedy: "families: \(families.sorted().joined(separator: ", "))")
        }
    }
}
