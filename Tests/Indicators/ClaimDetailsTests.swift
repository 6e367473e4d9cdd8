import Indicators
import Report
import Testing
import Vocabulary

@Suite struct ClaimDetailsTests {
    private func finding(_ key: String, holds: Bool?) -> ClaimFinding {
        var finding = ClaimFinding(SeriesKey(key), .valueLost)
        finding.holds = holds
        return finding
    }

    @Test("Markets and sides step behind the rate over all of them, where their source has one")
    func parted() {
        let findings = [
            ("USD/SYP:parallel:wfp", true), ("USD/SYP:parallel.max:wfp", true), ("USD/SYP:parallel@Hama:wfp", true),
            ("USD/SYP:parallel@Nubul:wfp", nil), ("USD/SYP:parallel@Damascus:sp-today", false),
            ("USD/CUP:official:bcc", true), ("USD/CUP:official.special:bcc", false),
        ].map { finding($0.0, holds: $0.1) }
        let (main, details) = ClaimFinding.parted(findings)
        #expect(
            main.compactMap(\.series?.text) == [
                "USD/SYP:parallel:wfp", "USD/SYP:parallel@Damascus:sp-today", "USD/CUP:official:bcc",
                "USD/CUP:official.special:bcc",
            ])
        #expect(
            ClaimWords.sentences(about: details) == [
                "Of the 3 series of single markets and sides of wfp, 2 reach the day; with some base it holds on 2 of them: "
                    + "--format csv lists each."
            ])
    }
}
