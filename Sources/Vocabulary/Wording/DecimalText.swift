/// A number digit by digit in decimal, so that it is rounded and grouped exactly as its printed text would be by hand.
package struct DecimalText: Sendable, Hashable {
    private var isNegative: Bool
    /// From the first digit that is not zero to the last; empty for zero.
    private var digits: [UInt8]
    /// How many of the digits stand after the point; below zero where zeros stand between the last digit and the point.
    private var decimals: Int

    /// The shortest decimal that reads back as the same double; nil for infinities and NaN.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        var (digits, decimals): ([UInt8], Int) = ([], 0)
        var isBehindPoint = false
        var (exponent, isExponentNegative): (Int?, Bool) = (nil, false)
        for byte in value.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): isBehindPoint = true
            case UInt8(ascii: "e"): exponent = 0
            case UInt8(ascii: "-"): if exponent != nil { isExponentNegative = true }
            case UInt8(ascii: "+"): break
            default:
                if let power = exponent {
                    exponent = power * 10 + Int(byte - 48)
                } else {
                    digits.append(byte - 48)
                    if isBehindPoint { decimals += 1 }
                }
            }
        }
        let power = (exponent ?? 0) * (isExponentNegative ? -1 : 1)
        self.init(isNegative: value < 0, digits: digits, decimals: decimals - power)
        // The description says 5.0 for a 5 that has no decimals.
        dropZeros()
    }

    /// Every digit as the publisher printed it, its last zeros too.
    package init(_ number: PublishedNumber) {
        let digits = String(number.digits.magnitude).utf8.map { $0 - 48 }
        self.init(isNegative: number.digits < 0, digits: digits, decimals: Int(number.decimals))
    }

    package init(_ number: Int) {
        let digits = String(number.magnitude).utf8.map { $0 - 48 }
        self.init(isNegative: number < 0, digits: digits, decimals: 0)
    }

    private init(isNegative: Bool, digits: [UInt8], decimals: Int) {
        self.isNegative = isNegative
        self.digits = Array(digits.drop { $0 == 0 })
        self.decimals = decimals
    }

    /// The power of ten of the first digit: 2 for 100, -1 for 0.1, 0 for zero.
    package var exponent: Int { digits.isEmpty ? 0 : digits.count - 1 - decimals }

    /// With so many digits after the point, rounded half away from zero.
    package func rounded(decimals places: Int) -> DecimalText {
        var result = self
        result.decimals = places
        guard places < decimals else {
            if !digits.isEmpty { result.digits += repeatElement(0, count: places - decimals) }
            return result
        }
        let kept = digits.count - (decimals - places)
        result.digits = Array(digits.prefix(max(0, kept)))
        // The first digit dropped decides alone: 5 and above is half and above.
        if kept >= 0, digits[kept] >= 5 { result.increment() }
        return result
    }

    /// With so many digits from the first that is not zero, rounded half away from zero.
    package func rounded(significant count: Int) -> DecimalText {
        guard !digits.isEmpty else { return self }
        let result = rounded(decimals: count - 1 - exponent)
        // 9.9996 became 10.000, a digit longer.
        return result.exponent == exponent ? result : rounded(decimals: count - 2 - exponent)
    }

    /// Without zeros at the end of what stands after the point.
    package var withoutZeros: DecimalText {
        var result = self
        result.dropZeros()
        return result
    }

    /// Times ten to a power.
    package func shifted(by power: Int) -> DecimalText {
        var result = self
        result.decimals -= power
        return result
    }

    /// `-1234567.80`, or `-1,234,567.80` with its thousands grouped; zero has no sign.
    package func text(grouped: Bool) -> String {
        let places = max(0, decimals)
        var all = digits + repeatElement(0, count: digits.isEmpty ? 0 : max(0, -decimals))
        if all.count <= places { all = Array(repeating: 0, count: places + 1 - all.count) + all }
        let whole = all.count - places
        var bytes: [UInt8] = isNegative && !digits.isEmpty ? [UInt8(ascii: "-")] : []
        for (index, digit) in all.enumerated() {
            if index == whole { bytes.append(UInt8(ascii: ".")) }
            if grouped, index > 0, index < whole, (whole - index).isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
            bytes.append(48 + digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func dropZeros() {
        while decimals > 0, digits.last == 0 {
            digits.removeLast()
            decimals -= 1
        }
        if digits.isEmpty { decimals = 0 }
    }

    private mutating func increment() {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
