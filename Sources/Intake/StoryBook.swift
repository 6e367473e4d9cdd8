package import Vocabulary

/// The events that are known while stories come in: which of them a story tells again.
package struct StoryBook {
    private var events: [NewsEvent]
    private var byKey: [String: Int] = [:]
    private var ids: Set<String>

    package init(_ events: [NewsEvent]) {
        self.events = events
        ids = Set(events.map(\.id))
        for (index, event) in events.enumerated() where !event.key.isEmpty { byKey[event.key] = index }
        for (index, event) in events.enumerated() {
            for report in event.reports { byKey[StoryKey.of(report: report), default: index] = index }
        }
    }

    /// The stories as events: those that are new, and new versions of those that were known; what says nothing new is
    /// left out.
    ///
    /// - Parameter isTaken: whether an id is that of an event already, also of one that this book does not hold.
    package mutating func add(
        _ stories: [NewsEvent], isTaken: (String) throws -> Bool
    ) rethrows -> [NewsEvent] {
        var changed: [String: NewsEvent] = [:]
        var order: [String] = []
        for story in stories {
            guard let event = try add(story, isTaken) else { continue }
            if changed.updateValue(event, forKey: event.id) == nil { order.append(event.id) }
        }
        return order.compactMap { changed[$0] }
    }

    private mutating func add(_ story: NewsEvent, _ isTaken: (String) throws -> Bool) rethrows -> NewsEvent? {
        guard !story.key.isEmpty else { return story }
        if let index = byKey[story.key] {
            let isFirst = events[index].key == story.key
            return revise(index, with: story, isFirst: isFirst)
        }
        if let index = events.firstIndex(where: { StoryBook.isSame($0, story) }) {
            return revise(index, with: story, isFirst: false)
        }
        var event = story
        event.id = try story.identifier { [ids] in try ids.contains($0) || isTaken($0) }
        ids.insert(event.id)
        byKey[event.key] = events.count
        events.append(event)
        return event
    }

    /// What a further telling changes: the first publisher may correct his story, another only adds that he tells it too.
    private mutating func revise(_ index: Int, with story: NewsEvent, isFirst: Bool) -> NewsEvent? {
        let before = events[index]
        // What a person took out or looked at stays as that person left it.
        if before.isDropped { return nil }
        var after = before
        if isFirst, before.isUnreviewed {
            after = story
            (after.id, after.reports) = (before.id, before.reports)
        }
        after.reports = (after.reports + story.reports).uniqued()
        byKey[story.key] = index
        guard after != before else { return nil }
        events[index] = after
        return after
    }

    /// Two tellings of one story: a day apart at most, and headlines of which most words are the same.
    private static func isSame(_ known: NewsEvent, _ story: NewsEvent) -> Bool {
        guard !known.key.isEmpty, abs(known.date - story.date) <= 1 else { return false }
        let (a, b) = (words(known.title), words(story.title))
        guard min(a.count, b.count) >= 4 else { return a == b && !a.isEmpty }
        return Double(a.intersection(b).count) / Double(a.union(b).count) >= 0.6
    }

    private static func words(_ title: String) -> Set<String> {
        Set(title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !little.contains($0) })
    }

    private static let little: Set<String> = [
        "a", "an", "the", "of", "in", "on", "to", "for", "and", "as", "at", "by", "with", "from", "s",
    ]
}
