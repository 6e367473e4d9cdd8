internal import Synchronization
package import Vocabulary

/// The other events that fall onto the rows around an event: what else could have moved the same currency.
final class Confounders: Sendable {
    /// Rows around day 0 in which another event of the same country confounds.
    static let rows = -1...4

    private let events: [NewsEvent]
    private let byRow: [Int: [Int]]
    /// Events of the same countries and day 0 share one list, however many there are.
    private let known = Mutex<[Place: [String]]>([:])

    private struct Place: Hashable {
        var day0: Int
        var countries: [String]
    }

    /// Places all events on a table's rows by one rule; an event's own time or rule wins.
    init(_ events: [NewsEvent], rule: Int, in table: RateTable) {
        self.events = events
        var byRow: [Int: [Int]] = [:]
        for (index, event) in events.enumerated() {
            let own = DayZero.rules(event, asked: [rule])[0]
            guard let dayZero = DayZero.locate(event, rule: own, in: table) else { continue }
            byRow[dayZero.row, default: []].append(index)
        }
        self.byRow = byRow
    }

    /// Their ids in the order given, the event's own among them.
    func ids(of event: NewsEvent, day0: Int) -> [String] {
        guard !event.countries.isEmpty else { return [] }
        let place = Place(day0: day0, countries: event.countries)
        if let found = known.withLock({ $0[place] }) { return found }
        let made = Confounders.rows.flatMap { byRow[day0 + $0] ?? [] }.sorted().compactMap { index in
            events[index].countries.contains(where: event.countries.contains) ? events[index].id : nil
        }
        known.withLock { $0[place] = made }
        return made
    }

    /// The rows around events of the same country before one, out to where estimation begins.
    func earlierRows(_ event: NewsEvent, day0: Int) -> [Range<Int>] {
        guard !event.countries.isEmpty else { return [] }
        let reach = day0 + FilteredHistory.firstRow - Confounders.rows.upperBound..<day0
        return byRow.keys.filter { reach.contains($0) }.sorted().filter { row in
            byRow[row]?.contains { index in
                events[index].id != event.id && events[index].countries.contains(where: event.countries.contains)
            } ?? false
        }.map { $0 + Confounders.rows.lowerBound..<$0 + Confounders.rows.upperBound + 1 }
    }
}

extension RateTable {
    /// The days of which an event may confound one of some days, with room for events placed by their time of day.
    ///
    /// - Parameter cleansEstimation: whether rows around earlier events matter as far back as estimation reaches.
    package func confoundingDays(_ days: ClosedRange<Day>, cleansEstimation: Bool) -> ClosedRange<Day> {
        let room = 3
        let first = self.days.firstIndex { $0 >= days.lowerBound } ?? self.days.endIndex
        let last = self.days.lastIndex { $0 <= days.upperBound } ?? 0
        let reach = cleansEstimation ? -FilteredHistory.firstRow + Confounders.rows.upperBound : 0
        let earliest = first - reach + Confounders.rows.lowerBound - room
        let latest = last + Confounders.rows.upperBound + room
        let from = earliest < 0 ? Day(number: Int(Int32.min)) : self.days[min(earliest, self.days.count - 1)]
        let to = latest < self.days.count ? self.days[latest] : Day(number: Int(Int32.max))
        return min(from, days.lowerBound)...max(to, days.upperBound)
    }
}
