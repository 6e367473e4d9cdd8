import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct ParallelTests {
    private static let parallel = series("USD/SYP:parallel:test", [("2020-06-08", "3000")], maximumAge: 45)
    private static let official = series("USD/SYP:official.un:test", [("2020-06-01", "1250")])

    @Test func aPremiumNamesTheOfficialRateItsTierTheBandAndBothAges() throws {
        let both = IndicatorQuestion([ParallelTests.parallel, ParallelTests.official], on: day("2020-06-08"))
        let premium = try only("premium_pct", both)
        #expect(isNear(premium?.value, 140))
        #expect(
            premium?.note == """
                official USD/SYP:official.un:test (official tier un) of 2020-06-01, 7 days old; parallel of 2020-06-08, \
                0 days old; premium tier 50 and over
                """)
        #expect(premium?.inputs.map(\.ageDays) == [0, 7])
        #expect(isNear(try only("conversion_loss_pct", both)?.value, 100 * (1 - 1250.0 / 3000)))
        let late = try only(
            "premium_pct", IndicatorQuestion([ParallelTests.parallel, ParallelTests.official], on: day("2020-06-09")))
        #expect(late?.value == nil)
        #expect(
            late?.note.hasPrefix("USD/SYP:official.un:test: the last observation, 2020-06-01, is 8 days old") == true)
        let later = try only(
            "premium_pct", IndicatorQuestion([ParallelTests.parallel, ParallelTests.official], on: day("2020-07-24")))
        #expect(later?.note.hasPrefix("USD/SYP:parallel:test: the last observation, 2020-06-08, is 46 days") == true)
    }

    @Test func anotherOfficialRateAboveTheOfficialOneIsNotCalledParallel() throws {
        let special = series("USD/CUP:official.special:bank", [("2026-05-22", "120")])
        let usual = series("USD/CUP:official:bank", [("2026-05-22", "24")])
        let answer = try only("premium_pct", IndicatorQuestion([special, usual], on: day("2026-05-22")))
        #expect(isNear(answer?.value, 400))
        #expect(answer?.note.contains("; USD/CUP:official.special:bank of 2026-05-22, 0 days old;") == true)
        #expect(answer?.note.contains("parallel") == false)
    }

    @Test(arguments: [
        ("1374.99", "under 10"), ("1375", "10 to 50"), ("1874.9", "10 to 50"), ("1875", "50 and over"),
        ("1000", "under 10"),
    ])
    func theBandsBeginAtTenAndFifty(rate: String, band: String) throws {
        let parallel = series("USD/SYP:parallel:test", [("2020-06-01", rate)])
        let answer = try only(
            "premium_pct", IndicatorQuestion([parallel, ParallelTests.official], on: day("2020-06-01")))
        #expect(answer?.note.hasSuffix("premium tier \(band)") == true)
    }

    @Test func whatPrintsOldPoundsIsBroughtToTheNewOnes() throws {
        // The feed prints 13,000 old pounds after two zeros were cut; the official rate is in new ones.
        var old = series("USD/SYP:parallel:test", [("2026-01-05", "13000")])
        old.unitScale = 100
        let new = series("USD/SYP:official:test", [("2026-01-05", "100")])
        let answer = try only("premium_pct", IndicatorQuestion([old, new], on: day("2026-01-05")))
        #expect(isNear(answer?.value, 30))
        #expect(answer?.note.hasSuffix("brought to one unit: parallel divided by 100") == true)
        #expect(answer?.inputs.first?.value == 13_000)
        #expect(
            isNear(
                try only("conversion_loss_pct", IndicatorQuestion([old, new], on: day("2026-01-05")))?.value,
                100 * (1 - 100.0 / 130)))
    }

    @Test(arguments: ["premium_pct", "conversion_loss_pct", "source_ratio", "regime_switch"])
    func ratesOfDifferentCurrenciesAreNotCompared(id: String) throws {
        let fault = #expect(throws: Fault.self) {
            try only(id, IndicatorQuestion([ParallelTests.parallel, rouble], on: day("2020-06-08")))
        }
        #expect(fault?.message.contains("the same two currencies") == true)
        #expect(throws: Fault.self) { try only(id, IndicatorQuestion([ParallelTests.parallel])) }
    }

    @Test func theOfficialRateFirstIsTheWrongWayRound() throws {
        let fault = #expect(throws: Fault.self) {
            try only("premium_pct", IndicatorQuestion([ParallelTests.official, ParallelTests.parallel]))
        }
        #expect(fault?.remedy == "Give --series USD/SYP:parallel:test --series USD/SYP:official.un:test.")
    }
}
