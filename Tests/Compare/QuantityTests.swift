import Glibc
import Indicators
import Rates
import Report
import Testing
import Vocabulary

@testable import Compare

/// What besides a currency's return may be compared: how much it moves, a premium, a series that is no rate.
@Suite struct QuantityTests {
    private static func lone(
        _ lone: LoneSeries, _ values: [Double], every days: Int = 1, key: String = "XA:rate:test"
    ) throws -> RateTable {
        let key = try #require(SeriesKey(key))
        let points = values.enumerated().map { row, value in
            DatedPoint(
                day: days == 1 ? SyntheticSource.day(row: row) : SyntheticSource.start + row * days, value: value,
                knownFrom: Instant(seconds: 0),
                run: RunID(seen: Instant(seconds: 0), feed: "own", digest: "00000000"))
        }
        return RateTable(lone, DatedSeries(key: key, unit: "", points: points)) { Instant($0 + 1) }
    }

    private func rows(_ comparison: Comparison) throws -> [ComparisonRow] {
        var comparison = comparison
        comparison.windows = [try EventWindow(0, 1)]
        return try comparison.rows()
    }

    @Test("Volatility is the size of the return, against its own mean and that of the basket's sizes")
    func volatility() throws {
        let source = SyntheticSource()
        var comparison = try source.comparison([event("E", "2021-01-18")])
        comparison.quantities = [.change, .volatility]
        comparison.models = [.mean]
        comparison.numeraires = ["EUR"]
        let found = try rows(comparison)
        #expect(found.map(\.series) == ["EUR/XXA:reference:test", "volatility(EUR/XXA:reference:test)"])
        let quotes = try #require(source.quotes["XXA"])
        let sizes = zip(quotes.dropFirst(), quotes).map { abs(log($1 / $0)) }
        let alpha = sizes[9..<259].reduce(0, +) / 250
        #expect(isNear(found[1].car, sizes[269] + sizes[270] - 2 * alpha, relative: 1e-9))
        #expect(found[1].number("pct") == nil, "a sum of sizes is no change of value")
        let words = try #require(ComparisonWords.passages([found[1]]).first)
        #expect(words.paragraph.hasPrefix("The moves of the XXA against the euro add up to "))
    }

    @Test("A premium is compared by itself: no numeraire changes it, and it has no market")
    func premium() throws {
        let ratios = (0..<300).map { 1.5 + 0.02 * sin(1.3 * Double($0)) + ($0 >= 270 ? 0.6 : 0) }
        let lone = LoneSeries(name: "premium(a over b)", currency: "XXA", quantity: .premium)
        var comparison = Comparison(
            events: [event("E", "2021-01-18")], tables: [try Self.lone(lone, ratios)], seriesByCurrency: [:])
        comparison.afterFix = [0]
        comparison.quantities = [.premium]
        let found = try rows(comparison)
        #expect(found.map(\.status) == [.ok, .noMarket])
        #expect(isNear(found[0].move, log(ratios[271] / ratios[269]), relative: 1e-12))
        #expect(found[0].currency == "XXA" && found[0].series == "premium(a over b)")
        let words = try #require(ComparisonWords.passages(found).first)
        #expect(words.verdict.hasPrefix("premium of XXA: "))
        #expect(words.paragraph.contains("moved away from its official rate by"))
    }

    @Test("A series of a country's events that may be negative is compared by its differences")
    func difference() throws {
        let values = (0..<300).map { 0.5 * sin(0.9 * Double($0)) + ($0 >= 270 ? 3 : 0) }
        let lone = LoneSeries(name: "XA:rate:test", area: "XA", quantity: .difference)
        var comparison = Comparison(
            events: [event("E", "2021-01-18"), event("F", "2021-01-18", countries: ["XB"])],
            tables: [try Self.lone(lone, values)], seriesByCurrency: [:])
        comparison.only = [try #require(SeriesKey("XA:rate:test"))]
        comparison.afterFix = [0]
        comparison.models = [.mean]
        let found = try rows(comparison)
        // The other country's event has nothing to do with it.
        #expect(found.map(\.event) == ["E"])
        #expect(isNear(found[0].move, values[271] - values[269], relative: 1e-12))
        #expect(found[0].number("pct") == nil)
    }

    @Test("A monthly series has returns, but day 0 and the next row are two months and nothing is claimed of them")
    func monthly() throws {
        let values = (0..<300).map { 50 + sin(0.9 * Double($0)) }
        let lone = LoneSeries(name: "XA:rate:test", area: "XA", quantity: .change)
        var comparison = Comparison(
            events: [event("E", (SyntheticSource.start + 270 * 31).description)],
            tables: [try Self.lone(lone, values, every: 31)], seriesByCurrency: [:])
        comparison.only = [try #require(SeriesKey("XA:rate:test"))]
        comparison.afterFix = [0]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 1), try EventWindow(0, 4)]
        let found = try comparison.rows()
        #expect(found.map(\.status) == [.infrequent, .ok])
        #expect(found[0].test == nil && found[0].car == nil && found[0].fit?.count == 250)
        #expect(ComparisonWords.passages([found[1]])[0].paragraph.contains("over the 5 observations from"))
    }

    @Test(arguments: [([1, 1, 3, 1, 1], 5, false), ([7, 7, 7, 14], 16, false), ([31, 28, 31, 30], 64, true)])
    func aGapIsMoreThanOneMissedObservation(distances: [Int], gap: Int, isMonthly: Bool) {
        var days = [SyntheticSource.start]
        for distance in distances { days.append(days[days.count - 1] + distance) }
        let rhythm = Rhythm(days)
        #expect(rhythm.longestGap == gap && rhythm.isMonthly == isMonthly && rhythm.isSlow == (gap > 5))
    }
}
