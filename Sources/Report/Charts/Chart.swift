internal import Tables
internal import Vocabulary

/// A currency over some months: its rates, the distance between its markets, what was listed and what was announced, on
/// one time axis.
package struct Chart: Sendable {
    struct Point: Sendable, Hashable {
        var day: Day
        var value: Double
    }
    struct Line: Sendable {
        /// How it is drawn, apart from its colour.
        enum Kind: String, Sendable { case official, street, premium }
        var kind: Kind
        /// `market own`: its kind and its source.
        var name: String
        /// Ascending.
        var points: [Point]
        /// More days than this without a value are a gap, and drawn as one.
        var longestGap: Int
    }
    struct Mark: Sendable, Hashable {
        var day: Day
        /// What a pointer shows.
        var title: String
    }
    struct Bar: Sendable, Hashable {
        var days: ClosedRange<Day>
        var added: Int
        var removed: Int
    }

    var title: String
    var unit: String
    var days: ClosedRange<Day>
    /// The days that the report is about.
    var period: ClosedRange<Day>
    /// At least one with a point.
    var lines: [Line]
    /// In percent; no points where there are not two markets.
    var premium: Line?
    var marks: [Mark] = []
    /// Events of these days that are too many to mark.
    var unmarked = 0
    var bars: [Bar] = []
    /// Stretches between looks at lists: outside them nobody knows whether there was a bar.
    var looked: [ClosedRange<Day>] = []

    /// Whether more is drawn than the days that the report is about.
    var isShaded: Bool { period != days }

    /// A currency that fell tenfold would be a wall at the end of a flat line.
    var isLogarithmic: Bool {
        let values = lines.flatMap(\.points).map(\.value)
        guard let low = values.min(), let high = values.max(), low > 0 else { return false }
        return high / low >= 10
    }

    /// What a person who cannot see it is told.
    var summary: String {
        let told = lines.compactMap { line -> String? in
            guard let first = line.points.first, let last = line.points.last,
                let low = line.points.min(by: { $0.value < $1.value }),
                let high = line.points.max(by: { $0.value < $1.value })
            else { return nil }
            return "\(line.name): \(Wording.rate(first.value)) on \(first.day), \(Wording.rate(last.value)) on "
                + "\(last.day); lowest \(Wording.rate(low.value)) on \(low.day), highest \(Wording.rate(high.value)) on "
                + "\(high.day)."
        }
        let listed = bars.reduce(0) { $0 + $1.added }
        let counts = [
            marks.isEmpty ? nil : "\(Wording.count(marks.count, "event", "events"))",
            bars.isEmpty ? nil : "\(Wording.count(listed, "addition", "additions")) to lists",
        ].compactMap(\.self)
        let marked = counts.isEmpty ? [] : ["Marked: \(counts.joined(separator: ", "))."]
        return (told + marked + (unmarked > 0 ? ["\(unmarkedNote)."] : [])).joined(separator: " ")
    }

    /// Why no event is marked.
    var unmarkedNote: String { "\(Wording.count(unmarked, "event", "events")), too many to mark" }

    /// Above such lines.
    var lead: String {
        "Each first rate from \(days.lowerBound) to \(days.upperBound), between its lowest and its highest; a dot is a "
            + "stretch without one:"
    }

    /// One line for a terminal: low values low, a dot where there is none.
    var text: String {
        guard let line = lines.first(where: { !$0.points.isEmpty }), let low = line.points.map(\.value).min(),
            let high = line.points.map(\.value).max()
        else { return "" }
        let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        let places = 34
        var cells = [Character](repeating: "·", count: places)
        let length = max(1, days.upperBound - days.lowerBound)
        let (bottom, top) = ValueAxis.widened(low, high)
        for point in line.points {
            let height = (point.value - bottom) / (top - bottom)
            // A hair less than all steps, so that what lies in the middle is not on the edge of two of them.
            cells[(point.day - days.lowerBound) * (places - 1) / length] = steps[Int((height * 6.99).rounded())]
        }
        let name = "\(title.prefix { $0 != " " && $0 != "," }) \(line.name.cut(to: 16))".padded(to: 20)
        return "\(name) \(String(cells)) \(Wording.rate(low)) to \(Wording.rate(high))"
    }
}
