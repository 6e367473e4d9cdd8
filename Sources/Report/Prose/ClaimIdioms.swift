package import Indicators
internal import Vocabulary

extension ClaimWords {
    /// 47 to 230 went through the press as "lost almost 500 %", 1,256 to 2,512 as "collapsed by 100 %", 3,015 to 4,522
    /// as "devalued 50 %": each time the rise of the rate, or something near it, told as a loss of value.
    func idioms(_ findings: [ClaimFinding], rates: Claim.Rates?) -> [String] {
        guard let figure, figure.measure == .valueLost, figure.isPercentage else { return [] }
        var lines: [String] = []
        if figure.percent > 100 { lines.append(Self.impossible(figure.percent) + ".") }
        if figure.percent == 100 {
            lines.append("A currency that lost 100 % of its value would be worthless.")
        }
        let rise = findings.filter { $0.measure == .rateChange && $0.holds == true }
        let loss = findings.filter { $0.measure == .valueLost && $0.holds == true }
        if loss.isEmpty, let best = rise.first, let s0 = best.s0, let s1 = best.s1 {
            let lost = Claim.Measure.valueLost.value(from: s0, to: s1)
            lines.append(
                "The figure is the rise of the rate, not the value lost: from \(Wording.brief(s0)) to \(Wording.brief(s1)) the rate "
                    + "rose by \(Wording.brief(best.bestValue ?? 0)) % and the currency lost \(Wording.brief(lost)) % of its value."
            )
        } else if figure.percent >= 100 {
            let multiple = 1 + figure.percent / 100
            let lost = Claim.Measure.valueLost.value(from: 1, to: multiple)
            lines.append(
                "If the rise of the rate is meant: \(Wording.brief(figure.percent)) % is a rate \(Wording.brief(multiple)) times the "
                    + "old one, and \(Wording.brief(lost)) % of the value lost.")
        }
        return lines
    }

    static func impossible(_ percent: Double) -> String {
        "A currency cannot lose more than 100 % of its value, so it cannot have lost \(Wording.brief(percent)) %"
    }

    static func phrase(_ measure: Claim.Measure, _ percent: Double) -> String {
        switch measure {
        case .valueLost: "\(Wording.brief(percent)) % of the value lost"
        case .rateChange: "a rise of the rate by \(Wording.brief(percent)) %"
        }
    }

    static func both(_ rates: Claim.Rates) -> (loss: Double, rise: Double) {
        (
            Claim.Measure.valueLost.value(from: rates.s0, to: rates.s1),
            Claim.Measure.rateChange.value(from: rates.s0, to: rates.s1)
        )
    }

    /// One sentence for each source: on how many of its markets and sides the figure holds.
    package static func sentences(about details: [ClaimFinding]) -> [String] {
        var sources: [String] = []
        for finding in details {
            guard let source = finding.series?.source, !sources.contains(source) else { continue }
            sources.append(source)
        }
        return sources.map { source in
            let own = details.filter { $0.series?.source == source }
            let tested = Set(own.filter { $0.holds != nil }.compactMap(\.series))
            let holding = Set(own.filter { $0.holds == true }.compactMap(\.series))
            let all = Set(own.compactMap(\.series))
            return
                "Of the \(all.count) series of single markets and sides of \(source), \(tested.count) reach the day; "
                + "with some base it holds on \(holding.count) of them: --format csv lists each."
        }
    }
}
