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

    /// What becomes of two rows with one key.
    enum Repeats: Sendable {
        /// The publisher prints an entry in several rows: its facts are those of all of them.
        case merge
        /// It prints an entry once for each value of a field: its facts are those of all records, and two with one value
        /// that say different things are a conflict.
        case oncePer(Field)
        /// The file is damaged, or not what it was: the first is read and the gate told, unless both say the same.
        case conflict
    }

    private var entries: [Entry] = []
    private var indices: [String: Int] = [:]
    /// Rows behind the first with a key that should stand once.
    private var repeated: [(entry: Int, row: Int)] = []
    private let repeats: Repeats

    init(_ repeats: Repeats, capacity: Int = 0) {
        self.repeats = repeats
        entries.reserveCapacity(capacity)
        indices.reserveCapacity(capacity)
    }

    var count: Int { entries.count }

    mutating func add(_ id: String, digest: Int64, row: Int) {
        guard let index = indices[id] else {
            indices[id] = entries.count
            entries.append(Entry(id: id, digest: digest, row: row))
            return
        }
        if case .conflict = repeats {
            repeated.append((index, row))
        } else {
            entries[index].others.append(row)
            // The order of an entry's rows is no change.
            entries[index].digest &+= digest
        }
    }

    /// Tells the reading which keys stand for different facts, and which rows only repeat another.
    func judgeRepeats(
        _ reading: inout Reading, place: (Int) throws -> String, facts: (Int) throws -> Facts
    ) throws {
        for (index, row) in repeated {
            let places = try KeyedRows.places(entries[index].id, place(entries[index].row), place(row))
            if try facts(entries[index].row).sorted == facts(row).sorted {
                reading.warnings.append("\(places), and says the same")
            } else {
                reading.conflicts.append(Conflict(key: entries[index].id, "\(places), with other facts"))
            }
        }
        guard case .oncePer(let field) = repeats else { return }
        for entry in entries where !entry.others.isEmpty {
            var seen: [(row: Int, facts: [Attribute])] = []
            for row in entry.rows {
                let own = try facts(row).sorted
                let values = Set(own.filter { $0.field == field }.map(\.value))
                for (other, before) in seen
                where before != own && before.contains(where: { $0.field == field && values.contains($0.value) }) {
                    let places = try KeyedRows.places(entry.id, place(other), place(row))
                    reading.conflicts.append(Conflict(key: entry.id, "\(places), with other facts"))
                }
                seen.append((row, own))
            }
        }
    }

    private static func places(_ id: String, _ first: String, _ second: String) -> String {
        "entry \(id) stands twice, at \(first) and at \(second)"
    }

    /// - Parameter facts: of the rows of one entry.
    func facet(_ name: String, needsNames: Bool = true, _ facts: @escaping @Sendable ([Int]) throws -> Facts)
        -> FacetReading
    {
        let entries = entries
        return FacetReading(name: name, entries: entries.map { EntryRow(id: $0.id, digest: $0.digest) }) { index in
            let found = try facts(entries[index].rows)
            guard found.hasName || !needsNames else {
                throw Fault(
                    "bad_entry", "the entry \(entries[index].id) has no name",
                    remedy: "If the publisher renamed an element or column, the reader must learn it.")
            }
            return found.sorted
        }
    }
}
