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

    init(_ reader: any LedgerReader, parts: [Int64]) throws {
        for part in parts {
            try reader.versions(ofPart: part, containing: Field.sourceList.rawValue) { row in
                let named = EntryText.decode(row.text).filter { $0.field == .sourceList }.map(\.value)
                lists[Version(entry: row.entry, content: row.content)] = named
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
