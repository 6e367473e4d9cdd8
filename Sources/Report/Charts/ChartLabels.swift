internal import Findings
internal import Vocabulary

/// Dates of events above a chart: on as many lanes as it takes, and none where there is no room for one.
struct ChartLabels {
    private struct Label {
        var x: Double
        var text: String
        /// What a pointer shows: events that fall onto one another are told together.
        var titles: [String]
        var lane: Int?
    }
    private static let lanes = 3
    private static let laneHeight = 14.0
    private var labels: [Label] = []

    init(_ marks: [Chart.Mark], _ time: TimeAxis) {
        let isLong = time.days.upperBound - time.days.lowerBound > 400
        // A day without its year would be one of several.
        func text(_ day: Day) -> String {
            isLong ? "\(Wording.month(day)) \(day.civil.year)" : Wording.dayOfMonth(day)
        }
        for mark in marks.sorted(by: { $0.day < $1.day }) where time.days.contains(mark.day) {
            let x = time.x(mark.day)
            if let last = labels.last, x - last.x < 1.5 {
                labels[labels.count - 1].titles.append(mark.title)
            } else {
                labels.append(Label(x: x, text: text(mark.day), titles: [mark.title]))
            }
        }
        // The newest first: they are what the report is about.
        var free = [Double](repeating: .infinity, count: ChartLabels.lanes)
        let edge = time.left + time.width
        for index in labels.indices.reversed() {
            let half = Double(labels[index].text.utf8.count) * 3.2 + 3
            let end = min(labels[index].x + half, edge)
            guard let lane = free.indices.first(where: { end <= free[$0] }), end - 2 * half >= 0 else { continue }
            labels[index].lane = lane
            free[lane] = end - 2 * half
        }
    }

    var height: Double {
        let used = labels.compactMap(\.lane).max().map { $0 + 1 } ?? 0
        return Double(used) * ChartLabels.laneHeight
    }

    /// The upright lines, from below the lanes or from their labels.
    func svg(from: Double, to: Double) -> String {
        labels.map { label in
            let start = label.lane.map { height - Double($0) * ChartLabels.laneHeight } ?? from
            // No more titles than a pointer's window holds.
            let titles = label.titles.map { Markup.escaped(Wording.short($0, 110)) }
            let title = Wording.list(titles, most: 5, separator: "\n")
            let text = label.lane.map { lane in
                let y = height - Double(lane) * ChartLabels.laneHeight - 2
                let half = Double(label.text.utf8.count) * 3.2 + 3
                let x = min(label.x, 746 - half)
                return "<text class=\"e\" x=\"\(short(x))\" y=\"\(short(y))\">\(label.text)</text>"
            }
            return
                "<g class=\"m\"><title>\(title)</title><path d=\"M\(short(label.x)) \(short(start))V\(short(to))\"/>"
                + (text ?? "") + "</g>"
        }.joined()
    }
}
