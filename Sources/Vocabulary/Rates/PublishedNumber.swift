/// A decimal number as a publisher printed it: `136.00` is 13600 with two decimals. The text survives, so that a
/// revision is told from a reformatting; arithmetic uses `value`.
package struct PublishedNumber: Sendable, Hashable {
    package let digits: Int64
    package let decimals: UInt8

    package init(digits: Int64, decimals: UInt8) {
        self.digits = digits
        self.decimals = decimals
    }

    /// The nearest double to the printed decimal.
    package var value: Double {
        // Both operands are exact up to 2^53 and 10^22, and IEEE division rounds once: the nearest double (Clinger 1990).
        if digits.magnitude < 1 << 53, decimals <= 22 { return Double(digits) / PublishedNumber.powers[Int(decimals)] }
        return Double(description) ?? .nan
    }

    /// The same decimal value, whatever zeros follow it: `136` and `136.00`.
    package func isSameValue(as other: PublishedNumber) -> Bool {
        if decimals == other.decimals { return digits == other.digits }
        let (a, b) = (normalised, other.normalised)
        return a.digits == b.digits && a.decimals == b.decimals
    }

    /// Without trailing zeros after the point.
    package var normalised: PublishedNumber {
        var (digits, decimals) = (digits, decimals)
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        return PublishedNumber(digits: digits, decimals: decimals)
    }

    /// Times ten to a power, exactly; nil where that takes more than 18 digits.
    package func shifted(by power: Int) -> PublishedNumber? {
        guard Int(decimals) < power else {
            return UInt8(exactly: Int(decimals) - power).map { PublishedNumber(digits: digits, decimals: $0) }
        }
        return scaled(10, times: power - Int(decimals)).map { PublishedNumber(digits: $0, decimals: 0) }
    }

    /// For one unit what is printed for several: 21.8342 for 100 is 0.218342, every digit kept. Nil where the quotient
    /// has no end, or more than 18 digits.
    package func perUnit(of nominal: Int64) -> PublishedNumber? {
        guard nominal > 0 else { return nil }
        var (rest, tens, twos, fives) = (nominal, 0, 0, 0)
        while rest % 10 == 0 { (rest, tens) = (rest / 10, tens + 1) }
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        // A half is five tenths, a fifth two.
        guard rest == 1, let doubled = scaled(5, times: twos),
            let digits = PublishedNumber(digits: doubled, decimals: 0).scaled(2, times: fives),
            let decimals = UInt8(exactly: Int(decimals) + tens + twos + fives)
        else { return nil }
        return PublishedNumber(digits: digits, decimals: decimals)
    }

    /// The number halfway to another, with every digit.
    package func mean(with other: PublishedNumber) -> PublishedNumber {
        let decimals = max(decimals, other.decimals)
        guard let a = scaled(10, times: Int(decimals - self.decimals)),
            let b = other.scaled(10, times: Int(decimals - other.decimals)), abs(a + b) < 100_000_000_000_000_000
        else { return self }
        return PublishedNumber(digits: (a + b) * 5, decimals: decimals + 1).normalised
    }

    private func scaled(_ factor: Int64, times: Int) -> Int64? {
        var result = digits
        for _ in 0..<times {
            let (product, overflows) = result.multipliedReportingOverflow(by: factor)
            if overflows || product.magnitude >= 1_000_000_000_000_000_000 { return nil }
            result = product
        }
        return result
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}

extension PublishedNumber: CustomStringConvertible {
    /// The text as printed, without a plus sign or grouping.
    package var description: String {
        guard decimals > 0 else { return String(digits) }
        let text = String(digits.magnitude)
        let padding = String(repeating: "0", count: max(0, Int(decimals) + 1 - text.count))
        let whole = (padding + text).dropLast(Int(decimals))
        return (digits < 0 ? "-" : "") + whole + "." + (padding + text).suffix(Int(decimals))
    }
}
