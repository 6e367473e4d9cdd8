internal import Formats
internal import Vocabulary

/// One file of the set, scanned once: its rows' decoded bytes and which rows belong to which entry.
struct OFACPart: Sendable {
    struct Row: Sendable {
        /// Where the row's columns lie in `content`.
        let range: Range<Int>
        let line: Int
        let id: Int
        /// The row's own number within its entry: `add_num`, `alt_num`.
        let number: Int
    }

    struct Entry: Sendable {
        let id: Int
        var rows: [Int]
    }

    let name: String
    /// The file of the entries themselves, in which each stands once.
    private let isMain: Bool
    private(set) var rows: [Row] = []
    /// In the order of the file.
    private(set) var entries: [Entry] = []
    private(set) var warnings: [String] = []
    /// Entries that stand twice with other facts: the file is torn, or its last number cut.
    private(set) var conflicts: [Conflict] = []
    /// All columns of all rows without their quotes: 0x1F ends a column's neighbour, 0x1E a row.
    private var content: [UInt8] = []
    private var indices: [Int: Int] = [:]

    init(_ name: String, columns: Int, _ file: [UInt8], isMain: Bool = false) throws {
        self.name = name
        self.isMain = isMain
        do {
            try scan(file.span, columns)
        } catch let fault as Fault {
            throw fault.at(name)
        }
    }

    private mutating func scan(_ bytes: Span<UInt8>, _ columns: Int) throws {
        try ReceivedForm.require("CSV", bytes)
        let start = try StrictText.start(bytes)
        // DOS text ends in 0x1A, and so does every complete file of this publisher: 143 of 143 saved ones.
        let hasEndMark = bytes[bytes.count - 1] == 0x1A
        if !hasEndMark {
            warnings.append("\(name): the file does not end in 0x1A, as the publisher's do: possibly cut")
        }
        var scanner = CSVScanner(start..<bytes.count - (hasEndMark ? 1 : 0))
        content.reserveCapacity(bytes.count)
        // A cut last row usually lacks columns too; that it is cut is the better explanation.
        while try scanner.next(bytes) {
            guard scanner.isTerminated else {
                throw Fault(
                    "cut_file", "the last row has no line end", place: "line \(scanner.line)",
                    remedy: "The download was cut; fetch it again.")
            }
            guard scanner.fields.count == columns else {
                throw Fault(
                    "wrong_columns", "\(scanner.fields.count) columns instead of \(columns)",
                    place: "line \(scanner.line)", remedy: "Fetch it again; if it stays so, the layout changed.")
            }
            try add(scanner, bytes)
        }
        guard !rows.isEmpty else {
            throw Fault("no_rows", "the file has no rows", remedy: "Fetch it again; an empty list changes nothing.")
        }
    }

    private mutating func add(_ scanner: CSVScanner, _ bytes: Span<UInt8>) throws {
        let hasNumber = scanner.fields.count > 2 && scanner.fields.count < 12
        guard let id = number(scanner.fields[0], bytes),
            let number = hasNumber ? number(scanner.fields[1], bytes) : rows.count
        else {
            throw Fault(
                "bad_key", "the row does not begin with the entry's number", place: "line \(scanner.line)",
                remedy: "If the publisher added a header or moved columns, the reader must learn it.")
        }
        let start = content.count
        for column in scanner.fields.indices {
            if column > 0 { content.append(columnEnd) }
            scanner.append(column, bytes, to: &content)
        }
        let row = Row(range: start..<content.count, line: scanner.line, id: id, number: number)
        if isMain, let earlier = indices[id].map({ rows[entries[$0].rows[0]] }) {
            let lines = "on lines \(earlier.line) and \(row.line)"
            if content[earlier.range] == content[row.range] {
                warnings.append("\(name): entry \(id) stands twice, \(lines), identical")
            } else {
                conflicts.append(
                    Conflict(key: "\(name) \(id)", "\(name): entry \(id) stands \(lines) with other facts"))
            }
            content.removeLast(content.count - start)
            return
        }
        let index = indices[id] ?? entries.count
        if index == entries.count {
            entries.append(Entry(id: id, rows: []))
            indices[id] = index
        }
        entries[index].rows.append(rows.count)
        rows.append(row)
    }

    private func number(_ field: CSVScanner.Field, _ bytes: Span<UInt8>) -> Int? {
        guard let number = PublishedNumber(bytes, field.range), number.decimals == 0, number.digits >= 0 else {
            return nil
        }
        return Int(number.digits)
    }
}

extension OFACPart {
    func entry(_ id: Int) -> Entry? { indices[id].map { entries[$0] } }

    /// The columns of a row as published, blanks and `-0- ` included.
    func columns(ofRow index: Int) throws -> [String] {
        let range = rows[index].range
        var columns: [String] = []
        var start = range.lowerBound
        for position in range where content[position] == columnEnd {
            columns.append(try StrictText.string(content.span, start..<position))
            start = position + 1
        }
        columns.append(try StrictText.string(content.span, start..<range.upperBound))
        return columns
    }

    /// The decoded columns of an entry's rows, ordered by the rows' own numbers: other orders are no change.
    func content(of entry: Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        for (count, row) in sorted(entry).enumerated() {
            if count > 0 { bytes.append(rowEnd) }
            bytes += content[rows[row].range]
        }
        return bytes
    }

    private func digest(of entry: Entry, _ digests: borrowing RowDigests) throws -> Int64 {
        if entry.rows.count == 1 { return try digests.short(content.span.extracting(rows[entry.rows[0]].range)) }
        return try digests.short(content(of: entry).span)
    }

    private func sorted(_ entry: Entry) -> [Int] {
        entry.rows.count == 1 ? entry.rows : entry.rows.sorted { rows[$0].number < rows[$1].number }
    }

    func facet(_ facts: @escaping @Sendable (Int) throws -> [Attribute]) throws -> FacetReading {
        let part = self
        var rows: [EntryRow] = []
        rows.reserveCapacity(entries.count)
        let digests = try RowDigests()
        for entry in entries {
            rows.append(EntryRow(id: String(entry.id), digest: try digest(of: entry, digests)))
        }
        return FacetReading(name: name, entries: rows) { index in
            var found = Facts()
            found.add(try part.entries[index].rows.flatMap(facts))
            return found.sorted
        }
    }

    /// A warning where rows belong to entries that the main file does not have: the parts are of different days.
    func strangers(to sdn: OFACPart) -> [String] {
        let strangers = entries.filter { sdn.indices[$0.id] == nil }
        guard let first = strangers.first else { return [] }
        let line = rows[first.rows[0]].line
        let count = "\(strangers.count) entries that \(sdn.name) does not have"
        return ["\(name): \(count), the first \(first.id) on line \(line)"]
    }
}

/// Facts in the order in which they are compared, each once.
func sortedUnique(_ attributes: [Attribute]) -> [Attribute] {
    var sorted = attributes
    sorted.sort()
    guard (1..<max(1, sorted.count)).contains(where: { sorted[$0] == sorted[$0 - 1] }) else { return sorted }
    var result: [Attribute] = []
    for attribute in sorted where attribute != result.last { result.append(attribute) }
    return result
}

private let columnEnd: UInt8 = 0x1F
private let rowEnd: UInt8 = 0x1E
