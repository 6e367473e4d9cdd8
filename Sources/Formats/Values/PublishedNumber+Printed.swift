package import Vocabulary

extension PublishedNumber {
    /// Reads a decimal number as publishers print it: sign, digits, one point with digits on both sides.
    ///
    /// Nil for exponents, hexadecimal, nan, inf, grouping and more than 18 digits. The standard library reads `nan` and
    /// `0x1p10` as numbers, and Foundation's Decimal reads `1,1500` as 1.
    package init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var position = range.lowerBound
        let end = range.upperBound
        guard position < end else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        var digits: Int64 = 0
        var count = 0
        var point = -1
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: ".") {
                guard point < 0, count > 0 else { return nil }
                point = count
            } else {
                let digit = byte &- 48
                guard digit < 10, count < 18 else { return nil }
                digits = digits &* 10 &+ Int64(digit)
                count += 1
            }
            position += 1
        }
        guard count > 0, point != count else { return nil }
        self.init(digits: isNegative ? -digits : digits, decimals: UInt8(point < 0 ? 0 : count - point))
    }

    /// Reads a decimal number from text, by the same grammar.
    package init?(printed text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span, 0..<bytes.count)
    }
}
