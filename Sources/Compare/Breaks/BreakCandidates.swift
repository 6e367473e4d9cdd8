package import Vocabulary

/// The events that the breaks of series are held against.
package struct BreakCandidates: Sendable {
    /// Each once, in the order given.
    let events: [NewsEvent]
    /// Whether an event that names no currency goes with every series.
    let takesUnnamed: Bool

    /// - Parameter takesUnnamed: true where somebody chose the events one by one; a tag or a wave that says nothing of a
    ///   currency would otherwise be near a break of something.
    package init(_ events: [NewsEvent], takesUnnamed: Bool) {
        self.events = events.uniqued { $0.id }
        self.takesUnnamed = takesUnnamed
    }

    package var isEmpty: Bool { events.isEmpty }

    /// Those that name a currency, or the country of a series that is no rate.
    func naming(_ currency: String, area: String) -> [NewsEvent] {
        guard area.isEmpty else { return events.filter { $0.countries.contains(area) } }
        return events.filter { $0.currencies.isEmpty ? takesUnnamed : $0.currencies.contains(currency) }
    }
}
