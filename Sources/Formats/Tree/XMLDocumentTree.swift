internal import Vocabulary

/// Reads a small document of XML as a whole: attributes and elements alike become fields of their element.
package enum XMLDocumentTree {
    /// - Parameter root: the local name that the document's element must have.
    package static func read(_ bytes: Span<UInt8>, root: String) throws -> DocumentNode {
        let builder = Builder()
        // The declaration of a document may name an old encoding: expat and iconv know those.
        try XMLStream.read(bytes, root: root, encoding: declaredEncoding(bytes), handler: builder)
        return builder.root
    }

    private static func declaredEncoding(_ bytes: Span<UInt8>) -> String {
        let head = String(decoding: (0..<min(bytes.count, 200)).map { bytes[$0] }, as: UTF8.self).lowercased()
        guard head.contains("<?xml"), let mark = head.firstRange(of: "encoding=") else { return "UTF-8" }
        let rest = head[mark.upperBound...].dropFirst()
        return rest.prefix { $0 != "\"" && $0 != "'" }.uppercased()
    }

    private final class Builder: XMLHandler {
        var root = DocumentNode.none
        private var open: [(name: String, fields: [DocumentNode.Field])] = []

        func start(_ name: String, _ attributes: XMLAttributes) {
            let fields = attributes.names.map {
                DocumentNode.Field(name: $0, node: .text(attributes[$0] ?? ""))
            }
            open.append((name, fields))
        }

        func end(_ name: String, text: Span<UInt8>) throws {
            guard var element = open.popLast() else { return }
            let range = Whitespace.trimmed(0..<text.count, text)
            let content = range.isEmpty ? nil : try StrictText.string(text, range)
            let node: DocumentNode
            if element.fields.isEmpty {
                node = content.map { .text($0) } ?? .none
            } else {
                // What stands between the tags of an element with attributes has no name of its own.
                if let content { element.fields.append(.init(name: "text", node: .text(content))) }
                node = .fields(element.fields)
            }
            if open.isEmpty { root = node } else { open[open.count - 1].fields.append(.init(name: name, node: node)) }
        }
    }
}
