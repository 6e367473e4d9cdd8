/// Runs of white space as one blank, none at the ends: publishers add and remove double spaces without a change of
/// meaning (OFAC, entry 40261, 2022-12-16). The no-break space (U+00A0) counts as white space.
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
        let start = result.count
        let count = text.count
        var index = 0
        var isPending = false
        while index < count {
            let byte = text[unchecked: index]
            if byte == 32 || byte &- 9 < 5 {
                isPending = true
            } else if byte == 0xC2, index + 1 < count, text[unchecked: index + 1] == 0xA0 {
                isPending = true
                index += 1
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
            if byte &- 9 < 5 || byte == 0xC2 || byte == 32 && before == 32 { return false }
            before = byte
        }
        return before != 32 || text.isEmpty
    }
}
