import Report
import Testing
import Vocabulary

@testable import Compare

@Suite struct ExplanationTests {
    private func lines(_ source: SyntheticSource = SyntheticSource(), _ on: String = "2021-01-18") throws
        -> [ExplainedLine]
    {
        var comparison = try source.comparison([event("E", on)])
        comparison.windows = [try EventWindow(0, 1)]
        comparison.models = [.market]
        return try comparison.explained()
    }

    private func number(_ lines: [ExplainedLine], _ step: String, _ name: String) -> Double? {
        switch lines.first(where: { $0.step == step && $0.name == name })?.value {
        case .number(let value): value
        case .count(let value): Double(value)
        default: nil
        }
    }

    @Test("The lines hold the row's figures, and the abnormal returns add up to theirs")
    func figures() throws {
        let lines = try lines()
        var comparison = try SyntheticSource().comparison([event("E", "2021-01-18")])
        comparison.windows = [try EventWindow(0, 1)]
        comparison.models = [.market]
        let row = try #require(try comparison.rows().first)
        #expect(number(lines, "estimation", "beta") == row.fit?.beta)
        #expect(number(lines, "plain", "t") == row.test?.t)
        #expect(number(lines, "placebo", "rank") == row.number("rank"))
        let abnormal = lines.filter { $0.name.hasPrefix("AR ") }.compactMap { number([$0], "window", $0.name) }
        #expect(abnormal.count == 2)
        #expect(isNear(number(lines, "window", "CAR"), abnormal.reduce(0, +), relative: 1e-12))
    }

    @Test("The histogram counts every placebo span once and marks where the event lies")
    func histogram() throws {
        let bars = try lines().filter { $0.step == "placebo" && $0.name.contains(" to ") }
        let counts = bars.map { number([$0], "placebo", $0.name) ?? 0 }
        #expect(bars.count == 9 && counts.reduce(0, +) == 249)
        #expect(bars.filter { $0.shown.contains("<- the event") }.count <= 1)
    }

    @Test("What is withheld says why, and the rest of the lines end there")
    func withheld() throws {
        let lines = try lines(SyntheticSource(), "2020-02-03")
        #expect(lines.map(\.name) == ["status", "day 0"])
        #expect(lines[0].value == .word("short_estimation") && lines[0].shown.contains("fewer than 120 returns"))
    }
}
