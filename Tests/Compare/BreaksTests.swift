import CMath
import Glibc
import Indicators
import Rates
import Testing
import Vocabulary

@testable import Compare

@Suite struct BreaksTests {
    /// Numbers that any language makes again.
    private static func noise(_ count: Int, seed: Int, steps: [Int: Double] = [:]) -> [Double] {
        var level = 0.0
        return (0..<count).map { index in
            level += steps[index] ?? 0
            return level + sin(Double(index * index % 97 + seed)) + 0.5 * cos(Double(index * 31 % 53) * 1.3)
        }
    }

    /// Every partition is weighed: the definition, in cubic time.
    private static func exhaustive(_ y: [Double], penalty: Double, shortest: Int) -> (breaks: [Int], objective: Double)
    {
        func cost(_ a: Int, _ b: Int) -> Double {
            let mean = y[a..<b].reduce(0, +) / Double(b - a)
            return y[a..<b].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        var best: [(objective: Double, breaks: [Int])?] = Array(repeating: nil, count: y.count + 1)
        for t in shortest...y.count {
            best[t] = (cost(0, t), [])
            guard t >= 2 * shortest else { continue }
            for s in shortest...t - shortest {
                guard let before = best[s] else { continue }
                let objective = before.objective + cost(s, t) + penalty
                if objective < best[t]?.objective ?? .infinity { best[t] = (objective, before.breaks + [s]) }
            }
        }
        let found = best[y.count] ?? (0, [])
        return (found.breaks, found.objective)
    }

    @Test(
        "The partition is the best of all, wherever the breaks stand",
        arguments: [
            (40, 5, [:], 3.0), (90, 7, [20: 3.0, 50: -2.5], 6.0), (131, 20, [20: 4.0, 111: 4.0], 8.0),
            (150, 20, [70: 2.0, 71: 2.0], 5.0), (160, 3, [12: 5.0, 90: -5.0, 95: 5.0], 2.0), (39, 20, [10: 9.0], 1.0),
        ] as [(Int, Int, [Int: Double], Double)])
    func partition(count: Int, shortest: Int, steps: [Int: Double], penalty: Double) {
        let y = Self.noise(count, seed: count, steps: steps)
        let found = ExactPartition(y, penalty: penalty, shortest: shortest)
        let expected = Self.exhaustive(y, penalty: penalty, shortest: shortest)
        #expect(found.breaks == expected.breaks)
        #expect(isNear(found.objective, expected.objective, relative: 1e-10))
    }

    @Test("Of two partitions that cost the same the earliest break is taken")
    func ties() {
        // The middle may belong to either side; all sums are whole, so that both cost exactly 72.
        let y = [0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8].map(Double.init)
        let found = ExactPartition(y, penalty: 40, shortest: 4)
        #expect(found.breaks == [4] && found.objective == 72)
    }

    @Test("As many levels as the least BIC says, each break where it was made, its interval around it")
    func levels() throws {
        let y = Self.noise(400, seed: 3, steps: [130: 6, 260: -9])
        let found = LevelBreaks(y)
        #expect(found.breaks.map(\.index) == [130, 260])
        for found in found.breaks { #expect(try #require(found.interval).contains(found.index)) }
        #expect(LevelBreaks(Array(y.prefix(110))).breaks.isEmpty)
    }

    // scipy 1.16: brentq on the distribution written with log_ndtr.
    @Test(
        "The interval of a break has the quantiles of Bai's distribution",
        arguments: [
            (1.0, 11.033292445409398, -11.033292445409394), (0.25, 1.9773064072230258, -11.839499913860154),
            (4.0, 47.35799965544047, -7.909225628892139), (30.0, 358.0880656882296, -0.6933010862521533),
        ])
    func quantiles(ratio: Double, upper: Double, lower: Double) {
        #expect(isNear(BaiInterval.quantile(0.975, ratio), upper, relative: 1e-9))
        #expect(isNear(BaiInterval.quantile(0.025, ratio), lower, relative: 1e-9))
    }

    // scipy 1.16: special.log_ndtr.
    @Test(arguments: [
        (-1.96, -3.6889636517296385), (-20.0, -203.9171553710973), (-34.9, -613.4772446953714),
        (-36.0, -652.5032275937986), (-50.0, -1254.8313611394199), (-300.0, -45006.62273211866),
    ])
    func theLogarithmOfAChanceIsRightWhereTheChanceItselfVanishes(z: Double, expected: Double) {
        #expect(isNear(bellwether_normal_log_cdf(z), expected, relative: 1e-12))
    }

    private func breaks(_ quotes: [Double], _ kinds: [BreakKind], from: Day? = nil) throws -> [SeriesBreak] {
        var source = SyntheticSource()
        source.quotes["XXA"] = quotes
        return try source.comparison([]).breaks(
            SyntheticSource.key("XXA"), numeraire: "EUR", kinds: kinds, from: from)
    }

    @Test("A fall that sets in on one day is a break in the drift of returns, dated by its rows")
    func drift() throws {
        var level = 80.0
        let quotes = (0..<300).map { row -> Double in
            level *= exp((row >= 150 ? 0.02 : 0) + 0.002 * sin(Double(row * 7919 % 101)))
            return level
        }
        let rows = try breaks(quotes, [.drift])
        // The first return belongs to the second row, so that row 150 is the 150th return.
        #expect(rows.map(\.index) == [149])
        #expect(
            rows[0].lastOfSegment == SyntheticSource.day(row: 149)
                && rows[0].firstOfNext == SyntheticSource.day(row: 150))
        #expect(rows[0].number == 1 && rows[0].n == 299)
        let penalty = try #require(rows[0].penalty)
        #expect(isNear(penalty, 3 * log(299), relative: 1e-12))
        // Asked from row 100 on, the slice begins there and its first return is of row 101.
        #expect(try breaks(quotes, [.drift], from: SyntheticSource.day(row: 100)).map(\.index) == [49])
    }

    @Test("Without a break there is one row that says so; a constant series has nothing to minimise")
    func none() throws {
        var state: UInt64 = 1
        let calm = (0..<300).map { _ -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return 80 + Double(state >> 40) / Double(1 << 24)
        }
        let rows = try breaks(calm, [.drift, .volatility])
        #expect(rows.map(\.number) == [0, 0] && rows.allSatisfy { $0.index == nil && $0.objective != nil })
        let constant = try breaks([Double](repeating: 80, count: 300), [.drift, .level])
        #expect(constant.map(\.number) == [0, 0] && constant.allSatisfy { $0.objective == nil })
        #expect(constant[0].mad == 0)
        // Every move of one size: there is no volatility that could break.
        let even = try breaks((0..<300).map { $0 % 2 == 0 ? 80 : 80.8 }, [.volatility])
        #expect(even.map(\.number) == [0] && even[0].objective == nil)
    }

    @Test("More than a thousand rows of a level are refused with what to do")
    func tooLong() throws {
        let fault = try #require(throws: Fault.self) {
            try breaks((0..<1001).map { 80 + Double($0 % 7) }, [.level])
        }
        #expect(fault.code == "too_long" && fault.remedy.contains("--from"))
    }

    @Test("A series that is no rate is cut by its differences and its own level, beside the events of its country")
    func lone() throws {
        let values = (0..<200).map { ($0 < 100 ? -1.0 : 4) + 0.3 * sin(2.3 * Double($0)) }
        let key = try #require(SeriesKey("XA:rate:test"))
        let points = values.enumerated().map {
            DatedPoint(
                day: SyntheticSource.day(row: $0), value: $1, knownFrom: Instant(seconds: 0),
                run: RunID(seen: Instant(seconds: 0), feed: "own", digest: "00000000"))
        }
        let table = RateTable(
            LoneSeries(name: key.text, area: "XA", quantity: .difference),
            DatedSeries(key: key, unit: "percent", points: points)
        ) { Instant($0 + 1) }
        let near = event("near", SyntheticSource.day(row: 101).description)
        let foreign = event("foreign", SyntheticSource.day(row: 101).description, countries: ["XB"])
        let comparison = Comparison(events: [], tables: [table], seriesByCurrency: [:])
        let found = try comparison.breaks(
            key, numeraire: "USD", kinds: [.level], candidates: BreakCandidates([near, foreign], takesUnnamed: true))
        let step = try #require(found.first { $0.index == 100 })
        #expect(step.events == ["near"])
    }
}
