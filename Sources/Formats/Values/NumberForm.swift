package import Vocabulary

/// How a publisher prints numbers: which mark stands before the decimals, and which between groups of three digits.
package struct NumberForm: Sendable {
    private let decimal: UInt8
    private let thousands: UInt8?
    /// Whether powers of ten may follow, as in JSON: 1.6e-05.
    private let hasExponents: Bool

    /// Nil where a mark is not one byte, or both are the same.
    package init?(decimal: String = ".", thousands: String? = nil, hasExponents: Bool = false) {
        guard decimal.utf8.count == 1, let mark = decimal.utf8.first, thousands.map({ $0.utf8.count == 1 }) ?? true,
            decimal != thousands
        else { return nil }
        self.decimal = mark
        self.thousands = thousands?.utf8.first
        self.hasExponents = hasExponents
    }

    /// The number that a cell prints, with all its digits; nil for anything else: `1,1500` is no number where the feed
    /// does not say that a comma is.
    package func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PublishedNumber? {
        if decimal == UInt8(ascii: "."), thousands == nil, let plain = PublishedNumber(bytes, range) { return plain }
        guard decimal != UInt8(ascii: ".") || thousands != nil || hasExponents else { return nil }
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var exponent = 0
        var lastGroup: Int?
        var isWhole = true
        for index in range {
            let byte = bytes[index]
            if byte == decimal {
                if let lastGroup, plain.count - lastGroup != 3 { return nil }
                lastGroup = nil
                isWhole = false
                plain.append(UInt8(ascii: "."))
            } else if byte == thousands {
                // The first group has one to three digits, every other one three.
                let since = plain.count - (lastGroup ?? 0)
                guard isWhole, since > 0, lastGroup == nil ? since <= 3 : since == 3 else { return nil }
                lastGroup = plain.count
            } else if hasExponents, byte | 0x20 == UInt8(ascii: "e") {
                guard let power = NumberForm.power(bytes, index + 1..<range.upperBound) else { return nil }
                exponent = power
                break
            } else {
                // A point that is no decimal mark here, or a comma, makes it no number.
                guard byte != UInt8(ascii: "."), byte != UInt8(ascii: ",") else { return nil }
                plain.append(byte)
            }
        }
        if let lastGroup, plain.count - lastGroup != 3 { return nil }
        guard let number = PublishedNumber(plain.span, 0..<plain.count)
        else { return nil }
        return exponent == 0 ? number : number.shifted(by: exponent)
    }

    /// Whether a cell would print a number if it had not more than 18 significant digits.
    package func isTooLong(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var significant = 0
        for index in range {
            let byte = bytes[index]
            if byte &- 48 < 10 {
                if significant > 0 || byte != 48 { significant += 1 }
            } else if byte != decimal, byte != thousands, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "+") {
                return false
            }
        }
        return significant > 18
    }

    private static func power(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard let first = range.first else { return nil }
        let isNegative = bytes[first] == UInt8(ascii: "-")
        let start = isNegative || bytes[first] == UInt8(ascii: "+") ? first + 1 : first
        guard range.upperBound - start <= 3, let power = Formats.decimal(bytes, start..<range.upperBound) else {
            return nil
        }
        return isNegative ? -power : power
    }
}
