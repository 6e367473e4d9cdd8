import Testing
import Vocabulary

@testable import Report

/// What charts draw, and what they leave out.
@Suite struct ChartTests {
    private let first = Day(iso: "2021-03-07") ?? Day(number: 0)

    private func chart(_ values: [(offset: Int, value: Double)], longestGap: Int = 7) -> Chart {
        Chart(
            title: "RUB, Russia", unit: "RUB per USD", days: first...(first + 364),
            period: (first + 358)...(first + 364),
            lines: [
                Chart.Line(
                    kind: .official, name: "official cbr",
                    points: values.map { Chart.Point(day: first + $0.offset, value: $0.value) }, longestGap: longestGap)
            ])
    }

    /// The strokes of the rate's own line.
    private func strokes(_ chart: Chart) throws -> String {
        let html = ChartDrawing(chart).html
        return String(try #require(html.firstMatch(of: /class="l official" d="([^"]*)"/)?.output.1))
    }

    @Test("A gap longer than the series' own rhythm is a gap in the line, and a lone point is still seen")
    func gaps() throws {
        let path = try strokes(chart([(0, 1), (1, 2), (5, 3), (20, 4), (60, 5), (61, 6)]))
        // Three stretches; the lone one in the middle is a stroke of no length.
        #expect(path.matches(of: /M/).count == 3 && path.matches(of: /L/).count == 3)
        #expect(path.matches(of: /h0/).count == 1)
        #expect(try strokes(chart([(100, 75)])).matches(of: /^M[0-9.]+ [0-9.]+h0$/).count == 1)
    }

    @Test(
        "What falls tenfold is drawn on a logarithmic scale, what may be zero is not",
        arguments: [
            ([1.0, 9.9], false), ([1, 10], true), ([0, 100], false), ([50, 13_000], true), ([5, 5], false),
        ])
    func scale(values: [Double], isLogarithmic: Bool) {
        let chart = chart(values.enumerated().map { ($0.offset * 3, $0.element) })
        #expect(chart.isLogarithmic == isLogarithmic)
        #expect(ChartDrawing(chart).html.contains("logarithmic scale") == isLogarithmic)
    }

    @Test(
        "Ticks are round, inside the panel, and tell neighbours apart",
        arguments: [
            [69.4, 105], [0.0093, 0.0101], [1, 1_000_000], [42_105, 42_325], [900, 900], [-3, 45], [0, 0], [3.5, 3.6],
        ])
    func ticks(values: [Double]) {
        let axis = ValueAxis(values, isLogarithmic: (values.min() ?? 0) > 0 && values[1] / values[0] >= 10)
        #expect((2...9).contains(axis.ticks.count), "\(axis.ticks)")
        for tick in axis.ticks { #expect((-0.001...1.001).contains(axis.place(tick)), "\(tick)") }
        for value in values { #expect((-0.001...1.001).contains(axis.place(value))) }
        let labels = axis.ticks.map { axis.label($0) }
        #expect(Set(labels).count == labels.count, "\(labels)")
    }

    @Test("A long series that is thinned keeps its stretches whole, and counts have whole ticks")
    func thinnedStretches() throws {
        var chart = chart((0...2_000).map { ($0, 75) })
        chart.days = first...(first + 2_000)
        let path = try strokes(chart)
        #expect(path.matches(of: /M/).count == 1)
        chart.bars = [Chart.Bar(days: first...(first + 6), added: 0, removed: 1)]
        let html = ChartDrawing(chart).html
        #expect(html.contains(">-1</text>") && !html.contains("-0.5"))
        #expect(html.contains("class=\"p\"") == chart.isShaded)
    }

    /// Where labels stand: their lane and what they take of it, at the width that the style gives a character.
    private func boxes(_ html: String) -> [(y: Double, from: Double, to: Double)] {
        html.matches(of: /<text class="e" x="([0-9.]+)" y="([0-9.-]+)">([^<]+)</).compactMap { match in
            guard let x = Double(match.output.1), let y = Double(match.output.2) else { return nil }
            let half = Double(match.output.3.count) * 3.0
            return (y, x - half, x + half)
        }
    }

    @Test(
        "Labels of events never overlap and never leave the drawing, however many there are",
        arguments: [1, 2, 5, 40, 365])
    func labels(count: Int) {
        var chart = chart([(0, 70), (200, 80), (364, 105)], longestGap: 365)
        chart.marks = (0..<count).map {
            Chart.Mark(day: first + 364 - $0 * 364 / count, title: "event \($0) <b>&")
        }
        let html = ChartDrawing(chart).html
        let boxes = boxes(html)
        #expect(!boxes.isEmpty && html.matches(of: /class="m"/).count >= min(count, 300))
        for (index, box) in boxes.enumerated() {
            #expect(box.from >= 0 && box.to <= 760)
            for other in boxes[(index + 1)...] where other.y == box.y {
                #expect(other.from >= box.to || other.to <= box.from, "\(box) \(other)")
            }
        }
        #expect(!html.contains("<b>&") && html.contains("&lt;b&gt;&amp;"))
    }

    @Test(
        "Labels of time never overlap, from a day to a century", arguments: [0, 6, 27, 90, 364, 3_000, 9_500, 36_000])
    func times(length: Int) {
        let axis = TimeAxis(days: first...(first + length), left: 62, width: 684)
        let places = axis.ticks.map { (axis.x($0.day), $0.label) }
        #expect(!places.isEmpty && places.count <= 16)
        for (a, b) in zip(places, places.dropFirst()) { #expect(b.0 - a.0 >= 36, "\(a) \(b)") }
    }

    @Test("However many points there are, a drawing stays small, and keeps its extremes")
    func thinned() throws {
        let values = (0...9_500).map { offset -> (offset: Int, value: Double) in
            (offset, offset == 4_711 ? 580 : 75 + Double(offset % 97) / 10)
        }
        var chart = chart(values, longestGap: 7)
        chart.days = first...(first + 9_500)
        let html = ChartDrawing(chart).html
        #expect(html.utf8.count < 40_000)
        // The one high day is not lost: 580 of a panel that ends at 600.
        #expect(chart.summary.contains("highest 580.000"))
        let heights = try strokes(chart).matches(of: /[ML]([0-9.]+) ([0-9.]+)/).compactMap { Double($0.output.2) }
        #expect((heights.min() ?? 0) < 30)
    }

    @Test("The line for a terminal has a place for each stretch of days, and a dot where there is none")
    func sparkline() {
        let text = chart([(0, 1), (182, 2), (364, 3)]).text
        #expect(text == "RUB official cbr     ▁···············▄················█ 1.0000 to 3.0000")
        // Its last digits are no cliff.
        #expect(chart([(0, 322.000001), (182, 322), (364, 322)]).text.contains("▄···············▄················▄"))
    }
}
