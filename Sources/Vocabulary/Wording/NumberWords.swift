extension Wording {
    /// With a fixed number of digits after the point: `27.60`.
    package static func fixed(_ value: Double, _ decimals: Int, grouped: Bool = true) -> String {
        text(value, grouped) { $0.rounded(decimals: decimals) }
    }

    /// With a fixed number of digits from the first that is not zero, `1.2300`; very small and very large numbers with a
    /// power of ten, `1.2346e-7`.
    package static func significant(_ value: Double, _ digits: Int, grouped: Bool = true) -> String {
        scientific(value, grouped) { $0.rounded(significant: digits) }
    }

    /// With so many digits after the point at most: `27.6`, `27`.
    package static func short(_ value: Double, decimals: Int, grouped: Bool = true) -> String {
        text(value, grouped) { $0.rounded(decimals: decimals).withoutZeros }
    }

    /// With so many digits from the first that is not zero at most: `1.23`, `105`.
    package static func short(_ value: Double, significant: Int, grouped: Bool = true) -> String {
        scientific(value, grouped) { $0.rounded(significant: significant).withoutZeros }
    }

    /// With two digits after the point at most, one from 10 on, none from 1000 on: `2.51`, `27.6`, `1,234`.
    package static func brief(_ value: Double, grouped: Bool = true) -> String {
        short(value, decimals: value.magnitude >= 1000 ? 0 : value.magnitude >= 10 ? 1 : 2, grouped: grouped)
    }

    /// A figure that was computed: six significant digits, two after the point at least and every digit before it, no zeros
    /// at the end: `27.6265`, `105`, `0.00123457`, `1,234,567.8`. Very small ones have a power of ten.
    package static func figure(_ value: Double) -> String {
        guard let exact = DecimalText(value) else { return value.description }
        guard exact.exponent >= -7 else { return short(value, significant: 6) }
        return exact.rounded(decimals: max(2, 5 - exact.exponent)).withoutZeros.text(grouped: true)
    }

    /// A derived rate with enough digits to tell two days apart: `105.000`, `1.1162`, `0.0093000`.
    package static func rate(_ value: Double) -> String {
        let magnitude = value.magnitude
        return fixed(value, magnitude >= 10_000 ? 1 : magnitude >= 10 ? 3 : magnitude >= 0.1 ? 4 : 7)
    }

    /// `27.6 %`
    package static func percent(_ value: Double, decimals: Int = 1) -> String { fixed(value, decimals) + " %" }

    /// A part of a whole in whole percent, `12 %`; a part of nothing is all of it.
    package static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "all" : percent(100 * Double(part) / Double(whole), decimals: 0)
    }

    /// Every digit of a number, `0.001` or `100`, for a factor that somebody may type again: without grouping.
    package static func plain(_ value: Double) -> String { text(value, false) { $0 } }

    /// `1,234,567`
    package static func whole(_ number: Int) -> String { DecimalText(number).text(grouped: true) }

    /// A chance in three decimals; smaller ones as a bound, for a printed 0.000 would claim the impossible.
    package static func chance(_ p: Double) -> String { p < 0.001 ? "below 0.001" : fixed(p, 3) }

    private static func text(_ value: Double, _ grouped: Bool, _ rounding: (DecimalText) -> DecimalText) -> String {
        DecimalText(value).map { rounding($0).text(grouped: grouped) } ?? value.description
    }

    private static func scientific(
        _ value: Double, _ grouped: Bool, _ rounding: (DecimalText) -> DecimalText
    ) -> String {
        guard let number = DecimalText(value).map(rounding) else { return value.description }
        let power = number.exponent
        guard !(-4...14).contains(power) else { return number.text(grouped: grouped) }
        return number.shifted(by: -power).text(grouped: false) + "e\(power)"
    }
}
