/// The status line and headers of the latest answer on a connection.
struct HeaderBlock {
    private(set) var fields: [HeaderField] = []
    /// `HTTP/1.0`, `HTTP/1.1`, `HTTP/2`.
    private(set) var version = ""
    private(set) var status = 0
    private(set) var bytes = 0
    private(set) var isComplete = false

    /// Takes one line as libcurl hands it over, including status lines and the empty line.
    mutating func receive(_ line: UnsafeRawBufferPointer) {
        bytes += line.count
        let text = Self.text(line).trimmingEnd()
        if text.hasPrefix("HTTP/") {
            // A new answer: after 100 Continue or 103 Early Hints the real one follows.
            let words = text.split(separator: " ")
            version = String(words.first ?? "")
            status = words.count > 1 ? Int(words[1]) ?? 0 : 0
            fields = []
            isComplete = false
        } else if text.isEmpty {
            isComplete = true
        } else if !isComplete, let colon = text.firstIndex(of: ":") {
            // Lines after the empty one are trailers of a chunked body (RFC 9110, 6.5): not merged into the header.
            let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            // A control character has no place in a value (RFC 9110, 5.5), and a validator is sent back some day.
            guard !value.utf8.contains(where: { $0 < 32 && $0 != 9 }) else { return }
            fields.append(HeaderField(name: String(text[..<colon]), value: String(value)))
        }
    }

    /// The last value under a name, whatever its case.
    func value(_ name: String) -> String? {
        fields.last { $0.name.lowercased() == name }?.value
    }

    var contentLength: Int? { value("content-length").flatMap { Int($0) } }

    /// The codings of the body, outermost last; `identity` says nothing.
    var contentEncodings: [String] { list("content-encoding").filter { $0 != "identity" } }
    var transferEncodings: [String] { list("transfer-encoding") }

    /// HTTP/2 frames its bodies; in HTTP/1 only a length or chunks tell a whole body from a cut one.
    var isCloseDelimited: Bool {
        version.hasPrefix("HTTP/1") && contentLength == nil && !transferEncodings.contains("chunked")
    }

    private func list(_ name: String) -> [String] {
        let values = fields.filter { $0.name.lowercased() == name }.map(\.value)
        return values.flatMap { $0.split(separator: ",") }
            .map { String($0.filter { $0 != " " && $0 != "\t" }).lowercased() }.filter { !$0.isEmpty }
    }

    /// Headers are ASCII by RFC 9110; older servers send Latin-1, in which every byte is a character.
    private static func text(_ line: UnsafeRawBufferPointer) -> String {
        String(validating: line, as: UTF8.self)
            ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
    }
}

extension String {
    fileprivate func trimmingEnd() -> Substring {
        let end = utf8.lastIndex { $0 != 13 && $0 != 10 && $0 != 32 && $0 != 9 }
        return end.map { self[...$0] } ?? ""
    }
}
