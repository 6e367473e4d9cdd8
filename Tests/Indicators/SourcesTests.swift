import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct SourcesTests {
    private static let a = series(
        "USD/IRR:blend:a", [("2026-03-01", "42000"), ("2026-03-02", "42000"), ("2026-03-04", "1500000")])
    private static let b = series(
        "USD/IRR:parallel:b", [("2026-03-02", "1600000"), ("2026-03-03", "1600000"), ("2026-03-05", "1600000")])

    private func rows(_ id: String, _ series: [DatedSeries], on: String? = nil) throws -> [IndicatorValue] {
        try IndicatorCatalogue.indicator(id).answer(IndicatorQuestion(series, on: on.map(day)))
    }

    @Test func aRatioIsOfCommonDaysOrAsOfADay() throws {
        let common = try rows("source_ratio", [SourcesTests.a, SourcesTests.b])
        #expect(common.map(\.date) == [day("2026-03-02")])
        #expect(isNear(common[0].value, 42_000.0 / 1_600_000))
        let asOf = try rows("source_ratio", [SourcesTests.a, SourcesTests.b], on: "2026-03-06")
        #expect(isNear(asOf.first?.value, 1_500_000.0 / 1_600_000))
        #expect(asOf.first?.note == "over USD/IRR:parallel:b; A 2 days old; B 1 day old")
    }

    @Test(arguments: [
        ("100", "unit alarm: near a factor of 100"), ("125", "unit alarm: near a factor of 100"), ("126", ""),
        ("80", "unit alarm: near a factor of 100"), ("79", ""), ("0.1", "unit alarm: near a factor of 0.1"),
        ("1.2", ""),
        ("10000", "unit alarm: near a factor of 10000"),
    ])
    func aRatioNearAPowerOfTenIsAUnitAlarm(rate: String, alarm: String) throws {
        let one = series("USD/SYP:market:b", [("2026-01-05", "1")])
        let other = series("USD/SYP:market:a", [("2026-01-05", rate)])
        let note = try rows("source_ratio", [other, one])[0].note
        #expect(note == (alarm.isEmpty ? "over USD/SYP:market:b" : "over USD/SYP:market:b; \(alarm)"))
    }

    @Test func aStepOntoTheLevelOfAnotherSourceIsASwitchAndSoIsTheReverse() throws {
        let found = try rows("regime_switch", [SourcesTests.a, SourcesTests.b])
        #expect(found.map(\.date) == [day("2026-03-04")])
        #expect(found[0].note == "moved onto the level of USD/IRR:parallel:b (parallel): ratio 0.02625 to 0.9375")
        let back = series("USD/IRR:blend:a", [("2026-03-02", "1600000"), ("2026-03-03", "42000")])
        #expect(try rows("regime_switch", [back, SourcesTests.b])[0].note.hasPrefix("left the level") == true)
        // A second source that makes the same step is not left and not joined.
        #expect(try rows("regime_switch", [SourcesTests.a, SourcesTests.a]).isEmpty)
    }

    @Test func qualitySignalsSeeWhatIsSuspectAndArithmeticDoesNot() throws {
        var one = series("USD/XXG:market:a", [("2021-01-01", "100"), ("2021-01-04", "100")])
        one.suspects = series("USD/XXG:market:a", [("2021-01-02", "1000")]).points
        let spikes = try rows("spike", [one])
        #expect(spikes.map(\.date) == [day("2021-01-02")])
        #expect(spikes[0].note == "suspect: kept out of arithmetic")
        #expect(try rows("jump", [one]).map(\.date) == [day("2021-01-02"), day("2021-01-04")])
        let ratio = try rows("source_ratio", [one, series("USD/XXG:market:b", [("2021-01-02", "100")])])
        #expect(ratio.map(\.value) == [10])
        let rate = try rows("rate", [one], on: "2021-01-03")[0]
        #expect(rate.value == 100 && rate.note == "1 suspect value left out")
        #expect(try rows("rate", [one], on: "2021-01-05")[0].note == "")
        #expect(try rows("drawdown_pct", [one], on: "2021-01-05")[0].note == "1 suspect value left out")
        let none = try only("rate", IndicatorQuestion([one], on: day("2021-01-02"), settings: ["max_age_days": "0"]))
        #expect(none?.value == nil && none?.note.hasSuffix("1 suspect value left out") == true)
    }

    @Test func qualitySignalsReadWhatWasPrintedAlsoOfACross() throws {
        // Unit-adjusted the pound stood still; printed, two zeros went.
        var pound = series("EUR/SYP:market:a", [("2026-01-01", "15000"), ("2026-01-02", "150")])
        pound.points[0].value = 150
        let dollar = series("EUR/USD:market:a", [("2026-01-01", "1.2"), ("2026-01-02", "1.2")])
        let cross = try CrossRate.derive(try #require(SeriesKey("USD/SYP:market:a")), base: dollar, quote: pound)
        // The same, as a bank prints what both cost in its own currency.
        var left = series("USD/XXA:market:a", [("2026-01-01", "30000"), ("2026-01-02", "300")])
        left.points[0].value = 300
        let right = series("SYP/XXA:market:a", [("2026-01-01", "2"), ("2026-01-02", "2")])
        var common = left
        common.key = try #require(SeriesKey("USD/SYP:market:a"))
        common.points = left.points.map {
            DatedPoint(
                day: $0.day, value: $0.value / 2, knownFrom: known,
                run: RunID(seen: known, feed: "own", digest: "00000000"))
        }
        common.legs = [left, right]
        for one in [pound, cross, common] {
            let found = try rows("jump", [one])
            #expect(found.count == 1 && isNear(found[0].value, -4.605_170_185_988_091))
        }
    }

    @Test func aCrossTellsWhatItsLegsLeftOutAndInWhichUnitItIs() throws {
        var pound = series("EUR/SYP:market:a", [("2026-01-01", "15000"), ("2026-01-04", "15000")])
        pound.unitScale = 100
        var dollar = series("EUR/USD:market:a", [("2026-01-01", "1.2"), ("2026-01-04", "1.25")])
        dollar.suspects = series("EUR/USD:market:a", [("2026-01-03", "12")]).points
        let cross = try CrossRate.derive(try #require(SeriesKey("USD/SYP:market:a")), base: dollar, quote: pound)
        #expect(cross.unitScale == 100)
        #expect(try rows("rate", [cross], on: "2026-01-03")[0].note.hasSuffix("1 suspect value left out") == true)
        #expect(try rows("rate", [cross], on: "2026-01-05")[0].note.contains("suspect") == false)
        let official = series("USD/SYP:official:b", [("2026-01-04", "100")])
        // 15,000 old pounds over 1.25 dollars are 120 new pounds a dollar.
        let premium = try rows("premium_pct", [cross, official], on: "2026-01-04")[0]
        #expect(isNear(premium.value, 20))
        #expect(try CrossRate.inverse(try #require(SeriesKey("SYP/EUR:market:a")), of: pound).unitScale == 0.01)
    }

    @Test func onlyTheLastRowOfEachSeriesIsComputedWhenItIsAskedFor() throws {
        for id in ["rate", "drawdown_pct", "jump", "source_ratio", "stale_days"] {
            let indicator = try IndicatorCatalogue.indicator(id)
            var question = IndicatorQuestion(id == "source_ratio" ? [rouble, rouble] : [rouble])
            let all = try indicator.answer(question)
            question.lastOnly = true
            #expect(try indicator.answer(question) == [try #require(all.last)])
        }
    }
}
