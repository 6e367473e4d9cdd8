internal import Glibc

extension Indicator {
    static let multiple = twoPoints(
        "multiple", "How many times the base value the rate is.", formula: "S1/S0", unit: "ratio"
    ) { s0, s1 in Finding(value: s1 / s0) }

    static let rateChange = twoPoints(
        "rate_change_pct", "The rise of the rate since the base day.", formula: "100(S1/S0-1)", unit: "percent"
    ) { s0, s1 in Finding(value: 100 * (s1 / s0 - 1)) }

    // 47 to 230 went through the press as "lost almost 500 %": the rate rose 389 %, the currency lost 79.6 %.
    static let valueLost = twoPoints(
        "value_lost_pct", "The value the currency lost since the base day: 80 % is a rate five times the old one.",
        formula: "100(1-S0/S1)", unit: "percent"
    ) { s0, s1 in Finding(value: 100 * (1 - s0 / s1)) }

    static let logReturn = twoPoints(
        "log_return", "The logarithm of the multiple: adds up over time.", formula: "ln(S1/S0)", unit: "log"
    ) { s0, s1 in Finding(value: log(s1 / s0)) }

    /// From two values of a series, or from two given numbers.
    static func twoPoints(
        _ id: String, _ help: String, formula: String, unit: String, spansMonth: Bool = false,
        fits: @escaping Fitness = { _ in nil }, _ compute: @escaping TwoPointFormula
    ) -> Indicator {
        var indicator = Indicator(
            id, help, formula: formula, unit: unit, given: .twoPoints(compute), needsBase: true,
            .twoPoints(fits: fits, compute))
        indicator.spansMonth = spansMonth
        return indicator
    }
}
