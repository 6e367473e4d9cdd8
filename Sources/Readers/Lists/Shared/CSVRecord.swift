internal import Formats
internal import Vocabulary

/// A row of a list in CSV, its columns by name. Reading one marks it as read; `unread` tells the rest.
final class CSVRecord {
    private let columns: CSVColumns
    private let bytes: [UInt8]
    private let scanner: CSVScanner
    private var isRead: [Bool]

    /// - Parameter row: the bytes of the row without its line end.
    init(_ row: [UInt8], columns: CSVColumns, separator: UInt8) throws {
        self.columns = columns
        bytes = row
        var scanner = CSVScanner(0..<row.count, separator: separator)
        _ = try scanner.next(row.span)
        self.scanner = scanner
        isRead = [Bool](repeating: false, count: columns.names.count)
    }

    /// The text of a column, white space collapsed; empty where the file has no such column.
    subscript(_ name: String) -> String {
        get throws {
            guard let index = columns.index[name] else { return "" }
            isRead[index] = true
            let row = bytes
            return collapsed(try scanner.text(index, row.span))
        }
    }

    /// The parts of a column that holds several.
    func list(_ name: String, separator: Character = ";") throws -> [String] {
        try self[name].split(separator: separator).map { collapsed($0) }.filter { !$0.isEmpty }
    }

    /// Uses a column unless an earlier row of the entry said the same.
    func once(_ name: String, _ facts: inout Facts, _ use: (String, inout Facts) throws -> Void) throws {
        let value = try self[name]
        if facts.isNew([name, value]) { try use(value, &facts) }
    }

    /// The same for two columns that belong together.
    func once(
        _ name: String, _ other: String, _ facts: inout Facts, _ use: (String, String, inout Facts) -> Void
    ) throws {
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
