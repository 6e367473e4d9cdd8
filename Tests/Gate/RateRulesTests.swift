import Gate
import Rates
import Testing
import Vocabulary

@Suite struct RateRulesTests {
    static let day = Day(iso: "2026-04-01") ?? Day(number: 0)
    static let pounds = UnitChanges.Change(
        code: "SYP", divisor: 100, effective: Day(iso: "2026-01-01") ?? day, switches: ["cbu": day],
        names: ["old pounds", "new pounds"])

    static func neighbour(_ base: String, _ quote: String, _ value: Double, _ other: Double) -> Neighbour {
        Neighbour(
            pair: SeriesKey.Pair(base: base, quote: quote), day: day, source: "cbu", value: value, otherSource: "x",
            other: other)
    }

    static func judge(_ neighbours: [Neighbour]) -> Verdict {
        var candidate = Candidate(isFetched: true, kind: .rates, rows: 70, effect: Effect(), limits: Limits())
        candidate.neighbours = neighbours
        return Gatekeeper.judge(candidate)
    }

    @Test func aSourceInAnotherUnitIsHeld() {
        var pound = RateRulesTests.neighbour("USD", "SYP", 115.52, 13_002)
        pound.change = RateRulesTests.pounds
        pound.feed = "x-daily"
        guard case .hold(let reasons) = RateRulesTests.judge([pound]) else {
            Issue.record("it passes")
            return
        }
        #expect(reasons.map(\.rule) == ["units"])
        #expect(
            reasons[0].message
                == "USD/SYP 115.52 of cbu against 13002 of x on 2026-04-01: ÷112.55: old pounds and new pounds? "
                + "If x-daily has switched, add its [[unit.switch]] to Config/units.toml")
    }

    @Test(arguments: [
        (13_002, 13_250, true), (115.52, 13_002, false), (1000, 1, false), (12.6, 1, true), (12.4, 1, false),
        (7.9, 1, true), (8.1, 1, false), (2, 1, true),
    ])
    func onlyWhatIsNearAPowerOfTenIsAnotherUnit(_ value: Double, _ other: Double, _ passes: Bool) {
        #expect((RateRulesTests.judge([RateRulesTests.neighbour("USD", "LBP", value, other)]) == .pass([])) == passes)
    }

    @Test func unitsThatAreKnownAreDividedOut() {
        var pound = RateRulesTests.neighbour("USD", "SYP", 115.52, 13_002)
        pound.otherScale = 100
        #expect(RateRulesTests.judge([pound]) == .pass([]))
    }

    @Test func threeReciprocalsAreASwapAndTwoAreChance() {
        let swapped = [("USD", 1.08), ("GBP", 0.86), ("JPY", 160.0), ("CHF", 0.94), ("HUF", 405.0), ("PLN", 4.3)]
            .map { RateRulesTests.neighbour("EUR", $0.0, 1 / $0.1, $0.1) }
        guard case .hold(let reasons) = RateRulesTests.judge(swapped) else {
            Issue.record("it passes")
            return
        }
        // Dollar and franc are too near one to say anything.
        #expect(reasons.map(\.rule) == ["swapped"])
        #expect(reasons[0].message.hasPrefix("4 rates are what one divided by them is elsewhere"))
        #expect(RateRulesTests.judge(Array(swapped.suffix(1))) == .pass([]))
    }

    struct Hint: Sendable {
        var value: Double
        var previous: Double
        var pair = ("USD", "LBP")
        var text: String?
    }

    @Test(arguments: [
        Hint(value: 3755, previous: 375, text: "x10: another unit, or a misplaced point?"),
        Hint(value: 15.2, previous: 1510, text: "÷100: another unit, or a misplaced point, or per 100 units?"),
        Hint(value: 0.133, previous: 7.53, text: "1/x: base and quote swapped?"),
        Hint(value: 0.41, previous: 158.2, text: "KRW's number?"),
        Hint(value: 907, previous: 1507.5, text: nil),
        Hint(
            value: 118.2, previous: 11_800, pair: ("USD", "SYP"),
            text: "÷100: SYP lost 2 zeros on 2026-01-01; if this feed has switched, add [[unit.switch]] feed = \"x\" "
                + "day = 2026-04-01"),
        Hint(value: 0, previous: 3, text: "no rate is zero or less"),
    ])
    func aHintNamesTheLikeliestReason(_ item: Hint) {
        var hint = RateHint(
            value: item.value, previous: item.previous, pair: SeriesKey.Pair(base: item.pair.0, quote: item.pair.1),
            day: RateRulesTests.day)
        hint.feed = "x"
        hint.units = UnitChanges([RateRulesTests.pounds])
        hint.siblings = [("KRW", 0.4105), ("USD", 612.3)]
        #expect(hint.text == item.text)
    }

    @Test func theUnitIsAPropertyOfFeedAndDay() {
        let units = UnitChanges([RateRulesTests.pounds])
        let (perDollar, inSom) = (
            SeriesKey.Pair(base: "USD", quote: "SYP"), SeriesKey.Pair(base: "SYP", quote: "UZS")
        )
        #expect(units.scale(perDollar, feed: "x", on: RateRulesTests.day) == 100)
        #expect(units.scale(perDollar, feed: "cbu", on: RateRulesTests.day) == 1)
        #expect(units.scale(perDollar, feed: "cbu", on: RateRulesTests.day + -1) == 100)
        #expect(units.scale(inSom, feed: "cbu", on: RateRulesTests.day + -1) == 0.01)
    }
}
