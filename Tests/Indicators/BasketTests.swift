import Glibc
import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct BasketTests {
    private static let euro = series("XXA/EUR:reference:test", [("2021-01-04", "0.10"), ("2021-01-08", "0.08")])
    private static let dollar = series("XXA/USD:reference:test", [("2021-01-04", "0.12"), ("2021-01-07", "0.09")])
    /// The same price the other way round: 12.5 per euro is 0.08 euro.
    private static let inverse = series("EUR/XXA:reference:test", [("2021-01-04", "10"), ("2021-01-08", "12.5")])

    private func ask(_ series: [DatedSeries], _ weights: String, on: String = "2021-01-08") throws -> IndicatorValue? {
        try only(
            "neer",
            IndicatorQuestion(
                series, on: day(on), base: day("2021-01-04"), settings: ["home": "XXA", "weights": weights]))
    }

    @Test func itIsTheWeightedGeometricMeanOfWhatOneUnitBuys() throws {
        let answer = try ask([BasketTests.euro, BasketTests.dollar], "EUR:0.2,USD:0.8")
        #expect(isNear(answer?.value, 100 * pow(0.8, 0.2) * pow(0.75, 0.8)))
        #expect(answer?.note == "basket index, base 100; age in days at base/day: EUR 0/0, USD 0/1")
        #expect(answer?.series == "XXA:basket:test")
        #expect(answer?.inputs.map(\.ageDays) == [0, 0, 0, 1])
        #expect(
            isNear(try ask([BasketTests.inverse, BasketTests.dollar], "USD:0.8,EUR:0.2")?.value, answer?.value ?? 0))
    }

    @Test func everyLegMustBeYoungEnough() throws {
        let answer = try ask([BasketTests.euro, BasketTests.dollar], "EUR:0.2,USD:0.8", on: "2021-01-15")
        #expect(answer?.value == nil)
        #expect(answer?.note.contains("XXA/USD:reference:test as of 2021-01-15") == true)
    }

    @Test(arguments: [
        "EUR:0.2,USD:0.7", "EUR:0.2,EUR:0.8", "EUR:-0.2,USD:1.2", "EUR:nan,USD:1", "EUR:0.2;USD:0.8", "XXA:1", "",
        "EUR:",
        "eur:1", "EUR:0x1p-1,USD:0.5",
    ])
    func weightsThatAreNoneAreRefused(weights: String) throws {
        let fault = #expect(throws: Fault.self) { try ask([BasketTests.euro, BasketTests.dollar], weights) }
        #expect(fault?.code == "bad_setting")
    }

    @Test func aBasketIsOfOneSourceAndHasASeriesForEachWeight() throws {
        let other = series("XXA/USD:reference:other", [("2021-01-04", "0.12"), ("2021-01-07", "0.09")])
        for (series, says) in [
            ([BasketTests.euro], "no series of XXA and USD"),
            ([BasketTests.euro, other], "mixes reference:other and reference:test"),
            ([BasketTests.euro, BasketTests.dollar, rouble], "has no weight"), ([], "no series of XXA and EUR"),
        ] {
            let fault = #expect(throws: Fault.self) { try ask(series, "EUR:0.2,USD:0.8") }
            #expect(fault?.message.contains(says) == true)
        }
        #expect(throws: Fault.self) { try only("neer", IndicatorQuestion([BasketTests.euro], base: day("2021-01-04"))) }
    }
}
