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

    static func decode(_ text: String) -> [Attribute] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count >= 2, let field = Field(rawValue: parts[0]) else { return nil }
            return Attribute(field, parts[1], Array(parts.dropFirst(2)))
        }
    }

    /// The first 64 bits of the text's SHA-256.
    static func digest(_ text: String) throws -> Int64 { try Digest.short(Array(text.utf8).span) }

    private static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
        return String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
}
