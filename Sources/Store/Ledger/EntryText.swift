internal import Formats
internal import Vocabulary

/// An entry's content as one text: a line per fact, sorted, so that equal facts are equal text whatever the order,
/// the quotes or the white space they were published with.
enum EntryText {
    static func encode(_ attributes: [Attribute]) -> String {
        attributes.sorted().map { attribute in
            ([attribute.field.rawValue, attribute.value] + attribute.qualifiers).map(clean).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// Lists are decoded by the ten thousand entries: on bytes, and a text is made only of what is kept.
    static func decode(_ text: String) -> [Attribute] {
        var text = text
        return text.withUTF8 { bytes in
            var attributes: [Attribute] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
                if let attribute = attribute(bytes[start..<end]) { attributes.append(attribute) }
                start = end + 1
            }
            return attributes
        }
    }

    private static func attribute(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Attribute? {
        guard let first = line.firstIndex(of: 9), let field = fields[String(decoding: line[..<first], as: UTF8.self)]
        else { return nil }
        var rest = line[(first + 1)...]
        let end = rest.firstIndex(of: 9) ?? rest.endIndex
        let value = String(decoding: rest[..<end], as: UTF8.self)
        var qualifiers: [String] = []
        rest = rest[end...]
        while !rest.isEmpty {
            rest = rest.dropFirst()
            let next = rest.firstIndex(of: 9) ?? rest.endIndex
            qualifiers.append(String(decoding: rest[..<next], as: UTF8.self))
            rest = rest[next...]
        }
        return Attribute(field, value, qualifiers)
    }

    private static let fields = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0.rawValue, $0) })

    /// The first 64 bits of the text's SHA-256.
    static func digest(_ text: String) throws -> Int64 { try Digest.short(Array(text.utf8).span) }

    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
        return String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
