import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct YearTests {
    /// A rate at the ends of three years.
    private static func rates(_ values: [String]) -> DatedSeries {
        series("USD/XXF:parallel:test", Array(zip(["2019-06-30", "2020-06-30", "2021-06-30"], values)))
    }

    private static let crashes: [(id: String, rates: [String], settings: [String: String], expected: Bool?)] = [
        // 10 -> 11 -> 14.85: 10 % and then 35 %.
        ("crash_frankel_rose", ["10", "11", "14.85"], [:], true),
        ("crash_laeven_valencia", ["10", "11", "14.85"], [:], true),
        // 35 % after 30 % is no acceleration of 10 points.
        ("crash_frankel_rose", ["10", "13", "17.55"], [:], false),
        ("crash_frankel_rose", ["10", "13", "17.55"], ["min_accel_pp": "5"], true),
        // Both thresholds are met exactly: 15 % and then 25 %.
        ("crash_frankel_rose", ["100", "115", "143.75"], [:], true),
        ("crash_frankel_rose", ["100", "115", "143.74"], [:], false),
        // 1.1 to 1.43 is 30 %, although its double falls a hair short.
        ("crash_laeven_valencia", ["1.0", "1.1", "1.43"], [:], true),
        ("crash_laeven_valencia", ["10", "11", "14.2"], [:], false),
        ("crash_laeven_valencia", ["10", "11", "14.2"], ["min_pct": "29"], true),
        // One year is enough for 15 %.
        ("crash_reinhart_rogoff", ["1", "100", "115"], [:], true),
        ("crash_reinhart_rogoff", ["1", "100", "114.99"], [:], false),
        ("crash_reinhart_rogoff", ["1", "100", "114.99"], ["min_pct": "14"], true),
    ]

    @Test(arguments: YearTests.crashes)
    func aCrashMeetsItsThresholdsByEquality(
        id: String, rates: [String], settings: [String: String], expected: Bool?
    ) throws {
        let answer = try only(
            id, IndicatorQuestion([YearTests.rates(rates)], on: day("2021-06-30"), settings: settings))
        #expect(answer?.flag == expected)
        #expect(answer?.value == (expected == true ? 1 : 0))
        #expect(answer?.baseDate == day("2020-06-30"))
    }

    @Test func withoutTheYearBeforeThereIsNoAnswerThatNeedsIt() throws {
        let two = series("USD/XXF:parallel:test", [("2020-06-30", "11"), ("2021-06-30", "14.85")])
        let answer = try only("crash_frankel_rose", IndicatorQuestion([two], on: day("2021-06-30")))
        #expect(answer?.flag == nil && answer?.value == nil)
        #expect(answer?.note.hasPrefix("the year before: 12 months before: no observation") == true)
        #expect(try only("crash_reinhart_rogoff", IndicatorQuestion([two], on: day("2021-06-30")))?.flag == true)
    }

    @Test func theInputsOfAnAccelerationAreItsThreeRates() throws {
        let answer = try only(
            "crash_frankel_rose", IndicatorQuestion([YearTests.rates(["10", "11", "14.85"])], on: day("2021-07-02")))
        #expect(answer?.inputs.map(\.day) == [day("2019-06-30"), day("2020-06-30"), day("2021-06-30")])
        #expect(answer?.inputs.map(\.ageDays) == [2, 2, 2])
    }

    @Test func impliedInflationNeedsAParallelDollarRateAndTheAmericanOne() throws {
        let parallel = YearTests.rates(["10", "11", "22"])
        func ask(
            _ one: DatedSeries, _ auxiliary: [DatedSeries] = [], _ settings: [String: String] = [:]
        ) throws -> IndicatorValue? {
            var question = IndicatorQuestion([one], on: day("2021-06-30"), settings: settings)
            question.auxiliary = auxiliary
            return try only("implied_inflation_pct", question)
        }
        // Twice as many per dollar, whose own prices rose 5 %: 2 * 1.05.
        let given = try ask(parallel, [], ["us_inflation_pct": "5"])
        #expect(isNear(given?.value, 110))
        #expect(given?.note == "rate-implied, not measured prices; us_inflation_pct 5 as given")
        // The newest as of the day wins, also over one that is newer but later.
        let old = series("US:cpi_yoy:worldbank", [("2020-12-31", "1.2"), ("2021-12-31", "4.7")], maximumAge: 45)
        let new = series("US:cpi_yoy:bis", [("2021-05-31", "4.9")], maximumAge: 45)
        let stored = try ask(parallel, [old, new])
        #expect(isNear(stored?.value, 100 * (2 * 1.049 - 1)))
        #expect(stored?.note.contains("4.9 of US:cpi_yoy:bis, 2021-05-31, 30 days old") == true)
        #expect(stored?.inputs.last?.series.text == "US:cpi_yoy:bis")
        #expect(try ask(parallel)?.value == nil)
        let official = series("USD/XXF:official:test", [("2020-06-30", "11"), ("2021-06-30", "22")])
        #expect(try ask(official, [new])?.note.contains("not by USD/XXF:official:test") == true)
    }

    @Test func pricesAreComparedMonthByMonthAndPercentagesStandAsPublished() throws {
        let index = series(
            "TR:cpi:test", [("2020-01-31", "90"), ("2020-02-29", "100"), ("2021-02-28", "115.6")], maximumAge: 45,
            perYear: 12)
        // February against February, though 28 February 2020 itself would answer with January.
        let answer = try only("cpi_yoy_pct", IndicatorQuestion([index], on: day("2021-03-20")))
        #expect(isNear(answer?.value, 15.6))
        #expect(answer?.baseDate == day("2020-02-29"))
        #expect(isNear(try only("d12_pct", IndicatorQuestion([index], on: day("2021-02-28")))?.value, 15.6))
        let missing = series(
            "TR:cpi:test", [("2020-01-31", "90"), ("2021-02-28", "115.6")], maximumAge: 45, perYear: 12)
        #expect(try only("cpi_yoy_pct", IndicatorQuestion([missing], on: day("2021-02-28")))?.value == nil)
        var published = series("TR:cpi_yoy:worldbank", [("2021-12-31", "19.6")], maximumAge: 45, perYear: 1)
        published.unit = "percent"
        let asIs = try only("cpi_yoy_pct", IndicatorQuestion([published], on: day("2022-01-05")))
        #expect(asIs?.value == 19.6 && asIs?.note == "as published")
        #expect(try only("cpi_yoy_pct", IndicatorQuestion([rouble], on: day("2022-03-01")))?.value == nil)
    }

    @Test func aRealEffectiveRateIsImportedAndNothingElseIsOne() throws {
        let reer = series("TR:reer:bis", [("2021-12-31", "47.63")], maximumAge: 45, perYear: 12)
        #expect(try only("reer", IndicatorQuestion([reer], on: day("2022-02-14")))?.value == 47.63)
        #expect(try only("reer", IndicatorQuestion([reer], on: day("2022-02-15")))?.value == nil)
        #expect(try only("reer", IndicatorQuestion([rouble], on: day("2022-03-01")))?.value == nil)
    }
}
