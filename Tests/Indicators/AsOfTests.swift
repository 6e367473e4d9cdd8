import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct AsOfTests {
    @Test(arguments: [
        ("2022-03-01", 117.201, 0), ("2022-02-27", 92.5673, 2), ("2022-03-08", 117.201, 7),
    ])
    func theLastObservationOnOrBeforeTheDayAnswersWithItsAge(on: String, value: Double, age: Int) throws {
        let answer = try only("rate", IndicatorQuestion([rouble], on: day(on), knownOn: day("2022-03-31")))
        #expect(answer?.value == value)
        #expect(answer?.ageDays == age)
        #expect(answer?.knownOn == day("2022-03-31"))
    }

    @Test(arguments: [
        ("2022-03-09", "is 8 days old"), ("2022-02-17", "no observation on or before"),
    ])
    func beyondTheMaximumAgeAndBeforeTheFirstDayThereIsNone(on: String, reason: String) throws {
        let answer = try only("rate", IndicatorQuestion([rouble], on: day(on)))
        #expect(answer?.value == nil)
        #expect(answer?.note.contains(reason) == true)
        #expect(answer?.inputs.isEmpty == true)
    }

    @Test func theMaximumAgeCanBeSetAndIsInclusive() throws {
        let indicator = try IndicatorCatalogue.indicator("rate")
        func value(_ age: String) throws -> Double? {
            try indicator.answer(
                IndicatorQuestion([rouble], on: day("2022-03-21"), settings: ["max_age_days": age]))[0].value
        }
        #expect(try value("20") == 117.201)
        #expect(try value("19") == nil)
    }

    @Test func aCrossNeedsBothLegsOfADayAndNamesThem() throws {
        let cross = try CrossRate.derive(
            try #require(SeriesKey("USD/RUB:reference:ecb")), base: dollar, quote: rouble)
        // The ECB's rouble stops on 1 March; its dollar goes on.
        #expect(cross.points.map(\.day) == rouble.points.map(\.day))
        let answer = try only("cross_rate", IndicatorQuestion([cross], on: day("2022-02-18")))
        #expect(isNear(answer?.value, 75.992, 1e-5))
        #expect(answer?.value == 86.2815 / 1.1354)
        #expect(answer?.unit == "RUB per USD")
        #expect(answer?.note == "EUR/RUB:reference:ecb over EUR/USD:reference:ecb")
        #expect(answer?.inputs.map(\.series.text) == ["EUR/USD:reference:ecb", "EUR/RUB:reference:ecb"])
    }

    @Test func legsThatDoNotMakeTheCrossAreRefused() throws {
        let key = try #require(SeriesKey("USD/RUB:reference:ecb"))
        #expect(throws: Fault.self) { try CrossRate.derive(key, base: rouble, quote: dollar) }
        #expect(throws: Fault.self) { try CrossRate.inverse(key, of: dollar) }
        let inverse = try CrossRate.inverse(try #require(SeriesKey("USD/EUR:reference:ecb")), of: dollar)
        #expect(inverse.points[0].value == 1 / 1.1354)
    }
}
