internal import CToml
internal import Vocabulary

/// Reads TOML 1.0 through toml++: bytes to a tree of values that know their line and column.
enum TomlDocument {
    /// Larger than any file that a person keeps by hand.
    static let largest = 1 << 20

    /// The document's own table, or the one fault that keeps it from being read at all: toml++ stops at the first.
    static func parse(_ file: ConfigFile) throws -> TomlNode {
        guard file.bytes.count <= largest else {
            throw Fault(
                "too_large", "the file has \(file.bytes.count) bytes", place: file.name,
                remedy: "a configuration file has at most \(largest) bytes")
        }
        var values: [FlatValue] = []
        var refusal = bellwether_toml_refusal()
        let understood = file.bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                withUnsafeMutablePointer(to: &values) { sink in
                    bellwether_toml_read(text.baseAddress, text.count, collect, sink, &refusal)
                }
            }
        }
        guard understood == 1 else { throw fault(refusal, file) }
        var index = 0
        return tree(values, &index)
    }

    private static func fault(_ refusal: bellwether_toml_refusal, _ file: ConfigFile) -> Fault {
        let message = withUnsafeBytes(of: refusal.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let place = "\(file.name):\(refusal.line):\(refusal.column)"
        if message.contains("cannot redefine existing") {
            return Fault(
                "duplicate_key", "the key\(quoted(message)) stands here for the second time", place: place,
                remedy: "keep one of the two: the later one does not win")
        }
        return Fault("syntax", "not TOML: \(message)", place: place, remedy: "the language: https://toml.io/en/v1.0.0")
    }

    /// The name that toml++ puts between quotes, where it does.
    private static func quoted(_ message: String) -> String {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.count < 3 ? "" : " `\(parts[1])`"
    }

    private static func tree(_ values: [FlatValue], _ index: inout Int) -> TomlNode {
        let value = values[index]
        index += 1
        var node = value.node
        switch node.content {
        case .array:
            node.content = .array((0..<value.members).map { _ in tree(values, &index) })
        case .table:
            node.content = .table(
                (0..<value.members).map { _ in
                    let member = values[index]
                    return TomlEntry(
                        key: member.key, line: member.keyLine, column: member.keyColumn, value: tree(values, &index))
                })
        default: break
        }
        return node
    }
}

/// A value as it is handed over, before its members.
private struct FlatValue {
    var key: String
    var keyLine: Int
    var keyColumn: Int
    var node: TomlNode
    var members: Int
}

private func collect(_ context: UnsafeMutableRawPointer?, _ value: UnsafePointer<bellwether_toml_value>?) {
    guard let context, let value = value?.pointee else { return }
    let content: TomlNode.Content =
        switch value.kind {
        case bellwether_toml_text: .text(string(value.text, value.text_length))
        case bellwether_toml_integer: .integer(value.integer)
        case bellwether_toml_real: .real(value.real)
        case bellwether_toml_boolean: .boolean(value.boolean != 0)
        case bellwether_toml_date: .date(string(value.text, value.text_length))
        case bellwether_toml_array: .array([])
        case bellwether_toml_table: .table([])
        default: .moment
        }
    context.assumingMemoryBound(to: [FlatValue].self).pointee.append(
        FlatValue(
            key: string(value.key, value.key_length), keyLine: Int(value.key_line), keyColumn: Int(value.key_column),
            node: TomlNode(content: content, line: Int(value.line), column: Int(value.column)),
            members: value.members))
}

private func string(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    let bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : length)
    return bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
}
