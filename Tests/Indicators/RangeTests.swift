import Indicators
import Testing
import Vocabulary

@Suite struct RangeTests {
    private static let wave = series(
        "USD/XXA:market:test",
        [
            ("2021-01-01", "10"), ("2021-01-02", "8"), ("2021-01-03", "16"), ("2021-01-08", "16"), ("2021-01-09", "12"),
            ("2021-01-14", "20"), ("2021-01-15", "20.001"),
        ])

    @Test func drawdownIsMeasuredAgainstTheBestDaySoFar() throws {
        let rows = try IndicatorCatalogue.indicator("drawdown_pct").answer(IndicatorQuestion([RangeTests.wave]))
        let expected = [0, 0, 50, 50, 100 * (1 - 8.0 / 12), 60, 100 * (1 - 8 / 20.001)]
        #expect(zip(rows, expected).allSatisfy { isNear($0.value, $1) })
        #expect(rows[4].baseDate == day("2021-01-02"))
    }

    @Test func drawdownStartsAtTheRangeAskedFor() throws {
        let question = IndicatorQuestion([RangeTests.wave], on: day("2021-01-14"), from: day("2021-01-03"))
        #expect(isNear(try only("drawdown_pct", question)?.value, 40))
    }

    @Test func theLastRowOfTheLargestDrawdownAnswersForTheRange() throws {
        let rows = try IndicatorCatalogue.indicator("max_drawdown_pct")
            .answer(IndicatorQuestion([RangeTests.wave], to: day("2021-01-09")))
        #expect(rows.last?.value == 50)
        #expect(rows.last?.note == "on 2021-01-03")
        #expect(rows.last?.baseDate == day("2021-01-02"))
    }

    @Test func theWidestGapIsDatedItsLaterEndAndTheEarlierOfEqualsWins() throws {
        let rows = try IndicatorCatalogue.indicator("gap_days").answer(IndicatorQuestion([RangeTests.wave]))
        #expect(rows.count == 7)
        #expect(rows[0].value == nil)
        #expect(rows.last?.value == 5)
        #expect(rows.last?.date == day("2021-01-08"))
    }

    @Test(arguments: [
        // 20 to 20.001 is a change of 0.005 %, below the least that counts.
        ("2021-01-15", "0.0001", 1.0), ("2021-01-15", "0.00001", 0.0), ("2021-01-31", "0.0001", 17.0),
        ("2021-01-08", "0.0001", 5.0),
    ])
    func staleDaysCountFromTheLastChange(on: String, least: String, expected: Double) throws {
        let question = IndicatorQuestion([RangeTests.wave], on: day(on), settings: ["min_rel": least])
        #expect(try only("stale_days", question)?.value == expected)
    }

    @Test func aSeriesThatNeverChangedIsStaleSinceItsFirstDay() throws {
        let flat = series("USD/XXB:market:test", [("2021-01-01", "5"), ("2021-01-04", "5.00"), ("2021-01-05", "5")])
        let answer = try only("stale_days", IndicatorQuestion([flat], on: day("2021-01-06")))
        #expect(answer?.value == 5)
        #expect(answer?.note.hasPrefix("never changed") == true)
    }

    @Test func jumpAndSpikeAreStrictAndGiveARowPerDate() throws {
        let steps = series(
            "USD/XXC:market:test",
            [
                ("2021-01-01", "100"), ("2021-01-02", "115"), ("2021-01-03", "133"), ("2021-01-04", "160"),
                ("2021-01-05", "133"), ("2021-01-06", "133"),
            ])
        func dates(_ id: String) throws -> [Day?] {
            try IndicatorCatalogue.indicator(id).answer(IndicatorQuestion([steps])).map(\.date)
        }
        // 100 to 115 is exactly ln 1.15: not above it. 160 leapt from 133 and came back.
        #expect(try dates("jump") == [day("2021-01-03"), day("2021-01-04"), day("2021-01-05")])
        #expect(try dates("spike") == [day("2021-01-04")])
        #expect(
            try IndicatorCatalogue.indicator("jump").answer(IndicatorQuestion([rouble], to: day("2022-02-25"))).isEmpty)
    }
}
