internal import Vocabulary

/// What a body is, judged by its first bytes: servers answer 200 with login pages, captchas and error objects.
package enum ReceivedForm: String, Sendable {
    case empty, html, json, xml, zip, other

    package init(_ bytes: Span<UInt8>) {
        var start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        while start < bytes.count, [9, 10, 13, 32].contains(bytes[start]) { start += 1 }
        func begins(_ text: StaticString) -> Bool {
            guard bytes.count - start >= text.utf8CodeUnitCount else { return false }
            return text.withUTF8Buffer { expected in
                expected.indices.allSatisfy { index in
                    let byte = bytes[start + index]
                    return (65...90).contains(byte) ? byte | 0x20 == expected[index] : byte == expected[index]
                }
            }
        }
        self =
            if start == bytes.count {
                .empty
            } else if begins("<!doctype html") || begins("<html") {
                .html
            } else if begins("<") {
                .xml
            } else if begins("{") {
                .json
            } else if start == 0, bytes.count >= 4, bytes[0] == 0x50, bytes[1] == 0x4B, bytes[2] <= 5 {
                .zip
            } else {
                .other
            }
    }

    /// Throws the fault that names what came instead of the expected form; passes what may be it.
    package static func require(_ expected: String, _ bytes: Span<UInt8>) throws {
        switch ReceivedForm(bytes) {
        case .empty: throw Fault("empty_file", "the file is empty; \(expected) expected", remedy: again)
        case .html: throw html(insteadOf: expected, bytes)
        case .json:
            throw Fault(
                "json_received", "a JSON object received instead of \(expected): \(excerpt(bytes))",
                remedy: "The message is the server's own; check the feed's address and its terms.")
        case .xml where expected != "XML":
            throw Fault("xml_received", "XML received instead of \(expected): \(excerpt(bytes))", remedy: again)
        case .zip where expected != "zip":
            throw Fault("zip_received", "a zip archive received instead of \(expected)", remedy: again)
        case .xml, .zip, .other: break
        }
    }

    static func html(insteadOf expected: String, _ bytes: Span<UInt8>) -> Fault {
        Fault(
            "html_received", "HTML received instead of \(expected): \(excerpt(bytes))",
            remedy: "It is probably an error, login or captcha page; open the feed's address in a browser.")
    }

    private static let again = "Fetch again; if it stays so, check the feed's address."

    /// The beginning in printable ASCII, for a message of one line.
    private static func excerpt(_ bytes: Span<UInt8>) -> String {
        var text = ""
        for index in 0..<min(bytes.count, 160) {
            let byte = bytes[index]
            text.unicodeScalars.append((33...126).contains(byte) ? Unicode.Scalar(byte) : " ")
        }
        let words = text.split(separator: " ").joined(separator: " ")
        return bytes.count > 160 ? words + " …" : words
    }
}
