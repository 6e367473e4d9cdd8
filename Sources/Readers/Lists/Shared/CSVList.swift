internal import Formats
internal import Vocabulary

/// A list in CSV with a header: what its reader must say is where the key stands and what a row means.
struct CSVList {
    struct Layout {
        /// Without these nothing can be read: the file is refused.
        var needed: [String]
        /// Those the publisher prints beside them: missing ones were probably renamed, and the gate is told.
        var expected: [String] = []
        var separator = UInt8(ascii: ",")
        /// Whether the publisher ends the last row too: without it the file is cut, perhaps inside a number.
        var endsLastRow = true
    }

    /// The rows before the header, as they are: a report date, say.
    private(set) var preamble: [[String]] = []
    private let columns: CSVColumns
    private let layout: Layout
    private let content: [UInt8]
    private let rows: [Range<Int>]
    private let list: KeyedRows

    /// - Parameter key: makes the key of a row; nil passes the row over.
    init(
        _ content: [UInt8], _ layout: Layout, repeats: KeyedRows.Repeats = .conflict,
        key: (CSVRecord) throws -> String?
    ) throws {
        try self.init(content, layout, repeats) { columns, scanner, _ in
            try key(try CSVRecord(Array(content[scanner.row]), columns: columns, separator: layout.separator))
        }
    }

    /// For lists whose key is a column of its own: no record is made until its facts are asked for.
    init(_ content: [UInt8], _ layout: Layout, keyColumn: String, repeats: KeyedRows.Repeats = .conflict) throws {
        try self.init(content, layout, repeats) { columns, scanner, bytes in
            try columns.index[keyColumn].map { collapsed(try scanner.text($0, bytes)) } ?? ""
        }
    }

    private init(
        _ content: [UInt8], _ layout: Layout, _ repeats: KeyedRows.Repeats,
        _ key: (CSVColumns, CSVScanner, Span<UInt8>) throws -> String?
    ) throws {
        let bytes = content.span
        try ReceivedForm.require("CSV", bytes)
        // DOS text ends in 0x1A.
        let end = bytes[bytes.count - 1] == 0x1A ? bytes.count - 1 : bytes.count
        var scanner = CSVScanner(try StrictText.start(bytes)..<end, separator: layout.separator)
        columns = try CSVList.header(&scanner, bytes, layout, &preamble)
        var rows: [Range<Int>] = []
        var list = KeyedRows(repeats)
        let digests = try RowDigests()
        while try scanner.next(bytes) {
            guard scanner.isTerminated || !layout.endsLastRow && scanner.fields.count == columns.names.count else {
                throw Fault(
                    "cut_file", "the last row is cut", place: "line \(scanner.line)",
                    remedy: "The download was cut; fetch it again.")
            }
            guard scanner.fields.count == columns.names.count else {
                throw Fault(
                    "wrong_columns", "\(scanner.fields.count) columns instead of \(columns.names.count)",
                    place: "line \(scanner.line)", remedy: "Fetch it again; if it stays so, the layout changed.")
            }
            guard let id = try key(columns, scanner, bytes) else { continue }
            guard !id.isEmpty else {
                throw Fault(
                    "bad_key", "a row without its key", place: "line \(scanner.line)",
                    remedy: "If the publisher moved the column, the reader must learn it.")
            }
            list.add(id, digest: try digests.short(bytes.extracting(scanner.row)), row: rows.count)
            rows.append(scanner.row)
        }
        guard !rows.isEmpty else {
            throw Fault("no_rows", "the list has no entries", remedy: "Fetch it again; an empty list changes nothing.")
        }
        (self.content, self.layout, self.rows, self.list) = (content, layout, rows, list)
    }

    private static func header(
        _ scanner: inout CSVScanner, _ bytes: Span<UInt8>, _ layout: Layout, _ preamble: inout [[String]]
    ) throws -> CSVColumns {
        var missing = layout.needed
        // A row or two may stand before the header.
        for _ in 0..<4 {
            guard try scanner.next(bytes) else { break }
            let names = try scanner.fields.indices.map { collapsed(try scanner.text($0, bytes)) }
            let absent = layout.needed.filter { !names.contains($0) }
            if absent.isEmpty { return try CSVColumns(names, line: scanner.line) }
            if absent.count < missing.count { missing = absent }
            preamble.append(names)
        }
        throw Fault(
            "wrong_header", "no header with the columns \(missing.joined(separator: ", "))", place: "line 1",
            remedy: "If the publisher renamed them, the reader must learn it; nothing was changed.")
    }

    /// - Parameter facts: what a row states; called once for each row of an entry.
    func reading(
        published: Day? = nil, _ facts: @escaping @Sendable (CSVRecord, inout Facts) throws -> Void
    ) throws -> Reading {
        let unread = Leftovers()
        let (content, rows, columns, separator) = (content, rows, columns, layout.separator)
        let facet = list.facet("main") { indices in
            var found = Facts()
            var before: CSVRecord.Before?
            for index in indices {
                let record = try CSVRecord(
                    Array(content[rows[index]]), columns: columns, separator: separator, before: before)
                try facts(record, &found)
                before = indices.count > 1 ? record.asBefore : nil
                for name in record.unread() { unread.add(name) }
            }
            return found
        }
        var reading = Reading(.list([facet]), published: published, unread: unread)
        try list.judgeRepeats(&reading) { row in
            "line \(StrictText.line(of: rows[row].lowerBound, content.span))"
        } facts: { row in
            var found = Facts()
            try facts(CSVRecord(Array(content[rows[row]]), columns: columns, separator: separator), &found)
            return found
        }
        reading.absent = layout.expected.filter { columns.index[$0] == nil }
        return reading
    }
}
