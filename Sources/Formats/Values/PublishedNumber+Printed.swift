package import Vocabulary

extension PublishedNumber {
    /// Reads a decimal number as publishers print it: sign, digits, one point with digits on both sides.
    ///
    /// Nil for exponents, hexadecimal, nan, inf, grouping and more than 18 significant digits: zeros in front count for
    /// nothing, nor do those at the end of the decimals. The standard library reads `nan` and
    /// `0x1p10` as numbers, and Foundation's Decimal reads `1,1500` as 1.
    package init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var position = range.lowerBound
        let end = range.upperBound
        guard position < end else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        var digits: Int64 = 0
        // Digits from the first that is not 0, and those behind the point.
        var (significant, decimals) = (0, 0)
        var (hasDigit, isBehindPoint, isPointLast) = (false, false, false)
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ".") {
                guard !isBehindPoint, hasDigit else { return nil }
                (isBehindPoint, isPointLast) = (true, true)
                continue
            }
            let digit = byte &- 48
            guard digit < 10 else { return nil }
            (hasDigit, isPointLast) = (true, false)
            if significant == 18 {
                // A nineteenth is dropped where it and all behind it are zeros of the decimals.
                guard isBehindPoint, digit == 0 else { return nil }
                continue
            }
            digits = digits &* 10 &+ Int64(digit)
            if digits != 0 { significant += 1 }
            if isBehindPoint { decimals += 1 }
        }
        guard hasDigit, !isPointLast, let decimals = UInt8(exactly: decimals) else { return nil }
        self.init(digits: isNegative ? -digits : digits, decimals: decimals)
    }

    /// Reads a decimal number from text, by the same grammar.
    package init?(printed text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span, 0..<bytes.count)
    }
}
