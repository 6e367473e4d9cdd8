import Rates
import Testing
import Vocabulary

@Suite struct RateRouteTests {
    /// Two legs that publish on different days, one of them a value that nothing can be divided by.
    private let first = DailyRates(
        series(
            "EUR/USD:reference:ecb",
            [("2022-01-03", "1.1"), ("2022-01-04", "0"), ("2022-01-05", "1.2"), ("2022-01-07", "1.3")]))
    private let second = DailyRates(
        series("EUR/RUB:reference:ecb", [("2022-01-02", "80"), ("2022-01-04", "84"), ("2022-01-05", "90")]))
    private let wanted = SeriesKey(base: "USD", quote: "RUB", measure: "reference", source: "ecb")

    @Test(arguments: [
        ("2022-01-03", 1.1, "2022-01-03"), ("2022-01-04", 1.1, "2022-01-03"), ("2022-01-06", 1.2, "2022-01-05"),
        ("2022-01-14", 1.3, "2022-01-07"),
    ])
    func aRateStandsUntilTheNextOne(on: String, rate: Double, observed: String) {
        #expect(RateRoute(first).rate(on: day(on)) == .rate(rate, observed: day(observed)))
        let back = RateRoute(wanted, inverseOf: first)
        #expect(back.rate(on: day(on)) == .rate(1 / rate, observed: day(observed)))
        #expect(back.note == "inverse of EUR/USD:reference:ecb")
    }

    @Test func aCrossIsOfTheLastDayThatHasBothLegs() {
        let cross = RateRoute(wanted, base: first, quote: second, isBaseCommon: true)
        #expect(cross.rate(on: day("2022-01-08")) == .rate(90 / 1.2, observed: day("2022-01-05")))
        guard case .none(let reason) = cross.rate(on: day("2022-01-04")) else {
            Issue.record("both legs have a day before, but no common one")
            return
        }
        #expect(reason == "USD/RUB:reference:ecb: no observation on or before 2022-01-04")
    }

    @Test func theAgeIsCountedFromTheObservationAndItsLimitIsAccepted() {
        let cross = RateRoute(wanted, base: first, quote: second, isBaseCommon: true)
        #expect(cross.rate(on: day("2022-01-12")) == .rate(90 / 1.2, observed: day("2022-01-05")))
        #expect(
            cross.rate(on: day("2022-01-13"))
                == .none(
                    reason: """
                        USD/RUB:reference:ecb: the last observation, 2022-01-05, is 8 days old; at most 7 are accepted
                        """))
        #expect(cross.rate(on: day("2022-01-13"), maximumAge: 8) == .rate(90 / 1.2, observed: day("2022-01-05")))
    }

    @Test func aSeriesWithoutObservationsAnswersNothing() {
        let empty = DailyRates(series("EUR/USD:reference:ecb", []))
        #expect(
            RateRoute(empty).rate(on: day("2022-01-12"))
                == .none(reason: "EUR/USD:reference:ecb: no observation on or before 2022-01-12"))
    }
}
