import Glibc
import Testing
import Vocabulary

@testable import Compare

/// Several events of one tag, against the formulas of Docs/Methods.md written out once more.
@Suite struct PoolTests {
    /// 700 weekdays of three currencies that share a wave, so that their residuals move together.
    private static let source: SyntheticSource = {
        var source = SyntheticSource()
        func noise(_ row: Int, _ seed: Int) -> Double {
            sin(Double(row * row) * 0.37 + Double(seed * row))
        }
        func level(_ seed: Int, _ share: Double) -> [Double] {
            var level = 50.0
            return (0..<700).map { (row: Int) -> Double in
                let common: Double = share * noise(row, 1)
                let own: Double = (1 - share) * noise(row, seed)
                level *= exp(0.006 * (common + own))
                return level
            }
        }
        source.quotes = [
            "USD": level(2, 0), "GBP": level(3, 0), "XXA": level(5, 0.6), "XXB": level(11, 0.6), "XXC": level(17, 0.6),
        ]
        return source
    }()

    private static func events(_ count: Int, every: Int = 40, tag: String = "sanctions") -> [NewsEvent] {
        (0..<count).map { number in
            var made = event(
                "E\(number)", SyntheticSource.day(row: 400 + number / 3 * every).description,
                [["XXA", "XXB", "XXC"][number % 3]], countries: [["AA", "BB", "CC"][number % 3]])
            made.tags = [tag]
            made.direction = "tighten"
            return made
        }
    }

    private func pooled(
        _ events: [NewsEvent], _ model: NormalModel = .mean, windows: [(Int, Int)] = [(0, 1)], least: Int = 5,
        tags: [String] = ["sanctions"]
    ) throws -> [PoolRow] {
        var comparison = try Self.source.comparison(events)
        comparison.models = [model]
        comparison.windows = try windows.map { try EventWindow($0.0, $0.1) }
        comparison.numeraires = ["EUR"]
        return try comparison.pooled(Pool.pools(tags, of: comparison.events), least: least, seed: 7)
    }

    private func rows(_ events: [NewsEvent], _ window: (Int, Int)) throws -> [ComparisonRow] {
        var comparison = try Self.source.comparison(events)
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(window.0, window.1)]
        comparison.numeraires = ["EUR"]
        return try comparison.rows()
    }

    /// Log returns of a currency in euros.
    private static func returns(_ code: String) -> [Double] {
        let quotes = source.quotes[code] ?? []
        return [.nan] + zip(quotes.dropFirst(), quotes).map { log($1 / $0) }
    }

    @Test("Mean, t over events, Patell, BMP, the mean correlation and Kolari-Pynnonen follow their formulas")
    func parametric() throws {
        let events = Self.events(9)
        let figures = try #require(try pooled(events)[0].figures)
        let rows = try rows(events, (0, 1))
        let (car, t) = (rows.compactMap(\.car), rows.compactMap { $0.test?.t })
        let n = Double(car.count)
        func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
        func sd(_ x: [Double]) -> Double {
            sqrt(x.map { ($0 - mean(x)) * ($0 - mean(x)) }.reduce(0, +) / Double(x.count - 1))
        }
        #expect(n == 9)
        #expect(isNear(figures.caar, mean(car), relative: 1e-12))
        #expect(isNear(figures.crossSectional, mean(car) / (sd(car) / sqrt(n)), relative: 1e-12))
        let bmp = mean(t) * sqrt(n) / sd(t)
        #expect(isNear(figures.bmp, bmp, relative: 1e-12))
        #expect(isNear(figures.patell, t.reduce(0, +) / sqrt(n * 249 / 247), relative: 1e-12))
        // Every pair of residuals on the rows that both estimations have.
        var (sum, pairs) = (0.0, 0.0)
        for a in events.indices {
            for b in events.indices where b > a {
                let (x, y) = (Self.returns(events[a].currencies[0]), Self.returns(events[b].currencies[0]))
                let (first, last) = (400 + b / 3 * 40 - 260, 400 + a / 3 * 40 - 11)
                let (own, other) = (Array(x[first...last]), Array(y[first...last]))
                let xy = zip(own, other).map { ($0 - mean(own)) * ($1 - mean(other)) }.reduce(0, +)
                sum += xy / (sd(own) * sd(other) * Double(own.count - 1))
                pairs += 1
            }
        }
        let rbar = sum / pairs
        #expect(rbar > 0.05)
        #expect(isNear(figures.rbar, rbar, relative: 1e-9))
        #expect(isNear(figures.kolariPynnonen, bmp * sqrt((1 - rbar) / (1 + (n - 1) * rbar)), relative: 1e-9))
    }

    @Test("Corrado's ranks and the generalised sign test follow theirs")
    func ranks() throws {
        let events = Self.events(6)
        let figures = try #require(try pooled(events, windows: [(0, 1)])[0].figures)
        var columns = [Double](repeating: 0, count: 271)
        var (positive, share) = (0.0, 0.0)
        for (number, event) in events.enumerated() {
            let r = Self.returns(event.currencies[0])
            let zero = 400 + number / 3 * 40
            let estimation = Array(r[(zero - 260)...(zero - 11)])
            let alpha = estimation.reduce(0, +) / 250
            let all = estimation + Array(r[(zero - 10)...(zero + 10)])
            for (column, value) in all.enumerated() {
                let below = Double(all.filter { $0 < value }.count)
                let equal = Double(all.filter { $0 == value }.count)
                columns[column] += (below + (equal + 1) / 2 - 136) / 6
            }
            share += Double(estimation.filter { $0 > alpha }.count) / 250 / 6
            if r[zero] + r[zero + 1] - 2 * alpha > 0 { positive += 1 }
        }
        let spread = sqrt(columns.map { $0 * $0 }.reduce(0, +) / 271)
        #expect(isNear(figures.corrado, (columns[260] + columns[261]) / (sqrt(2) * spread), relative: 1e-9))
        #expect(Double(figures.positive) == positive)
        #expect(isNear(figures.positiveShare, share, relative: 1e-12))
        #expect(isNear(figures.sign, (positive - 6 * share) / sqrt(6 * share * (1 - share)), relative: 1e-9))
    }

    @Test("Up to 16 values every vector of signs is tried; beyond, they are drawn from the seed")
    func signFlips() {
        // Of the eight vectors two reach |1 + 2 + 3|, and of (3, 1, -1) six reach |3|: all but 3 - 1 - 1 and its negative.
        #expect(SignFlip.p([1, 2, 3], seed: 0) == 0.25)
        #expect(SignFlip.p([3, 1, -1], seed: 0) == 6.0 / 8)
        let many = (0..<20).map { Double($0 % 5) - 1.5 }
        #expect(SignFlip.p(many, seed: 1) == SignFlip.p(many, seed: 1))
        #expect(SignFlip.p(many, seed: 1) != SignFlip.p(many, seed: 2))
        // Reference numbers of the algorithm's authors for seed 1234567.
        var generator = SplitMix64(seed: 1_234_567)
        #expect([generator.next(), generator.next()] == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973])
    }

    @Test("What tightens and what eases stand apart, and one measure and stage at a time")
    func poolsStandApart() {
        var events = Self.events(6)
        events[1].direction = "ease"
        events[2].measure = "listing"
        events[3].measure = "listing"
        events[3].stage = "in_force"
        let pools = Pool.pools(["sanctions"], of: events)
        #expect(pools.map(\.direction) == ["tighten", "ease", "tighten", "tighten"])
        #expect(pools.map(\.events.count) == [3, 1, 1, 1])
        for index in events.indices {
            (events[index].direction, events[index].measure, events[index].stage) = ("", "", "")
        }
        #expect(Pool.pools(["sanctions"], of: events).map(\.events.count) == [6])
    }

    @Test("Events of one country on one date are one, and a series enters a day only once")
    func merging() throws {
        var events = Self.events(6)
        var twin = events[0]
        twin.id = "TWIN"
        twin.currencies = ["XXB"]
        events.insert(twin, at: 1)
        let merged = Pool.pools(["sanctions"], of: events)[0].events
        #expect(merged.count == 6 && merged[0].currencies == ["XXA", "XXB"])
        // E0 now brings XXB on the day that E1 brings it too; a Saturday before a Monday is the same day 0.
        #expect(try pooled(events)[0].entries.count == 6)
        var saturday = events[3]
        saturday.id = "SATURDAY"
        saturday.countries = ["ZZ"]
        saturday.date = saturday.date + -1
        let row = try pooled(events + [saturday])[0]
        #expect(SyntheticSource.day(row: 400).weekday == 1)
        #expect(row.entries.map(\.event) == ["E0", "E0", "E2", "E3", "E4", "E5"])
        #expect(row.dates == 2)
    }

    @Test("Too few are only listed, an unknown tag has a row that says so, and a torn window leaves its pool")
    func tooFew() throws {
        let rows = try pooled(Self.events(4), tags: ["sanctions", "unheard"])
        #expect(rows.map(\.status) == ["too_few", "no_events"])
        #expect(rows[0].entries.count == 4 && rows[0].figures == nil)
        var events = Self.events(6)
        events[5].date = SyntheticSource.day(row: 699)
        let torn = try pooled(events, windows: [(0, 0), (0, 1)])
        #expect(torn.map(\.entries.count) == [6, 5])
        #expect(torn[0].figures?.corrado != nil)
    }
}
