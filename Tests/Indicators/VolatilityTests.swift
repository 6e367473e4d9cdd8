import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct VolatilityTests {
    // numpy 2.4: np.std(np.diff(np.log([86.2815, 89.0866, 89.8055, 90.8791, 95.7175, 92.5673, 115.4842, 117.201])), ddof=1)
    private static let spread = 0.082_447_483_111_910_66

    @Test func itIsTheSampleSpreadOfTheLastLogReturns() throws {
        func value(_ id: String, _ settings: [String: String]) throws -> IndicatorValue? {
            try only(id, IndicatorQuestion([rouble], on: day("2022-03-02"), settings: settings))
        }
        let raw = try value("vol_30_raw", ["n": "7"])
        #expect(isNear(raw?.value, VolatilityTests.spread))
        // A window is told by its ends and by how many observations lie between them.
        #expect(raw?.inputs.map(\.day) == [day("2022-02-18"), day("2022-03-01")])
        #expect(raw?.inputsBetween == 6)
        #expect(isNear(try value("vol_30", ["n": "7"])?.value, 100 * VolatilityTests.spread * 252.0.squareRoot()))
        #expect(isNear(try value("vol_30", ["n": "7", "periods": "1"])?.value, 100 * VolatilityTests.spread))
    }

    @Test func fewerReturnsThanAskedForGiveNone() throws {
        let answer = try only("vol_30", IndicatorQuestion([rouble], on: day("2022-03-01")))
        #expect(answer?.value == nil)
        #expect(answer?.note == "7 returns up to that day; 30 are needed")
    }

    @Test func closedDaysOfACalendarFilledFeedAreDroppedUnlessKept() throws {
        // Friday's rate is repeated on Saturday and Sunday; the three market days move by ln 2 each way.
        let filled = series(
            "USD/XXD:parallel:test",
            [
                ("2021-01-07", "10"), ("2021-01-08", "20"), ("2021-01-09", "20"), ("2021-01-10", "20"),
                ("2021-01-11", "10"),
            ], closed: [6, 7])
        func value(_ settings: [String: String]) throws -> Double? {
            try only("vol_30_raw", IndicatorQuestion([filled], on: day("2021-01-11"), settings: settings))?.value
        }
        let ln2 = 0.693_147_180_559_945_3
        // Returns ln 2 and -ln 2 around a mean of zero, ddof 1.
        #expect(isNear(try value(["n": "2"]), ln2 * 2.0.squareRoot()))
        // With the repeated days ln 2, 0, 0, -ln 2.
        #expect(isNear(try value(["n": "4", "closed_days": "keep"]), ln2 * (2.0 / 3).squareRoot()))
    }

    @Test(arguments: [("2020-02-29", "2019-02-28", 100 * (1.5 - 1)), ("2019-02-28", "2018-02-28", 100 * (2.0 - 1))])
    func twelveMonthsBeforeIsTheSameDayOrTheLastOfThatMonth(on: String, base: String, expected: Double) throws {
        let yearly = series(
            "USD/XXE:official:test",
            [("2018-02-28", "10"), ("2019-02-28", "20"), ("2019-03-01", "99"), ("2020-02-29", "30")])
        let answer = try only("d12_pct", IndicatorQuestion([yearly], on: day(on)))
        #expect(isNear(answer?.value, expected))
        #expect(answer?.baseDate == day(base))
    }
}
