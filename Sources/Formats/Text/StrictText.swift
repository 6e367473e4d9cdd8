internal import Glibc
internal import Vocabulary

/// Bytes to text without repair: what is not valid is refused, so that U+FFFD never becomes data.
package enum StrictText {
    /// Checks that a whole body is UTF-8 (ASCII is) without NUL, and answers where its text begins: after a byte order
    /// mark, if there is one.
    package static func start(_ bytes: Span<UInt8>) throws -> Int {
        if bytes.count >= 2, bytes[0] == 0xFE && bytes[1] == 0xFF || bytes[0] == 0xFF && bytes[1] == 0xFE {
            throw Fault(
                "wrong_encoding", "UTF-16 received, UTF-8 expected", place: "byte 0",
                remedy: "Check the feed's address: its publisher may have changed the format.")
        }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
        } catch {
            let byte = error.byteOffsets.lowerBound
            throw Fault(
                "wrong_encoding", "not UTF-8 (\(error.kind))", place: "line \(line(of: byte, bytes)), byte \(byte)",
                remedy: "Fetch the file again; if it stays so, its publisher changed the encoding.")
        }
        if let zero = firstZero(bytes) {
            throw Fault(
                "wrong_encoding", "a NUL byte in text", place: "line \(line(of: zero, bytes)), byte \(zero)",
                remedy: "The file is damaged or not text; fetch it again.")
        }
        return bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// The text of a range of bytes; throws where they are not UTF-8.
    package static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) throws -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: bytes.extracting(range)))
        } catch {
            throw Fault(
                "wrong_encoding", "not UTF-8 (\(error.kind))",
                place: "byte \(range.lowerBound + error.byteOffsets.lowerBound)")
        }
    }

    /// Whether every byte is ASCII.
    package static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        var union: UInt8 = 0
        for index in bytes.indices { union |= bytes[index] }
        return union < 0x80
    }

    /// The line, counted from 1, that holds a byte.
    package static func line(of byte: Int, _ bytes: Span<UInt8>) -> Int {
        var line = 1
        for index in 0..<min(byte, bytes.count) where bytes[index] == 10 { line += 1 }
        return line
    }

    private static func firstZero(_ bytes: Span<UInt8>) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let zero = memchr(base, 0, buffer.count) else { return nil }
            return UnsafeRawPointer(zero) - base
        }
    }
}
