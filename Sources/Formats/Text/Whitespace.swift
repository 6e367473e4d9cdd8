/// Runs of white space as one blank, none at the ends: publishers add and remove double spaces without a change of
/// meaning (OFAC, entry 40261, 2022-12-16). Every blank of Unicode counts, the no-break spaces (U+00A0, U+202F) among
/// them; what has no width and joins or parts nothing (U+200B, U+2060, U+FEFF) is left out.
package enum Whitespace {
    /// A range without the blanks, tabs and line ends at either end.
    package static func trimmed(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

    package static func collapse(_ text: Span<UInt8>, into result: inout [UInt8]) {
        // Most of what publishers print is clean but for what stands around it, the line ends and the indentation.
        let inner = text.extracting(trimmed(0..<text.count, text))
        if isCollapsed(inner) {
            inner.withUnsafeBufferPointer { result.append(contentsOf: $0) }
            return
        }
        let start = result.count
        let count = text.count
        var index = 0
        var isPending = false
        while index < count {
            let byte = text[unchecked: index]
            if byte == 32 || byte &- 9 < 5 {
                isPending = true
            } else if byte >= 0xC2, let wide = WideBlank(at: index, text) {
                if wide.hasWidth { isPending = true }
                index += wide.length - 1
            } else {
                if isPending, result.count > start { result.append(32) }
                isPending = false
                result.append(byte)
            }
            index += 1
        }
    }

    package static func collapsed(_ text: some StringProtocol) -> String {
        if let clean = String(text).utf8.withContiguousStorageIfAvailable({ isCollapsed($0.span) }), clean {
            return String(text)
        }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        collapse(bytes.span, into: &result)
        return String(decoding: result, as: UTF8.self)
    }

    private static func isCollapsed(_ text: Span<UInt8>) -> Bool {
        var before: UInt8 = 32
        for index in text.indices {
            let byte = text[unchecked: index]
            if byte &- 9 < 5 || byte == 32 && before == 32 || byte >= 0xC2 && WideBlank(at: index, text) != nil {
                return false
            }
            before = byte
        }
        return before != 32 || text.isEmpty
    }
}

/// A blank beyond ASCII, in UTF-8 (Unicode's White_Space), or a character without any width.
private struct WideBlank {
    let length: Int
    let hasWidth: Bool

    @inline(__always)
    init?(at index: Int, _ text: Span<UInt8>) {
        let byte = text[unchecked: index]
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE1 || byte == 0xE3 || byte == 0xEF else { return nil }
        if byte == 0xC2 {
            // U+0085 and U+00A0.
            guard index + 1 < text.count, text[index + 1] == 0x85 || text[index + 1] == 0xA0 else { return nil }
            (length, hasWidth) = (2, true)
            return
        }
        guard index + 2 < text.count else { return nil }
        let rest = Int(text[index + 1]) << 8 | Int(text[index + 2])
        switch (byte, rest) {
        // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F; U+1680; U+3000.
        case (0xE2, 0x8080...0x808A), (0xE2, 0x80A8...0x80A9), (0xE2, 0x80AF), (0xE2, 0x819F), (0xE1, 0x9A80),
            (0xE3, 0x8080):
            (length, hasWidth) = (3, true)
        // U+200B, U+2060, U+FEFF.
        case (0xE2, 0x808B), (0xE2, 0x81A0), (0xEF, 0xBBBF): (length, hasWidth) = (3, false)
        default: return nil
        }
    }
}
