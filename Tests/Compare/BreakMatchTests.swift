import Glibc
import Testing
import Vocabulary

@testable import Compare

/// Breaks held against events: which lie near, and how many would by chance.
@Suite struct BreakMatchTests {
    /// The definition, word for word: every event is turned and held against every break.
    private static func byDefinition(_ events: [Int], _ breaks: [ClosedRange<Int>], _ count: Int) -> (Int, Double) {
        func score(_ rows: [Int]) -> Int {
            rows.filter { row in breaks.contains { $0.lowerBound <= row && row <= $0.upperBound } }.count
        }
        let observed = score(events)
        let asMany = (1...999).filter { j in
            let shift = Int(floor(Double(j * count) / 1000))
            return score(events.map { ($0 - 1 + shift) % count + 1 }) >= observed
        }
        return (observed, Double(1 + asMany.count) / 1000)
    }

    @Test(
        "Score and chance are those of the definition",
        arguments: [
            ([150, 20, 400], [140...160, 395...415], 977), ([1, 977], [-9...11, 970...990], 977),
            ([10, 10, 11, 12], [5...30], 1000), ([3], [1...20], 20), ([500], [100...120], 4321),
            ([1, 2, 3], [-50 ... -40, 2000...2100], 1500), ([7, 9], [], 60), ([5, 50], [-1_000_000...1_000_000], 99),
            ([40, 41, 42, 300, 301], [30...50, 45...65, 290...310], 613),
        ] as [([Int], [ClosedRange<Int>], Int)])
    func rotations(events: [Int], breaks: [ClosedRange<Int>], count: Int) {
        let match = BreakMatch(events: events, outside: 0, breaks: breaks, count: count)
        let expected = Self.byDefinition(events, breaks, count)
        #expect(match.score == expected.0 && match.p == expected.1)
        let rows = (1...count).filter { row in breaks.contains { $0.contains(row) } }.count
        #expect(isNear(match.covered, Double(rows) / Double(count), relative: 1e-12))
    }

    /// Its drift breaks after the 149th return; the k-th return is dated row k.
    private static let broken: [Double] = {
        var level = 80.0
        return (0..<300).map { row in
            level *= exp((row >= 150 ? 0.02 : 0) + 0.002 * sin(Double(row * 7919 % 101)))
            return level
        }
    }()

    private func breaks(
        _ quotes: [Double], _ events: [NewsEvent], _ kind: BreakKind = .drift, unnamed: Bool = false,
        from: Day? = nil, to: Day? = nil
    ) throws -> [SeriesBreak] {
        var source = SyntheticSource()
        source.quotes["XXA"] = quotes
        return try source.comparison([]).breaks(
            SyntheticSource.key("XXA"), numeraire: "EUR", kinds: [kind], from: from, to: to,
            candidates: BreakCandidates(events, takesUnnamed: unnamed))
    }

    private func event(row: Int, later: Int = 0, afterFix: Int? = nil, hour: Int? = nil, id: String = "E") -> NewsEvent
    {
        var event = NewsEvent(id: id, date: SyntheticSource.day(row: row) + later)
        event.currencies = ["XXA"]
        event.afterFix = afterFix
        event.time = hour.map { Instant(event.date, hour: $0, minute: 0) }
        return event
    }

    // Rows 139, 149 and 159 are Fridays; the fix is at 13:15 UTC.
    @Test(
        "Ten rows on either side of a break are within reach, counted from the row on which an event could first show",
        arguments: [
            (149, 0, nil, nil, true), (139, 0, nil, nil, true), (138, 0, nil, nil, false), (159, 0, nil, nil, true),
            (160, 0, nil, nil, false), (159, 0, 1, nil, false), (138, 0, 1, nil, true), (159, 0, 0, nil, true),
            (159, 1, nil, nil, false), (138, 0, nil, 12, false), (138, 0, nil, 14, true), (159, 0, nil, 12, true),
            (159, 0, 0, 14, false), (159, 0, 1, 12, true),
        ] as [(Int, Int, Int?, Int?, Bool)])
    func reach(row: Int, later: Int, afterFix: Int?, hour: Int?, isNear: Bool) throws {
        let found = try breaks(
            Self.broken, [event(row: row, later: later, afterFix: afterFix, hour: hour), event(row: 20, id: "far")])
        #expect(found.map(\.index) == [149])
        #expect(found[0].events == (isNear ? ["E"] : []))
        #expect(found[0].match?.knownScore == (isNear ? 1 : 0) && found[0].match?.inside == 2)
    }

    @Test("Of a level the interval is within reach, and two rows beyond it")
    func level() throws {
        let quotes = (0..<300).map { 80 * exp(($0 >= 150 ? 0.05 : 0) + 0.02 * sin(Double($0 * $0 % 97))) }
        let first = try #require(try breaks(quotes, [], .level).first)
        #expect(first.match == nil && first.events.isEmpty)
        let interval = try #require(first.interval)
        let (low, high) = (interval.lowerBound, interval.upperBound)
        // Row 1 of a level is row 0 of the source.
        let events = [low - 3, low - 2, high + 2, high + 3].map { event(row: $0 - 1, id: "row \($0)") }
        let found = try #require(try breaks(quotes, events, .level).first)
        #expect(found.events == ["row \(low - 2)", "row \(high + 2)"])
        let expected = Self.byDefinition(
            events.indices.map { [low - 3, low - 2, high + 2, high + 3][$0] }, [low - 2...high + 2], 300)
        #expect(found.match?.score == 2 && found.match?.p == expected.1)
    }

    @Test("Events before the slice and after it are left out and counted; with none inside there is no score")
    func outside() throws {
        let (from, to) = (SyntheticSource.day(row: 100), SyntheticSource.day(row: 199))
        let beyond = [
            event(row: 99, id: "before"), event(row: 200, id: "after"), event(row: 199, afterFix: 1, id: "last"),
            event(row: 299, later: 90, id: "far after"), event(row: 0, later: -90, id: "far before"),
        ]
        let none = try #require(try breaks(Self.broken, beyond, from: from, to: to).first?.match)
        #expect(none.inside == 0 && none.outside == 5 && none.knownScore == nil && none.p == nil)
        let found = try breaks(Self.broken, beyond + [event(row: 150)], from: from, to: to)
        let match = try #require(found.first?.match)
        // 99 returns from row 101 on: the 49th stands before the break, and the event falls onto the 50th.
        #expect(match.inside == 1 && match.outside == 5 && match.p == Self.byDefinition([50], [39...59], 99).1)
        #expect(found[0].events == ["E"])
    }

    @Test("An event in a gap falls onto the next row that has a value")
    func gap() throws {
        var quotes = Self.broken
        for row in 40..<140 { quotes[row] = .nan }
        let found = try breaks(quotes, [event(row: 60), event(row: 30, id: "other")])
        // 39 returns before the gap; the one across it is left out, so that row 141 is the 40th.
        #expect(found.map(\.n) == [198] && found[0].match?.inside == 2)
        let index = try #require(found[0].index)
        #expect(found[0].events.contains("E") == (index - 10...index + 10).contains(40))
    }

    @Test("Only events of the series' currency count; one that names none does if it was chosen by itself")
    func currencies() throws {
        var (other, unnamed) = (event(row: 150, id: "other"), event(row: 150, id: "unnamed"))
        other.currencies = ["XXB"]
        unnamed.currencies = []
        let twice = [event(row: 151), event(row: 151)]
        #expect(try breaks(Self.broken, [other, unnamed])[0].match == nil)
        #expect(try breaks(Self.broken, [other, unnamed] + twice)[0].events == ["E"])
        let all = try breaks(Self.broken, [other, unnamed] + twice, unnamed: true)[0]
        #expect(all.events == ["unnamed", "E"] && all.match?.score == 2)
    }

    @Test("A series without a break matches nothing, by chance always as much; a constant one does not abort")
    func none() throws {
        let calm = (0..<300).map { 80 + 0.5 * sin(Double($0 * $0 % 97)) }
        for quotes in [calm, [Double](repeating: 80, count: 300)] {
            for kind in BreakKind.allCases {
                let found = try breaks(quotes, [event(row: 150)], kind)
                guard found.map(\.number) == [0] else { continue }
                #expect(found[0].match?.knownScore == 0 && found[0].match?.p == 1 && found[0].events.isEmpty)
            }
        }
        let empty = try breaks([Double](repeating: .nan, count: 300), [event(row: 150)])
        #expect(empty[0].n == 0 && empty[0].match?.p == nil && empty[0].match?.outside == 1)
    }
}
