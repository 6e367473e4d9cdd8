internal import Tables

/// Figures as a person reads them.
enum Wording {
    /// With a fixed number of digits after the point: `27.6`.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 9e15 else { return String(value) }
        let digits = String(Int64(scaled.magnitude))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// A rate with enough digits to tell two days apart: `105.000`, `1.1162`, `0.0093`.
    static func rate(_ value: Double) -> String {
        let magnitude = value.magnitude
        return fixed(value, magnitude >= 10_000 ? 1 : magnitude >= 10 ? 3 : magnitude >= 0.1 ? 4 : 7)
    }

    /// Five significant digits, small numbers with an exponent.
    static func significant(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return "0" }
        var (exponent, scaled) = (0, value.magnitude)
        while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
        while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        if exponent < -4 || exponent > 7 { return fixed(value < 0 ? -scaled : scaled, 4) + "e\(exponent)" }
        return fixed(value, max(0, 4 - exponent))
    }

    static func percent(_ value: Double) -> String { fixed(value, 1) + " %" }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// A title within a sentence or above one; the CSV files have it whole.
    static func title(_ text: String) -> String { short(text, 200) }

    /// A range without a limit would push the table over the page.
    static func short(_ text: String, _ width: Int) -> String {
        text.cut(to: width)
    }
}
