internal import Findings
internal import Indicators
internal import Vocabulary

extension CheckedClaim {
    /// What it comes to, in sentences; the reason where nothing could be tested.
    var words: String {
        switch outcome {
        case .unreadable(let fault): return "Not tested: \(fault.message)."
        case .noRates: return "Not tested: no stored series has a rate of \(currency)."
        case .tested(let claim, let base, let findings):
            let main = ClaimFinding.parted(findings).main
            let sentences = ClaimWords(claim, currency: currency, base: base, on: event.date, tolerance: 1)
                .sentences(main, rates: nil)
            // What arithmetic cannot say is said once for all claims.
            return ([CheckedClaim.verdict(main)] + sentences.dropLast()).joined(separator: " ")
        }
    }

    /// What a reader in a hurry needs: on how many rates it holds, with some base that it may have meant.
    private static func verdict(_ findings: [ClaimFinding]) -> String {
        let tested = Set(findings.filter { $0.holds != nil }.compactMap(\.series))
        let holding = Set(findings.filter { $0.holds == true }.compactMap(\.series))
        guard !tested.isEmpty else { return "Could not be tested on any rate." }
        let count = holding.isEmpty ? "none" : "\(holding.count)"
        return "Holds for \(count) of \(Wording.count(tested.count, "rate", "rates")) tested."
    }
}
