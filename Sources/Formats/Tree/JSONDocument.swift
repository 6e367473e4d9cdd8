internal import CJson
internal import Vocabulary

/// Reads JSON (RFC 8259) through simdjson: numbers keep their digits, and a key that stands twice is refused, where
/// decoders keep the first or the last of them and say nothing.
package enum JSONDocument {
    /// Documents of rates nest half a dozen levels; what nests deeper was made to exhaust a parser.
    static let deepest = 64

    package static func read(_ bytes: Span<UInt8>) throws -> DocumentNode {
        let form = ReceivedForm(bytes)
        if form != .json { try ReceivedForm.require("JSON", bytes) }
        let start = try StrictText.start(bytes)
        var document = bellwether_json_document()
        var refusal = bellwether_json_refusal()
        let understood = bytes.extracting(start..<bytes.count).withUnsafeBytes { source in
            bellwether_json_read(
                source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count, deepest, &document, &refusal)
        }
        guard understood == 1 else { throw fault(refusal, start, bytes) }
        defer { bellwether_json_free(&document) }
        var tokens = Tokens(document)
        return try tokens.value("")
    }

    private static func fault(_ refusal: bellwether_json_refusal, _ start: Int, _ bytes: Span<UInt8>) -> Fault {
        let message = withUnsafeBytes(of: refusal.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        // SIZE_MAX, which says that the byte is not known, is -1 here.
        let byte = refusal.byte < 0 || refusal.byte > bytes.count - start ? nil : refusal.byte + start
        let place = byte.map { "line \(StrictText.line(of: $0, bytes)), byte \($0)" } ?? ""
        return Fault(
            "bad_json", "no valid JSON: \(message)", place: place,
            remedy: "The file is damaged or cut; fetch it again.")
    }

    /// The tokens of a document, read one after the other.
    private struct Tokens {
        let document: bellwether_json_document
        private var next = 0
        /// Where the next text begins.
        private var start = 0
        /// Members of the object before: most are like their neighbours, and an array that grows keeps room it never needs.
        private var width = 0

        init(_ document: bellwether_json_document) { self.document = document }

        mutating func value(_ path: String) throws -> DocumentNode {
            let token = document.tokens[next]
            next += 1
            switch bellwether_json_kind(UInt32(token.kind)) {
            case bellwether_json_object: return .fields(try members(path))
            case bellwether_json_array:
                var elements: [DocumentNode] = []
                while !isEnd { elements.append(try value(path)) }
                next += 1
                return .list(elements)
            case bellwether_json_number: return .text(text(token))
            case bellwether_json_null: return .none
            case bellwether_json_true: return .text("true")
            case bellwether_json_false: return .text("false")
            default: return .text(text(token))
            }
        }

        private mutating func members(_ path: String) throws -> [DocumentNode.Field] {
            var fields: [DocumentNode.Field] = []
            fields.reserveCapacity(width)
            var names: Set<String> = []
            while !isEnd {
                let name = text(document.tokens[next])
                next += 1
                let inner = path.isEmpty ? name : "\(path).\(name)"
                guard names.insert(name).inserted else {
                    throw Fault(
                        "duplicate_key", "the key \"\(inner)\" stands twice in one object",
                        remedy: "Nobody can say which is meant; fetch the file again.")
                }
                fields.append(DocumentNode.Field(name: name, node: try value(inner)))
            }
            next += 1
            // A list of a thousand members says nothing of what comes next to it.
            width = min(fields.count, 32)
            return fields
        }

        private var isEnd: Bool { document.tokens[next].kind == bellwether_json_end.rawValue }

        private mutating func text(_ token: bellwether_json_token) -> String {
            let bytes = UnsafeRawBufferPointer(start: document.texts + start, count: Int(token.length))
            start += bytes.count
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
