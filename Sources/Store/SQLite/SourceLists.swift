internal import Vocabulary

/// For a list put together from others: the lists that each version of an entry names.
struct SourceLists {
    /// A list of fewer entries that empties may well have been lifted.
    static let fewest = 4

    private struct Version: Hashable {
        var entry: Int64
        var content: Int64
    }
    private var lists: [Version: [String]] = [:]

    init(_ ledger: SQLiteLedger, facets: [Int64]) throws {
        for facet in facets {
            let statement = try ledger.database.statement(
                """
                SELECT v.entry, v.content, v.text FROM version v JOIN entry e ON e.key = v.entry
                WHERE e.facet = ? AND instr(v.text, ?)
                """)
            try statement.bind([.integer(facet), .text(Field.sourceList.rawValue)])
            while try statement.step() {
                let named = EntryText.decode(statement.text(2)).filter { $0.field == .sourceList }.map(\.value)
                lists[Version(entry: statement.integer(0), content: statement.integer(1))] = named
            }
        }
    }

    /// Entries per list; one that is empty is not among them.
    func count(_ versions: [[(entry: Int64, content: Int64)]]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (entry, content) in versions.joined() {
            for name in lists[Version(entry: entry, content: content)] ?? [] { counts[name, default: 0] += 1 }
        }
        return counts
    }
}
