internal import Vocabulary

/// How many events lie near the breaks of one series, and how many would by chance.
package struct BreakMatch: Sendable, Hashable {
    /// Rows on either side of a break without an interval, and beyond the ends of an interval, that are within reach.
    package static let reach = (around: 10, beyond: 2)
    package static let rotations = 999

    /// Events of the series' currency that fall onto its rows.
    package let inside: Int
    /// Those before its first row or after its last.
    package let outside: Int
    /// Events within reach of any break, each counted once.
    package let score: Int
    /// Rotations of the events along the series that match as many or more.
    package let asMany: Int
    /// Share of the rows that lie within reach of a break, from 0 to 1.
    package let covered: Double

    /// The chance of so many matches by rotation; nil where there is nothing to rotate.
    package var p: Double? { inside == 0 ? nil : Double(1 + asMany) / Double(1 + BreakMatch.rotations) }
    package var knownScore: Int? { inside == 0 ? nil : score }

    /// - Parameters:
    ///   - events: their rows, counted from 1.
    ///   - breaks: the rows within reach of each break; they may extend beyond the series.
    ///   - count: rows of the series.
    init(events: [Int], outside: Int, breaks: [ClosedRange<Int>], count: Int) {
        var isCovered = [Bool](repeating: false, count: count)
        for rows in breaks where rows.upperBound >= 1 && rows.lowerBound <= count {
            for row in max(1, rows.lowerBound)...min(count, rows.upperBound) { isCovered[row - 1] = true }
        }
        func matched(shift: Int) -> Int { events.count { isCovered[($0 - 1 + shift) % count] } }
        let score = matched(shift: 0)
        inside = events.count
        self.outside = outside
        self.score = score
        // All events turn together: what stays is how they cluster, what goes is where they stand.
        asMany = (1...BreakMatch.rotations).count { matched(shift: $0 * count / (1 + BreakMatch.rotations)) >= score }
        covered = count == 0 ? 0 : Double(isCovered.count { $0 }) / Double(count)
    }
}

extension SeriesBreak {
    /// The rows in which an event is within reach; nil for the row that says there is no break.
    fileprivate var withinReach: ClosedRange<Int>? {
        guard let index else { return nil }
        let own = interval ?? index...index
        let reach = interval == nil ? BreakMatch.reach.around : BreakMatch.reach.beyond
        return own.lowerBound - reach...own.upperBound + reach
    }
}

extension BreakSlice {
    /// Holds the breaks of one kind against events; unchanged where there are none.
    func matched(_ breaks: [SeriesBreak], _ events: [NewsEvent], in table: RateTable) -> [SeriesBreak] {
        guard let first = breaks.first, !events.isEmpty else { return breaks }
        let rowDays = first.kind == .level ? days : returnDays
        let placed = events.compactMap { event in
            row(of: event, among: rowDays, in: table).map { (id: event.id, row: $0) }
        }
        let match = BreakMatch(
            events: placed.map(\.row), outside: events.count - placed.count, breaks: breaks.compactMap(\.withinReach),
            count: rowDays.count)
        return breaks.map { found in
            var found = found
            found.match = match
            if let rows = found.withinReach {
                found.events = placed.filter { rows.contains($0.row) }.map(\.id)
            }
            return found
        }
    }

    /// The row, counted from 1, on which an event could first show; nil: outside the slice.
    private func row(of event: NewsEvent, among rowDays: [Day], in table: RateTable) -> Int? {
        guard let start = days.first, event.date >= start,
            let dayZero = DayZero.locate(event, rule: DayZero.rules(event, asked: [0])[0], in: table)
        else { return nil }
        // The source may have published without this currency: the next row that has it.
        return rowDays.firstIndex { $0 >= dayZero.day }.map { $0 + 1 }
    }
}
