/// One value of a TOML document, with where it stands: complaints name line and column.
struct TomlNode: Sendable {
    enum Content: Sendable {
        case text(String)
        case integer(Int64)
        case real(Double)
        case boolean(Bool)
        /// `yyyy-MM-dd`, a day that exists.
        case date(String)
        /// A time, with or without a date: no key asks for one.
        case moment
        case array([TomlNode])
        case table([TomlEntry])
    }
    var content: Content
    var line: Int
    var column: Int

    /// For complaints: `a text`, `a table`.
    var description: String {
        switch content {
        case .text: "a text"
        case .integer: "a whole number"
        case .real: "a decimal number"
        case .boolean: "true or false"
        case .date: "a date"
        case .moment: "a time"
        case .array: "a list"
        case .table: "a table"
        }
    }

    /// The value itself, for complaints; nil where it is a list or a table.
    var printed: String? {
        switch content {
        case .text(let text): "\"\(text)\""
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .boolean(let value): String(value)
        case .date(let text): text
        case .moment, .array, .table: nil
        }
    }
}

/// A key of a table with its value, and where the key stands.
struct TomlEntry: Sendable {
    var key: String
    var line: Int
    var column: Int
    var value: TomlNode
}
