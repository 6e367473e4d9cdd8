package import Vocabulary

/// Events of one tag that are tested together: those that mean the same thing.
package struct Pool: Sendable {
    package var tag: String
    /// tighten, ease, neutral or empty: what tightens and what eases would cancel out.
    package var direction: String
    /// Listing, embargo and so on, and proposed, adopted and so on, where the events say so.
    package var measure: String
    package var stage: String
    /// Events of one country on one date are one.
    package private(set) var events: [NewsEvent]

    /// Below this the events are only listed.
    package static let usualLeast = 5

    /// The pools of some tags, in the order of the tags and of the events in which each first appears.
    package static func pools(_ tags: [String], of events: [NewsEvent]) -> [Pool] {
        tags.flatMap { tag -> [Pool] in
            var pools: [Pool] = []
            for event in events where event.tags.contains(tag) {
                let index = pools.firstIndex {
                    $0.direction == event.direction && $0.measure == event.measure && $0.stage == event.stage
                }
                if let index {
                    pools[index].add(event)
                } else {
                    pools.append(
                        Pool(
                            tag: tag, direction: event.direction, measure: event.measure, stage: event.stage,
                            events: [event]))
                }
            }
            // A tag without events is told of, not passed over.
            return pools.isEmpty ? [Pool(tag: tag, direction: "", measure: "", stage: "", events: [])] : pools
        }
    }

    private mutating func add(_ event: NewsEvent) {
        let same = events.firstIndex {
            $0.date == event.date && $0.countries.contains(where: event.countries.contains)
        }
        guard let same else {
            events.append(event)
            return
        }
        for code in event.currencies where !events[same].currencies.contains(code) {
            events[same].currencies.append(code)
        }
    }
}
