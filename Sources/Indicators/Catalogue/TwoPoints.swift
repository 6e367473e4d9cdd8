internal import Glibc

extension Indicator {
    private static let given = [
        IndicatorParameter(name: "s0", help: "the value at the base, without a series"),
        IndicatorParameter(name: "s1", help: "the value now, without a series"),
    ]

    static let multiple = Indicator(
        "multiple", "How many times the base value the rate is.", formula: "S1/S0", unit: "ratio", parameters: given,
        .twoPoints { s0, s1 in s1 / s0 })

    static let rateChange = Indicator(
        "rate_change_pct", "The rise of the rate since the base day.", formula: "100(S1/S0-1)", unit: "percent",
        parameters: given, .twoPoints { s0, s1 in 100 * (s1 / s0 - 1) })

    // 47 to 230 went through the press as "lost almost 500 %": the rate rose 389 %, the currency lost 79.6 %.
    static let valueLost = Indicator(
        "value_lost_pct", "The value the currency lost since the base day: 80 % is a rate five times the old one.",
        formula: "100(1-S0/S1)", unit: "percent", parameters: given, .twoPoints { s0, s1 in 100 * (1 - s0 / s1) })

    static let logReturn = Indicator(
        "log_return", "The logarithm of the multiple: adds up over time.", formula: "ln(S1/S0)", unit: "log",
        parameters: given, .twoPoints { s0, s1 in log(s1 / s0) })
}
