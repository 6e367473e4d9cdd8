/// Programme tags as publishers print them.
package enum Tag {
    /// Without white space at its ends: Canada prints `Venezuela ` with a blank. What is inside is part of the tag.
    package static func trimmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return text }
        let rest = text.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let end = rest.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(rest[...end]))
    }
}
