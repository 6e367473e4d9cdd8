internal import Vocabulary

/// The entries of a list and which of its rows or records each is made of, in the order of the file.
struct KeyedRows: Sendable {
    private struct Entry: Sendable {
        var id: String
        var digest: Int64
        var row: Int
        /// Of the few entries that have several.
        var others: [Int] = []

        var rows: [Int] { [row] + others }
    }

    private(set) var conflicts: [String] = []
    private(set) var warnings: [String] = []
    private var entries: [Entry] = []
    private var indices: [String: Int] = [:]
    private let repeats: XMLList.Repeats

    init(_ repeats: XMLList.Repeats, capacity: Int = 0) {
        self.repeats = repeats
        entries.reserveCapacity(capacity)
        indices.reserveCapacity(capacity)
    }

    var count: Int { entries.count }

    mutating func add(_ id: String, digest: Int64, row: Int, place: (Int) throws -> String) throws {
        guard let index = indices[id] else {
            indices[id] = entries.count
            entries.append(Entry(id: id, digest: digest, row: row))
            return
        }
        switch repeats {
        case .merge:
            entries[index].others.append(row)
            // The order of an entry's rows is no change.
            entries[index].digest &+= digest
        case .conflict:
            let places = "\(id), at \(try place(entries[index].row)) and \(try place(row))"
            if entries[index].digest == digest {
                warnings.append("the entry \(places), stands twice, identical")
            } else {
                conflicts.append(places)
            }
        }
    }

    /// - Parameter facts: of the rows of one entry.
    func facet(_ name: String, _ facts: @escaping @Sendable ([Int]) throws -> Facts) -> FacetReading {
        let entries = entries
        return FacetReading(name: name, entries: entries.map { EntryRow(id: $0.id, digest: $0.digest) }) { index in
            let found = try facts(entries[index].rows)
            guard found.hasName else {
                throw Fault(
                    "bad_entry", "the entry \(entries[index].id) has no name",
                    remedy: "If the publisher renamed an element or column, the reader must learn it.")
            }
            return found.sorted
        }
    }
}
