import Indicators
import Rates
import Testing
import Vocabulary

/// What a newspaper's own numbers amount to, without a series. Expected values worked out by hand as fractions.
@Suite struct PressTests {
    private static let cases: [(id: String, settings: [String: String], expected: Double)] = [
        ("multiple", ["s0": "47", "s1": "235"], 5), ("implied_monthly_pct", ["s0": "40", "s1": "66"], 65),
        ("cagan_hyperinflation", ["s0": "40", "s1": "60"], 1),
        ("cagan_hyperinflation", ["s0": "40", "s1": "59.99"], 0),
        ("cagan_hyperinflation", ["s0": "1.1", "s1": "1.65"], 1),
        ("premium_pct", ["parallel": "3000", "official": "1250"], 140),
        ("conversion_loss_pct", ["parallel": "3000", "official": "1250"], 175.0 / 3),
        // Twelve months of 50 %: 1.5^12 = 531441/4096.
        ("annualised_pct", ["monthly_pct": "50"], 100 * (531_441.0 / 4096 - 1)),
        ("annualised_pct", ["monthly_pct": "-50"], 100 * (1.0 / 4096 - 1)),
        ("annualised_pct", ["monthly_pct": "0"], 0),
    ]

    @Test(arguments: PressTests.cases)
    func numbersAreEnough(id: String, settings: [String: String], expected: Double) throws {
        let answer = try only(id, IndicatorQuestion([], settings: settings))
        #expect(isNear(answer?.value, expected))
        #expect(answer?.series == "" && answer?.inputs.isEmpty == true)
        #expect((answer?.flag != nil) == (id == "cagan_hyperinflation"))
    }

    private static let refused: [(id: String, settings: [String: String], code: String, says: String)] = [
        ("premium_pct", ["parallel": "3000"], "wrong_question", "official is missing"),
        ("premium_pct", ["s0": "3000", "s1": "1250"], "unknown_setting", "takes no setting `s0`"),
        ("annualised_pct", ["monthly_pct": "-100"], "bad_setting", "is no value for `monthly_pct`"),
        ("rate", ["s0": "1", "s1": "2"], "unknown_setting", "takes no setting `s0`"),
        ("annualised_pct", [:], "wrong_question", "takes a series, none given"),
    ]

    @Test(arguments: PressTests.refused)
    func whatIsMissingOrStrangeIsRefused(
        id: String, settings: [String: String], code: String, says: String
    ) throws {
        let fault = #expect(throws: Fault.self) { try only(id, IndicatorQuestion([], settings: settings)) }
        #expect(fault?.code == code)
        #expect(fault?.message.contains(says) == true)
        #expect(fault?.remedy.isEmpty == false)
    }

    @Test func whatARateImpliesIsLabelledSo() throws {
        let question = IndicatorQuestion([rouble], on: day("2022-02-28"), base: day("2022-02-18"))
        let monthly = try only("implied_monthly_pct", question)
        #expect(isNear(monthly?.value, 100 * (115.4842 / 86.2815 - 1)))
        #expect(monthly?.note == "rate-implied, not measured prices; over 10 days, which is no month")
        let month = series("USD/XXH:parallel:test", [("2022-01-31", "10"), ("2022-02-28", "12")])
        #expect(
            try only("implied_monthly_pct", IndicatorQuestion([month], on: day("2022-02-28"), base: day("2022-01-31")))?
                .note == "rate-implied, not measured prices")
        let cagan = try only("cagan_hyperinflation", question)
        #expect(cagan?.flag == false)
        #expect(cagan?.note == "rate-implied 33.846 %, not measured prices; over 10 days, which is no month")
    }

    @Test func aPublishedMonthlyPercentageIsCarriedOnForAYear() throws {
        var monthly = series("VE:cpi_mom:test", [("2018-11-30", "50")], maximumAge: 45, perYear: 12)
        monthly.unit = "percent"
        let answer = try only("annualised_pct", IndicatorQuestion([monthly], on: day("2018-12-10")))
        #expect(isNear(answer?.value, 100 * (531_441.0 / 4096 - 1)))
        #expect(try only("annualised_pct", IndicatorQuestion([rouble], on: day("2022-03-01")))?.value == nil)
        // A percentage over a year is not carried on for another twelve, nor a month's taken for a year's.
        #expect(try only("cpi_yoy_pct", IndicatorQuestion([monthly], on: day("2018-12-10")))?.value == nil)
        monthly.key = try #require(SeriesKey("VE:cpi_yoy:test"))
        #expect(try only("annualised_pct", IndicatorQuestion([monthly], on: day("2018-12-10")))?.value == nil)
    }
}
