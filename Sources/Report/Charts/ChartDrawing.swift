internal import Vocabulary

/// A chart as inline SVG: presentation attributes and classes only, for the page allows no styles of its own.
struct ChartDrawing {
    private let chart: Chart
    private let time: TimeAxis
    private var svg = ""

    private static let width = 760.0
    private static let left = 62.0
    private static let right = 14.0

    init(_ chart: Chart) {
        self.chart = chart
        time = TimeAxis(
            days: chart.days, left: ChartDrawing.left,
            width: ChartDrawing.width - ChartDrawing.left - ChartDrawing.right)
    }

    /// The whole figure: a caption that says what each line is, and the drawing.
    var html: String {
        var copy = self
        return copy.drawn()
    }

    private mutating func drawn() -> String {
        let labels = ChartLabels(chart.marks, time)
        var top = labels.height + 8
        let heads = top
        rates(top: top, height: 200)
        top += 200
        if let premium = chart.premium, !premium.points.isEmpty {
            panel(premium, top: top + 30, height: 70, title: "premium, %")
            top += 100
        }
        if !chart.bars.isEmpty {
            bars(top: top + 30, height: 60)
            top += 90
        }
        svg = shade(from: heads, to: top) + svg + labels.svg(from: heads, to: top)
        months(top: top)
        let height = top + 22
        return """
            <figure><figcaption><b>\(Markup.text(chart.title))</b>\(legend)</figcaption>\
            <div class="scroll late" tabindex="0" role="region" aria-label="\(Markup.escaped(chart.title)), chart">\
            <svg viewBox="0 0 \(Int(ChartDrawing.width)) \(Int(height))" role="img" \
            aria-label="\(Markup.escaped("\(chart.title). \(chart.summary)"))">\(svg)</svg></div></figure>

            """
    }

    /// The days of the report, unless they are all that is drawn.
    private func shade(from: Double, to: Double) -> String {
        guard chart.isShaded else { return "" }
        let (first, last) = (time.x(chart.period.lowerBound), time.x(chart.period.upperBound))
        return "<rect class=\"p\" x=\"\(short(first))\" y=\"\(short(from))\" width=\"\(short(max(2, last - first)))\" "
            + "height=\"\(short(to - from))\"/>"
    }

    private var legend: String {
        let lines = chart.lines.filter { !$0.points.isEmpty }.map { line in
            "; <span class=\"\(line.kind.rawValue)\">\(line.kind == .street ? "┅" : "━") \(Markup.text(line.name))</span>"
        }
        let scale = chart.isLogarithmic ? "; logarithmic scale" : ""
        let bars =
            chart.bars.isEmpty
            ? ""
            : "; bars: entries added to lists a week, below the line removed, the thick line being the days between looks "
                + "at lists"
        let marks =
            chart.unmarked > 0 ? "; \(chart.unmarkedNote)" : chart.marks.isEmpty ? "" : "; upright lines: events"
        return "; \(Markup.text(chart.unit)), up is a fall of the currency" + lines.joined() + scale + marks + bars
            + (chart.isShaded ? "; shaded: the days of the report" : "") + ". Gaps are days without a rate."
    }

    private mutating func rates(top: Double, height: Double) {
        let axis = ValueAxis(chart.lines.flatMap(\.points).map(\.value), isLogarithmic: chart.isLogarithmic)
        grid(axis, top: top, height: height)
        for line in chart.lines { draw(line, axis, top: top, height: height) }
    }

    private mutating func panel(_ line: Chart.Line, top: Double, height: Double, title: String) {
        let axis = ValueAxis(line.points.map(\.value), withZero: true)
        svg += "<text class=\"k\" x=\"\(ChartDrawing.left)\" y=\"\(short(top - 6))\">\(title)</text>"
        grid(axis, top: top, height: height, most: 3)
        draw(line, axis, top: top, height: height)
    }

    private mutating func grid(_ axis: ValueAxis, top: Double, height: Double, most: Int = 9) {
        let step = max(1, (axis.ticks.count + most - 1) / most)
        for (index, tick) in axis.ticks.enumerated() where index % step == 0 {
            let y = top + height * (1 - axis.place(tick))
            svg += "<path class=\"g\" d=\"M\(ChartDrawing.left) \(short(y))h\(short(time.width))\"/>"
            svg += "<text class=\"y\" x=\"\(ChartDrawing.left - 6)\" y=\"\(short(y + 4))\">\(axis.label(tick))</text>"
        }
    }

    private mutating func draw(_ line: Chart.Line, _ axis: ValueAxis, top: Double, height: Double) {
        func y(_ value: Double) -> Double { top + height * (1 - axis.place(value)) }
        var path = ""
        for stretch in line.points.stretches(longestGap: line.longestGap) {
            for (index, point) in stretch.thinned(time).enumerated() {
                path += "\(index == 0 ? "M" : "L")\(short(time.x(point.day))) \(short(y(point.value)))"
            }
            // A lone point would be no line at all.
            if stretch.count == 1 { path += "h0" }
        }
        svg += "<path class=\"l \(line.kind.rawValue)\" d=\"\(path)\"/><g class=\"h\">"
        for point in line.points.told(time) {
            svg +=
                "<circle cx=\"\(short(time.x(point.day)))\" cy=\"\(short(y(point.value)))\" r=\"5\">"
                + "<title>\(point.day) \(Wording.rate(point.value))</title></circle>"
        }
        svg += "</g>"
    }

    private mutating func bars(top: Double, height: Double) {
        let axis = ValueAxis(
            chart.bars.flatMap { [Double($0.added), -Double($0.removed)] }, withZero: true, leastStep: 1)
        svg += "<text class=\"k\" x=\"\(ChartDrawing.left)\" y=\"\(short(top - 6))\">entries a week</text>"
        grid(axis, top: top, height: height, most: 3)
        let zero = top + height * (1 - axis.place(0))
        for looked in chart.looked {
            let (first, last) = (time.x(looked.lowerBound), time.x(looked.upperBound))
            svg += "<path class=\"z\" d=\"M\(short(first)) \(short(zero))H\(short(last))\"/>"
        }
        for bar in chart.bars {
            let (first, last) = (time.x(bar.days.lowerBound), time.x(bar.days.upperBound))
            let width = short(max(2, last - first))
            svg += "<g><title>\(bar.days.lowerBound) to \(bar.days.upperBound): +\(bar.added) -\(bar.removed)</title>"
            for (count, name) in [(bar.added, "a"), (-bar.removed, "r")] where count != 0 {
                let end = top + height * (1 - axis.place(Double(count)))
                svg +=
                    "<rect class=\"\(name)\" x=\"\(short(first))\" y=\"\(short(min(zero, end)))\" width=\"\(width)\" "
                    + "height=\"\(short(max(1, abs(end - zero))))\"/>"
            }
            svg += "</g>"
        }
    }

    private mutating func months(top: Double) {
        for (day, label) in time.ticks {
            let x = time.x(day)
            svg += "<path class=\"g\" d=\"M\(short(x)) \(short(top))v4\"/>"
            svg += "<text class=\"x\" x=\"\(short(x))\" y=\"\(short(top + 17))\">\(label)</text>"
        }
    }
}
