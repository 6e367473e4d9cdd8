internal import Rates
internal import Vocabulary

/// The value lost under the word that its regime allows: a step of an official rate is a devaluation, a move of a market
/// a depreciation, and what an aggregator prints late is neither.
extension Indicator {
    static let devaluation = regime(
        "devaluation", "The value lost by a step of an official source's own rate.", gain: "a revaluation"
    ) { kind in
        switch kind {
        case "official": nil
        case "blend": Regime.lateSource
        case "reference", "market", "parallel": "a \(kind) rate moves with a market: this is a depreciation"
        default: Regime.noRate
        }
    }

    static let depreciation = regime(
        "depreciation", "The value lost by a move of a market or parallel rate.", gain: "an appreciation"
    ) { kind in
        switch kind {
        case "reference", "market", "parallel": nil
        case "blend": Regime.lateSource
        case "official": "an official rate moves when its issuer decides: this is a devaluation"
        default: Regime.noRate
        }
    }

    private static func regime(
        _ id: String, _ help: String, gain: String, fits: @escaping @Sendable (_ kind: String) -> String?
    ) -> Indicator {
        let compute: TwoPointFormula = { s0, s1 in
            let value = 100 * (1 - s0 / s1)
            return Finding(value: value, note: value < 0 ? "a gain: \(gain)" : "")
        }
        var indicator = twoPoints(
            id, help, formula: "100(1-S0/S1)", unit: "percent", fits: { fits($0.key.pair == nil ? "" : $0.key.kind) },
            compute)
        // Two numbers of a newspaper do not say whose rate they are.
        indicator.given = .twoPoints { s0, s1 in
            var finding = compute(s0, s1)
            finding.note = Note.joined(finding.note, "the regime is as asked: two numbers do not tell it")
            return finding
        }
        return indicator
    }
}

private enum Regime {
    static let lateSource =
        "a blend steps when its source notices, or when it moves onto another kind of rate: neither a devaluation nor a "
        + "depreciation"
    static let noRate = "it is no exchange rate"
}
