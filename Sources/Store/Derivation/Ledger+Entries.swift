package import Vocabulary

/// Which entries of a list a question is about; what is nil does not narrow.
package struct EntryQuery: Sendable {
    /// As of the last snapshot of this day or earlier.
    package var on: Day?
    package var ids: Set<String>?
    /// Under at least one of these, white space at a tag's ends aside.
    package var programmes: Set<String>?

    package init(on: Day? = nil, ids: Set<String>? = nil, programmes: Set<String>? = nil) {
        (self.on, self.ids, self.programmes) = (on, ids, programmes)
    }
}

extension Ledger {
    package func lists() throws -> [String] {
        Set(try rows.parts(ofList: nil).map(\.list)).subtracting([EventText.list])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The list as of the last snapshot of `on` or earlier.
    package func entries(_ list: String, on: Day?, known: KnownOn) throws -> [ListedEntry] {
        try entries(list, EntryQuery(on: on), known: known)
    }

    /// Those of its entries that are asked for.
    package func entries(_ list: String, _ query: EntryQuery, known: KnownOn) throws -> [ListedEntry] {
        let snapshots = SnapshotRuns(rows, list: list, parts: try rows.parts(ofList: list).map(\.key), known: known)
        let parts = snapshots.parts
        guard let cutoff = try snapshots.last({ $0.lastDay = query.on })?.moment else { return [] }
        var ids = query.ids
        let programmes = query.programmes.map { Set($0.map(Tag.trimmed)) }
        if let programmes {
            let marks = Set(programmes.map { Mark(.programme, $0) })
            let marked = Set(try parts.flatMap { try rows.entries(in: $0, marked: marks) })
            ids = ids?.intersection(marked) ?? marked
        }
        return try entries(list, parts, ids: ids, through: cutoff, known: known).filter { entry in
            programmes.map { !$0.isDisjoint(with: entry.designation.programmes.map(Tag.trimmed)) } ?? true
        }
    }

    /// The list as it stood just before a run, in seen order.
    package func entries(_ list: String, before run: Run) throws -> [ListedEntry] {
        let parts = try rows.parts(ofList: list).map(\.key)
        let last = try SnapshotRuns(rows, list: list, parts: parts, known: .now).last { $0.before = run.moment }
        return try last.map { try entries(list, parts, ids: nil, through: $0.moment, known: .now) } ?? []
    }

    private func entries(
        _ list: String, _ parts: [Int64], ids: Set<String>?, through cutoff: Int64, known: KnownOn
    ) throws -> [ListedEntry] {
        var sight = Sight(self, known: known)
        var found: [String: ListedEntry] = [:]
        for (index, part) in parts.enumerated() {
            var open: PresenceRow?
            func close() throws {
                guard let row = open, let content = row.content,
                    let text = try rows.text(of: row.entry, content: content)
                else { return }
                let seen = Instant(seconds: Moment.seen(row.moment))
                if index == 0 {
                    found[row.id] = ListedEntry(
                        designation: Designation(list: list, id: row.id, attributes: EntryText.decode(text)),
                        seen: seen)
                } else if var entry = found[row.id] {
                    entry.designation.attributes = merged(entry.designation.attributes, EntryText.decode(text))
                    entry.seen = max(entry.seen, seen)
                    found[row.id] = entry
                }
            }
            try rows.presence(PresenceQuery(part, last: cutoff, ids: ids)) { row in
                guard try sight.run(at: row.moment) != nil else { return }
                if open?.entry != row.entry { try close() }
                open = row
            }
            try close()
        }
        return found.values.sorted { precedes($0.designation.id, $1.designation.id) }
    }
}

/// Facts of two parts of one entry, sorted, each once.
func merged(_ a: [Attribute], _ b: [Attribute]) -> [Attribute] {
    var all = (a + b).sorted()
    var index = 1
    while index < all.count {
        if all[index] == all[index - 1] { all.remove(at: index) } else { index += 1 }
    }
    return all
}

/// Numbers in numeric order, before all other ids.
func precedes(_ a: String, _ b: String) -> Bool {
    switch (Int(a), Int(b)) {
    case (let x?, let y?): x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a < b
    }
}
