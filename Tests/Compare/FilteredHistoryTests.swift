import Glibc
import Report
import Testing
import Vocabulary

@testable import Compare

/// The definition of Docs/Methods.md written out once more, without a thought for speed.
private struct WrittenOut {
    var z = 0.0
    var p = 0.0
    var lo = 0.0
    var hi = 0.0
    var count = 0
    var tail = 0.0

    /// - Parameter r: log returns by row, the first of them nothing.
    init(_ r: [Double], day0: Int, first: Int, last: Int) {
        let pool = Array(r[max(1, day0 - 510)...day0 - 11])
        let alpha = pool.reduce(0, +) / Double(pool.count)
        var f = pool.map { $0 - alpha }
        let s2 = f.map { $0 * $0 }.reduce(0, +) / Double(f.count - 1)
        if day0 - 10 < day0 + first { f += r[day0 - 10..<day0 + first].map { $0 - alpha } }
        var v = [s2]
        for move in f { v.append(0.96 * v.last! + 0.04 * move * move) }
        let n = last - first + 1
        var sizes: [Double] = []
        for i in 31...f.count - n + 1 {
            let sum = f[(i - 1)..<(i - 1 + n)].reduce(0, +)
            sizes.append(abs(sum / sqrt(Double(n) * v[i - 1])))
        }
        count = sizes.count
        let car = r[(day0 + first)...(day0 + last)].map { $0 - alpha }.reduce(0, +)
        let sd = sqrt(Double(n) * v[f.count])
        z = car / sd
        let reached = sizes.filter { $0 >= abs(z) }.count
        p = Double(1 + reached) / Double(1 + count)
        let q = sizes.sorted()[Int((0.95 * Double(count + 1)).rounded(.up)) - 1]
        (lo, hi) = (car - q * sd, car + q * sd)
        // The two-sided tail of Student's t(4), from its distribution function: P(|T| > t) with t = x sqrt 2.
        let x = abs(z) * sqrt(2 * Double(count) / sizes.map { $0 * $0 }.reduce(0, +))
        let t = x / sqrt(1 + x * x / 4)
        let below = 0.5 + 3.0 / 8 * t * (1 - t * t / 12)
        tail = reached > 0 ? p : min(p, 2 * (1 - below))
    }
}

@Suite struct FilteredHistoryTests {
    /// 700 weekdays of a currency that is calm, then wild, then leaps at row 620.
    private static let source: SyntheticSource = {
        var source = SyntheticSource()
        func wave(_ base: Double, _ size: Double, _ frequency: Double) -> [Double] {
            (0..<700).map { base + size * sin(frequency * Double($0)) }
        }
        var level = 80.0
        let studied = (0..<700).map { row -> Double in
            let size = (row / 60) % 2 == 0 ? 0.004 : 0.012
            level *= exp(size * sin(1.7 * Double(row) + 0.3 * Double(row % 13)))
            return row >= 620 ? level * 1.09 : level
        }
        source.quotes = ["USD": wave(1.1, 0.012, 0.71), "GBP": wave(0.86, 0.008, 1.13), "XXA": studied]
        return source
    }()

    @Test(
        "Filtered history is the definition written out, for windows before, on and after day 0",
        arguments: [(0, 1), (0, 0), (0, 4), (-1, 1), (-5, -1), (-10, -1), (0, 10)])
    func definition(first: Int, last: Int) throws {
        let date = SyntheticSource.day(row: 620)
        var comparison = try Self.source.comparison([event("E", date.description)])
        comparison.numeraires = ["EUR"]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(first, last)]
        let row = try #require(try comparison.rows().first)
        let found = try #require(row.filtered)
        let quotes = try #require(Self.source.quotes["XXA"])
        let returns = quotes.indices.map { $0 == 0 ? 0 : log((1 / quotes[$0]) / (1 / quotes[$0 - 1])) }
        let expected = WrittenOut(returns, day0: 620, first: first, last: last)
        #expect(found.count == expected.count)
        for (value, wanted) in [
            (found.z, expected.z), (found.p, expected.p), (found.lo, expected.lo), (found.hi, expected.hi),
        ] {
            #expect(isNear(value, wanted, relative: 1e-9), "\(value) \(wanted)")
        }
        #expect(abs(found.tailP - expected.tail) < 1e-12)
        #expect((found.lo > 0 || found.hi < 0) == (found.p <= 0.05))
    }

    @Test("Up to five rows it is the headline, and the words quote it; beyond, the t scaled by turbulence is")
    func headline() throws {
        var comparison = try Self.source.comparison([event("E", SyntheticSource.day(row: 620).description)])
        comparison.numeraires = ["EUR"]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 1), try EventWindow(0, 5)]
        let rows = try comparison.rows()
        #expect(rows[0].headlineQ == rows[0].multiplicity?.qFiltered && rows[0].standsOut)
        #expect(rows[1].headlineQ == rows[1].multiplicity?.qTurbulent)
        let words = rows.map { ComparisonWords.passages([$0])[0] }
        let spans = try #require(rows[0].filtered).count
        #expect(words[0].verdict.contains("stands out") && !words[0].verdict.contains("not"))
        #expect(words[0].paragraph.contains("were seen on 0 of \(spans) earlier 2-day spans (p at most 0.00"))
        #expect(
            words[0].paragraph.contains("filtered history of \(spans) spans") && !words[0].paragraph.contains("; k "))
        #expect(words[1].paragraph.contains("; k ") && !words[1].paragraph.contains("filtered history"))
        // Told together the first window is the headline and the other is named beside it.
        let together = ComparisonWords.passages(rows)
        #expect(together.count == 1 && together[0].paragraph.contains("By window: [0,+5] "))
    }

    @Test("Fewer than 300 returns before it, or a managed currency: withheld")
    func withheld() throws {
        var short = try SyntheticSource().comparison([event("E", "2021-01-18")])
        short.windows = [try EventWindow(0, 1)]
        #expect(try short.rows().allSatisfy { $0.status == .ok && $0.filtered == nil && $0.number("p_fhs") == nil })
        var pegged = Self.source
        pegged.quotes["XXA"] = (0..<700).map { $0 % 3 == 0 ? 80 + Double($0 % 7) : 80 }
        for row in 360..<700 { pegged.quotes["XXA"]?[row] = 80 + sin(Double(row)) }
        // The last 250 returns move; over the pool of 500 most did not.
        for row in 1..<360 { pegged.quotes["XXA"]?[row] = 80 }
        var comparison = try pegged.comparison([event("E", SyntheticSource.day(row: 620).description)])
        comparison.numeraires = ["EUR"]
        comparison.windows = [try EventWindow(0, 1)]
        #expect(try comparison.rows().allSatisfy { $0.status == .ok && $0.filtered == nil })
    }
}
