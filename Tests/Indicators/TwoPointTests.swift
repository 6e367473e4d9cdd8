import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct TwoPointTests {
    // The press: 47 to 230 was printed as "lost almost 500 %", 1,256 to 2,512 as "collapsed by 100 %", 3,015 to 4,522
    // as "devalued 50 %". Expected values worked out by hand as fractions.
    private static let press: [(id: String, s0: String, s1: String, expected: Double)] = [
        ("value_lost_pct", "47", "230", 18_300.0 / 230), ("value_lost_pct", "1256", "2512", 50),
        ("value_lost_pct", "3015", "4522", 150_700.0 / 4522), ("rate_change_pct", "47", "230", 18_300.0 / 47),
        ("multiple", "47", "235", 5), ("log_return", "1", "2", 0.693_147_180_559_945_3),
    ]

    @Test(arguments: TwoPointTests.press)
    func arithmeticOfThePressIsCheckedWithoutASeries(id: String, s0: String, s1: String, expected: Double) throws {
        let answer = try only(id, IndicatorQuestion([], settings: ["s0": s0, "s1": s1]))
        #expect(isNear(answer?.value, expected))
        #expect(answer?.series == "")
    }

    @Test func bothEndsAreAsOfAndSayWhichDayAnswered() throws {
        let question = IndicatorQuestion([rouble], on: day("2022-02-27"), base: day("2022-02-20"))
        let answer = try only("rate_change_pct", question)
        #expect(isNear(answer?.value, 100 * (92.5673 / 86.2815 - 1)))
        #expect(answer?.observedOn == day("2022-02-25"))
        #expect(answer?.ageDays == 2)
        #expect(answer?.baseDate == day("2022-02-20"))
        #expect(answer?.note == "base observed on 2022-02-18")
        #expect(answer?.inputs.map(\.day) == [day("2022-02-18"), day("2022-02-25")])
        #expect(answer?.inputs.map(\.printed?.description) == ["86.2815", "92.5673"])
    }

    @Test func withoutADayThereIsARowPerObservation() throws {
        let rows = try IndicatorCatalogue.indicator("multiple")
            .answer(
                IndicatorQuestion([rouble], base: day("2022-02-24"), from: day("2022-02-23"), to: day("2022-02-25")))
        #expect(rows.map(\.date) == [day("2022-02-23"), day("2022-02-24"), day("2022-02-25")])
        #expect(rows.map(\.note) == ["before the base day 2022-02-24", "", ""])
        #expect(rows[0].value == nil)
        #expect(rows[1].value == 1)
    }

    @Test func valueLostIsMeasuredOnTheLaterPrice() throws {
        // The issue's own figure: 75.992 to 105.000 roubles per dollar is 27.6 % of value lost.
        let cross = try CrossRate.derive(
            try #require(SeriesKey("USD/RUB:reference:ecb")), base: dollar, quote: rouble)
        let lost = try only(
            "value_lost_pct", IndicatorQuestion([cross], on: day("2022-03-01"), base: day("2022-02-18")))
        #expect(isNear(lost?.value, 100 * (1 - (86.2815 / 1.1354) / (117.201 / 1.1162))))
        #expect(isNear(lost?.value, 27.6265, 1e-4))
    }

    @Test(arguments: [
        (IndicatorQuestion([rouble], on: day("2022-02-25")), "needs a base day"),
        (IndicatorQuestion([rouble], on: day("2022-02-18"), base: day("2022-02-25")), "lies after"),
        (IndicatorQuestion([], base: day("2022-02-25")), "takes a series"),
        (IndicatorQuestion([], settings: ["s0": "47"]), "needs both numbers"),
        (IndicatorQuestion([rouble], settings: ["s0": "47", "s1": "230"]), "both a series and two numbers"),
    ])
    func aQuestionThatCannotBeAskedIsAFault(question: IndicatorQuestion, says: String) throws {
        let fault = #expect(throws: Fault.self) {
            try IndicatorCatalogue.indicator("value_lost_pct").answer(question)
        }
        #expect(fault?.message.contains(says) == true)
        #expect(fault?.remedy.isEmpty == false)
    }
}
