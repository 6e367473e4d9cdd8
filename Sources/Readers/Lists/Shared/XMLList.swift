internal import Formats
internal import Vocabulary

/// A list in XML whose records are its entries: what its reader must say is where the key stands and what a record means.
struct XMLList {
    let records: XMLRecords
    /// What stands around the records.
    let root: XMLElement
    private let list: KeyedRows
    private let unread = Leftovers()

    /// Entries.
    var count: Int { list.count }

    /// - Parameter keys: of all records, for lists without a key in a fixed place; nil where a record is no entry.
    init(
        _ content: Bytes, root: String, records names: [String], key: XMLRecords.Key,
        repeats: KeyedRows.Repeats = .conflict,
        keys: ((XMLRecords) throws -> [String?])? = nil
    ) throws {
        var records = try XMLRecords(content, root: root, records: names, key: key)
        self.root = try records.root()
        guard !records.records.isEmpty else {
            throw Fault(
                "no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        var list = KeyedRows(repeats, capacity: records.records.count)
        let computed = try keys?(records)
        for (index, record) in records.records.enumerated() {
            guard let id = computed == nil ? records.keys[index] : computed?[index] else { continue }
            guard !id.isEmpty else {
                throw Fault(
                    "bad_key", "an entry without its key", place: try records.place(of: record),
                    remedy: "If the publisher renamed the element, the reader must learn it.")
            }
            list.add(id, digest: record.digest, row: index)
        }
        records.forgetKeys()
        self.records = records
        self.list = list
    }

    /// - Parameters:
    ///   - needsNames: whether an entry without a name is refused.
    ///   - facts: what a record states; called once for each record of an entry.
    func reading(
        published: Day? = nil, needsNames: Bool = true,
        _ facts: @escaping @Sendable (XMLElement, inout Facts) throws -> Void
    ) throws -> Reading {
        let (records, unread) = (records, unread)
        for path in root.unread() { unread.add(path) }
        let facet = list.facet("main", needsNames: needsNames) { rows in
            var found = Facts()
            for row in rows {
                let element = try records.element(row)
                try facts(element, &found)
                for path in element.unread() { unread.add(path) }
            }
            return found
        }
        var reading = Reading(.list([facet]), published: published, unread: unread)
        try list.judgeRepeats(&reading) { row in
            try records.place(of: records.records[row])
        } facts: { row in
            var found = Facts()
            try facts(records.element(row), &found)
            return found
        }
        return reading
    }
}
