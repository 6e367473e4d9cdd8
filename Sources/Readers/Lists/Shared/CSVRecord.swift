internal import Formats
internal import Vocabulary

/// A row of a list in CSV, its columns by name. Reading one marks it as read; `unread` tells the rest.
final class CSVRecord {
    private let columns: CSVColumns
    private let bytes: [UInt8]
    private let scanner: CSVScanner
    private var isRead: [Bool]
    /// The entry's row before: publishers print most cells of an entry again in each of its rows.
    private let before: Before?
    /// Columns that `once` or `isNew` has dealt with here.
    private var isDealtWith: [Bool]
    /// Where the columns stand that were asked for, in the order of asking: the next row's are asked for in the same.
    private var asked: [(name: String, index: Int?)]
    private var askedCount = 0

    /// What the next row of an entry needs of this one.
    struct Before {
        fileprivate let bytes: [UInt8]
        fileprivate let fields: [CSVScanner.Field]
        fileprivate let isDealtWith: [Bool]
        fileprivate let asked: [(name: String, index: Int?)]
    }

    /// - Parameters:
    ///   - row: the bytes of the row without its line end.
    ///   - before: of the row before, where both are of one entry.
    init(_ row: [UInt8], columns: CSVColumns, separator: UInt8, before: Before? = nil) throws {
        self.columns = columns
        self.before = before
        asked = before?.asked ?? []
        isDealtWith = [Bool](repeating: false, count: columns.names.count)
        bytes = row
        var scanner = CSVScanner(0..<row.count, separator: separator)
        _ = try scanner.next(row.span)
        self.scanner = scanner
        isRead = [Bool](repeating: false, count: columns.names.count)
    }

    /// The text of a column, white space collapsed; empty where the file has no such column.
    subscript(_ name: String) -> String {
        get throws {
            guard let index = index(of: name) else { return "" }
            isRead[index] = true
            if scanner.fields[index].isEmpty { return "" }
            let row = bytes
            return collapsed(try scanner.text(index, row.span))
        }
    }

    /// What is handed to the next row of the entry.
    var asBefore: Before {
        Before(bytes: bytes, fields: scanner.fields, isDealtWith: isDealtWith, asked: asked)
    }

    private func index(of name: String) -> Int? {
        if askedCount < asked.count, asked[askedCount].name == name {
            askedCount += 1
            return asked[askedCount - 1].index
        }
        asked.removeSubrange(askedCount...)
        asked.append((name, columns.index[name]))
        askedCount += 1
        return asked[askedCount - 1].index
    }

    /// Whether any of these columns says something else than in the row before; all of them count as read.
    ///
    /// What a row says in them has to be used whenever this answers true, and may be left out whenever it does not.
    func isNew(_ names: [String]) -> Bool {
        var isNew = before == nil
        for name in names {
            guard let index = index(of: name) else { continue }
            isRead[index] = true
            isDealtWith[index] = true
            if !isRepeated(index) { isNew = true }
        }
        return isNew
    }

    /// The same bytes stand in the row before, and were dealt with there.
    private func isRepeated(_ index: Int) -> Bool {
        guard let before, before.isDealtWith[index] else { return false }
        let (field, old) = (scanner.fields[index], before.fields[index])
        return field.isEscaped == old.isEscaped && field.range.count == old.range.count
            && bytes[field.range].elementsEqual(before.bytes[old.range])
    }

    /// The parts of a column that holds several.
    func list(_ name: String, separator: Character = ";") throws -> [String] {
        try self[name].split(separator: separator).map { collapsed($0) }.filter { !$0.isEmpty }
    }

    /// Uses a column unless an earlier row of the entry said the same.
    func once(_ name: String, _ facts: inout Facts, _ use: (String, inout Facts) throws -> Void) throws {
        guard isNew([name]) else { return }
        let value = try self[name]
        if facts.isNew([name, value]) { try use(value, &facts) }
    }

    /// The same for two columns that belong together.
    func once(
        _ name: String, _ other: String, _ facts: inout Facts, _ use: (String, String, inout Facts) -> Void
    ) throws {
        guard isNew([name, other]) else { return }
        let (value, second) = (try self[name], try self[other])
        if facts.isNew([name, value, second]) { use(value, second, &facts) }
    }

    func ignore(_ names: String...) {
        for name in names { if let index = columns.index[name] { isRead[index] = true } }
    }

    /// Names of columns that say something and that nothing read so far.
    func unread() -> [String] {
        columns.names.indices.filter { !isRead[$0] && !scanner.fields[$0].isEmpty }.map { columns.names[$0] }
    }
}

/// The header of a list in CSV.
struct CSVColumns: Sendable {
    let names: [String]
    let index: [String: Int]

    /// Throws where two columns have one name: nobody could say which is meant.
    init(_ names: [String], line: Int) throws {
        var index: [String: Int] = [:]
        for (position, name) in names.enumerated() where !name.isEmpty {
            guard index.updateValue(position, forKey: name) == nil else {
                throw Fault("wrong_header", "the column \"\(name)\" stands twice", place: "line \(line)")
            }
        }
        self.names = names
        self.index = index
    }
}
