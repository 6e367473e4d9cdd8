internal import Formats
internal import Vocabulary

/// A list in XML whose records are its entries: what its reader must say is where the key stands and what a record means.
struct XMLList {
    let records: XMLRecords
    /// What stands around the records.
    let root: XMLElement
    private let list: KeyedRows
    /// Records that say more of an entry than its own does, by the place of its own.
    private let belonging: [Int: [Int]]
    private let unread = Leftovers()

    /// Entries.
    var count: Int { list.count }

    /// - Parameter keys: of all records, for lists without a key in a fixed place; nil where a record is no entry.
    init(
        _ content: Bytes, root: String, records names: [String], key: XMLRecords.Key,
        repeats: KeyedRows.Repeats = .conflict,
        keys: ((XMLRecords) throws -> [String?])? = nil
    ) throws {
        let records = try XMLRecords(content, root: root, records: names, key: key)
        try self.init(records, keys: keys?(records), repeats: repeats)
    }

    /// - Parameters:
    ///   - root: what stands around the records, where some of it is read already.
    ///   - keys: of all records, nil where a record is no entry; nil altogether where the records have them.
    ///   - belonging: records that say more of an entry than its own does, by the place of its own.
    ///   - dictionary: of what the whole document explains for all entries: a change of it is one of each entry.
    init(
        _ records: XMLRecords, root: XMLElement? = nil, keys: [String?]?, belonging: [Int: [Int]] = [:],
        dictionary: Int64 = 0,
        repeats: KeyedRows.Repeats = .conflict
    ) throws {
        self.root = try root ?? records.root()
        guard !records.records.isEmpty else {
            throw Fault(
                "no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        var list = KeyedRows(repeats, capacity: records.records.count)
        for (index, record) in records.records.enumerated() {
            guard let id = keys == nil ? records.keys[index] : keys?[index] else { continue }
            guard !id.isEmpty else {
                throw Fault(
                    "bad_key", "an entry without its key", place: try records.place(of: record),
                    remedy: "If the publisher renamed the element, the reader must learn it.")
            }
            let digest = (belonging[index] ?? []).reduce(record.digest &+ dictionary) {
                $0 &+ records.records[$1].digest
            }
            list.add(id, digest: digest, row: index)
        }
        var records = records
        records.forgetKeys()
        self.records = records
        self.list = list
        self.belonging = belonging
    }

    /// - Parameters:
    ///   - needsNames: whether an entry without a name is refused.
    ///   - facts: what a record states; called once for each record of an entry.
    func reading(
        published: Day? = nil, needsNames: Bool = true,
        _ facts: @escaping @Sendable (XMLElement, inout Facts) throws -> Void
    ) throws -> Reading {
        try readingWhole(published: published, needsNames: needsNames) { element, _, found in
            try facts(element, &found)
        }
    }

    /// The same for a document that says what an entry is in several records.
    /// - Parameter facts: what a record states together with those that belong to it.
    func readingWhole(
        published: Day? = nil, needsNames: Bool = true,
        _ facts: @escaping @Sendable (XMLElement, _ belonging: [XMLElement], inout Facts) throws -> Void
    ) throws -> Reading {
        let (records, unread, belonging) = (records, unread, belonging)
        for path in root.unread() { unread.add(path) }
        let facet = list.facet("main", needsNames: needsNames) { rows in
            var found = Facts()
            for row in rows {
                let element = try records.element(row)
                let others = try (belonging[row] ?? []).map { try records.element($0) }
                try facts(element, others, &found)
                for one in [element] + others { for path in one.unread() { unread.add(path) } }
            }
            return found
        }
        var reading = Reading(.list([facet]), published: published, unread: unread)
        try list.judgeRepeats(&reading) { row in
            try records.place(of: records.records[row])
        } facts: { row in
            var found = Facts()
            try facts(records.element(row), (belonging[row] ?? []).map { try records.element($0) }, &found)
            return found
        }
        return reading
    }
}
