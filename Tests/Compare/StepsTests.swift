import Glibc
import Report
import Testing
import Vocabulary

@testable import Compare

/// Managed currencies: no test, but dated steps.
@Suite struct StepsTests {
    /// A peg that was moved three times, and trembles by a tenth of a percent now and then.
    private static let source: SyntheticSource = {
        var source = SyntheticSource()
        var level = 10.0
        source.quotes["XXA"] = (0..<300).map { row in
            switch row {
            case 50: level *= 1.04
            case 265: level *= 1.10
            case 290: level /= 1.02
            default: if row % 10 == 3 { level *= row % 20 == 3 ? 1.001 : 1 / 1.001 }
            }
            return level
        }
        return source
    }()

    private func comparison() throws -> Comparison {
        var comparison = try Self.source.comparison([event("E", "2021-01-18")])
        comparison.numeraires = ["EUR"]
        comparison.windows = [try EventWindow(0, 1)]
        return comparison
    }

    @Test("Moves beyond half a percent or eight MADs are steps, each with its distance from the event")
    func distances() throws {
        let rows = try comparison().steps(from: nil, to: nil, within: 5)
        #expect(rows.compactMap(\.step?.row) == [50, 265, 290])
        #expect(rows.map(\.rows) == [-220, -5, 20])
        #expect(rows.map(\.days) == [50, 265, 290].map { SyntheticSource.day(row: $0) - day("2021-01-18") })
        #expect(rows.allSatisfy { $0.isManaged })
        #expect(isNear(rows[1].step?.size, -log(1.10), relative: 1e-12))
        // Of 33 nonzero returns the median is one of the 15 falls by a thousandth, and the median distance from it twice that.
        #expect(isNear(rows[0].steps.threshold, 8 * 2 * log(1.001), relative: 1e-9))
        #expect(rows[0].steps.returns == 299)
        #expect(isNear(rows[0].steps.chance(within: 5), 1 - pow(1 - 11.0 / 299, 3), relative: 1e-12))
        #expect(StepRow.nearest(rows).compactMap(\.step?.row) == [265, 290])
    }

    @Test("The range asked for bounds what is looked at")
    func range() throws {
        let steps = try comparison().steps(
            from: SyntheticSource.day(row: 200), to: SyntheticSource.day(row: 280), within: 2)
        #expect(steps.compactMap(\.step?.row) == [265])
        #expect(steps[0].steps.returns == 81)
    }

    @Test("The words of a managed currency name the nearest step and the chance of one near a random date")
    func words() throws {
        let found = try #require(ComparisonWords.passages(try comparison().rows()).first)
        #expect(found.verdict.hasPrefix("XXA in EUR: cannot be judged: the series hardly moves"))
        #expect(found.paragraph.contains("It was moved in 3 steps"))
        #expect(found.paragraph.contains("-9.1 % on 2021-01-11, lies 7 days before it"))
        #expect(found.paragraph.contains("with a chance of 0.106"))
    }

    @Test("A series that never moved has no step, and says so")
    func stale() throws {
        var source = SyntheticSource()
        source.quotes["XXA"] = [Double](repeating: 4, count: 300)
        var comparison = try source.comparison([event("E", "2021-01-18")])
        comparison.numeraires = ["EUR"]
        let rows = try comparison.steps(from: nil, to: nil, within: 5)
        #expect(rows.count == 1 && rows[0].step == nil && rows[0].steps.chance(within: 5) == 0)
        let words = try #require(ComparisonWords.passages(try comparison.rows()).first)
        #expect(words.paragraph.contains("In 299 returns it was never moved by more than 0.5 %."))
    }
}
