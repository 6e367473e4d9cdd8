import Report
import Testing
import Vocabulary

@testable import Compare

/// What is said of events near breaks.
@Suite struct BreakWordsTests {
    private func row(_ number: Int, _ events: [String] = [], _ match: BreakMatch?) -> SeriesBreak {
        var row = SeriesBreak(series: "EUR/XXA:reference:test", numeraire: "USD", kind: .drift, n: 500)
        row.number = number
        row.index = number == 0 ? nil : 100 * number
        row.firstOfNext = number == 0 ? nil : day("2020-01-01") + 100 * number
        row.events = events
        row.match = match
        return row
    }

    private func match(_ events: [Int], outside: Int = 0, _ breaks: [Int]) -> BreakMatch {
        BreakMatch(events: events, outside: outside, breaks: breaks.map { $0 - 10...$0 + 10 }, count: 500)
    }

    private func text(_ rows: [SeriesBreak]) -> String { BreakWords.lines(rows).joined(separator: " ") }

    @Test("Near breaks all events are listed and none is claimed, and chance is said in numbers")
    func near() {
        let near = match([105, 101, 400], outside: 2, [100, 200])
        let lines = BreakWords.lines([row(1, ["A", "B"], near), row(2, near)])
        let words = lines.joined(separator: " ")
        #expect(
            words.hasPrefix(
                "EUR/XXA:reference:test in USD, drift: 1 of 2 breaks has 2 of the 3 events within reach. "))
        // Turned by 0 to 5, 89 to 105 or 489 to 499 rows both of the pair are covered; each turn stands for two rotations
        // of the thousand, the first of which is none.
        #expect(words.contains("Of 999 rotations of the same events along the series, 67 match as many or more"))
        #expect(words.contains("(p 0.068): not distinguishable from chance."))
        #expect(words.contains("Within reach are 8 % of the rows. 2 more lie outside its days."))
        #expect(lines.contains("  near 2020-04-10: A, B"))
        #expect(words.contains("nearness in time, no cause") && !words.contains("caused"))
    }

    @Test("What is rarer than one in twenty is said to be so, and still proves nothing")
    func rare() {
        let rare = match(Array(95...104), [100])
        #expect(rare.p.map { $0 <= 0.05 } == true)
        let words = text([row(1, ["A"], rare)])
        #expect(
            words.contains("more than rotations usually match, which is still no proof") && !words.contains("caused"))
        #expect(!words.contains("not distinguishable"))
    }

    @Test(
        "What cannot be matched is said as well",
        arguments: [
            (0, [], [50], 0, "no break that the one event could lie near."),
            (0, [], [50, 60], 1, "no break that the 2 events could lie near. 1 more event lies outside its days."),
            (1, [], [], 1, "the one event lies outside its days."),
            (1, [], [], 3, "all 3 events lie outside its days."),
            (1, [100], [300], 0, "the one event is not within reach of the break."),
            (1, [100], [300, 301], 0, "none of the 2 events is within reach of the break."),
        ] as [(Int, [Int], [Int], Int, String)])
    func nothing(number: Int, breaks: [Int], events: [Int], outside: Int, expected: String) {
        #expect(text([row(number, match(events, outside: outside, breaks))]).contains(expected))
    }

    @Test("Without events nothing is said, and no line is wider than a terminal, whatever an id holds")
    func lines() {
        #expect(BreakWords.lines([row(1, nil), row(2, nil)]).isEmpty)
        let ids = (0..<40).map { "XA-2020-04-\($0)\u{1b}[31m" }
        let lines = BreakWords.lines([row(1, ids, match(Array(81...120), [100]))])
        #expect(lines.allSatisfy { $0.count <= 80 && !$0.contains("\u{1b}") })
    }

    private func row(_ number: Int, _ match: BreakMatch?) -> SeriesBreak { row(number, [], match) }
}
