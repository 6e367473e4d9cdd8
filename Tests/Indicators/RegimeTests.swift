import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct RegimeTests {
    private static func pesos(_ kind: String) -> DatedSeries {
        series("USD/CUP:\(kind):test", [("2021-01-01", "1"), ("2021-01-04", "24")])
    }

    private static let cases: [(id: String, kind: String, answers: Bool)] = [
        ("devaluation", "official", true), ("devaluation", "official.special", true),
        ("devaluation", "parallel", false), ("devaluation", "market", false), ("devaluation", "reference", false),
        ("devaluation", "blend", false), ("depreciation", "official", false), ("depreciation", "parallel", true),
        ("depreciation", "parallel.sell@Havana", true), ("depreciation", "market", true),
        ("depreciation", "reference", true), ("depreciation", "blend", false),
    ]

    @Test(arguments: RegimeTests.cases)
    func theWordIsAllowedOnlyWhereTheRegimeIs(id: String, kind: String, answers: Bool) throws {
        let question = IndicatorQuestion([RegimeTests.pesos(kind)], on: day("2021-01-04"), base: day("2021-01-01"))
        let answer = try only(id, question)
        // From 1 to 24 pesos: 23 of 24 parts are lost.
        #expect(answers ? isNear(answer?.value, 2300.0 / 24) : answer?.value == nil && answer?.note.isEmpty == false)
        let lost = try only("value_lost_pct", question)?.value
        #expect(answer?.value == nil || answer?.value == lost)
    }

    @Test func theOtherWordIsNamedAndABlendIsNeither() throws {
        func note(_ id: String, _ kind: String) throws -> String? {
            try only(
                id, IndicatorQuestion([RegimeTests.pesos(kind)], on: day("2021-01-04"), base: day("2021-01-01")))?.note
        }
        #expect(try note("devaluation", "parallel")?.contains("this is a depreciation") == true)
        #expect(try note("depreciation", "official")?.contains("this is a devaluation") == true)
        #expect(try note("depreciation", "blend")?.contains("neither a devaluation nor a depreciation") == true)
    }

    @Test(arguments: [
        "value_lost_pct", "drawdown_pct", "max_drawdown_pct", "crash_frankel_rose", "crash_reinhart_rogoff",
        "crash_laeven_valencia", "implied_monthly_pct", "cagan_hyperinflation", "devaluation",
    ])
    func pricesAndPercentagesHaveNoValueThatACurrencyLost(id: String) throws {
        let prices = series("IR:cpi_yoy:bank", [("2020-12-31", "30"), ("2021-12-31", "40")])
        let isTwoPoint = try IndicatorCatalogue.indicator(id).needsBase
        let answer = try only(
            id, IndicatorQuestion([prices], on: day("2021-12-31"), base: isTwoPoint ? day("2020-12-31") : nil))
        #expect(answer != nil && answer?.value == nil && answer?.flag == nil)
        #expect(answer?.note.contains("no exchange rate") == true)
    }

    @Test func aGainIsCalledByItsOwnName() throws {
        let back = series("USD/CUP:official:test", [("2021-01-01", "24"), ("2021-01-04", "12")])
        let answer = try only(
            "devaluation", IndicatorQuestion([back], on: day("2021-01-04"), base: day("2021-01-01")))
        #expect(answer?.value == -100)
        #expect(answer?.note == "a gain: a revaluation")
    }

    @Test func twoNumbersDoNotTellTheRegime() throws {
        let answer = try only("depreciation", IndicatorQuestion([], settings: ["s0": "47", "s1": "230"]))
        #expect(isNear(answer?.value, 18_300.0 / 230))
        #expect(answer?.note == "the regime is as asked: two numbers do not tell it")
    }
}
