internal import Formats
internal import Vocabulary

/// A list in XML whose records are its entries: what its reader must say is where the key stands and what a record means.
struct XMLList {
    /// What becomes of two records with one key.
    enum Repeats {
        /// The publisher prints an entry once per programme: its facts are those of all its records.
        case merge
        /// The file is damaged, or not what it was: the first is read and the gate told.
        case conflict
    }

    let records: XMLRecords
    /// What stands around the records.
    let root: XMLElement
    private let list: KeyedRows
    private let unread = Leftovers()

    /// - Parameter computed: makes the key of a parsed record, for lists without one.
    init(
        _ content: Bytes, root: String, records names: [String], key: XMLRecords.Key, repeats: Repeats = .conflict,
        computed: ((XMLElement) throws -> String)? = nil
    ) throws {
        var records = try XMLRecords(content, root: root, records: names, key: key)
        self.root = try records.root()
        guard !records.records.isEmpty else {
            throw Fault(
                "no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        var list = KeyedRows(repeats, capacity: records.records.count)
        for (index, record) in records.records.enumerated() {
            let id = try computed.map { try $0(records.element(index)) } ?? records.keys[index]
            guard !id.isEmpty else {
                throw Fault(
                    "bad_key", "an entry without its key", place: try records.place(of: record),
                    remedy: "If the publisher renamed the element, the reader must learn it.")
            }
            try list.add(id, digest: record.digest, row: index) { try records.place(of: records.records[$0]) }
        }
        records.forgetKeys()
        self.records = records
        self.list = list
    }

    /// - Parameter facts: what a record states; called once for each record of an entry.
    func reading(
        published: Day? = nil, _ facts: @escaping @Sendable (XMLElement, inout Facts) throws -> Void
    ) -> Reading {
        let (records, list, unread) = (records, list, unread)
        for path in root.unread() { unread.add(path) }
        let facet = list.facet("main") { rows in
            var found = Facts()
            for row in rows {
                let element = try records.element(row)
                try facts(element, &found)
                for path in element.unread() { unread.add(path) }
            }
            return found
        }
        var reading = Reading(.list([facet]), published: published, unread: unread)
        reading.conflicts = list.conflicts
        reading.warnings = list.warnings
        return reading
    }
}
