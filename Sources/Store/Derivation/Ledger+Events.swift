internal import Formats
package import Vocabulary

extension Ledger {
    /// Events as they were known, ascending by day.
    package func events(_ query: EventQuery = .standing, known: KnownOn) throws -> [NewsEvent] {
        var found: [NewsEvent] = []
        try eachEvent(query, known: known) { kept in
            guard let text = try rows.text(of: kept.entry, content: kept.content),
                var event = try EventText.decode(text)
            else { return }
            guard query.marks.allSatisfy({ marks in marks.contains { $0.isOf(event) } }) else { return }
            event.isDropped = kept.isDropped
            found.append(event)
        }
        // An event is a large value: its place is moved about, not itself.
        return found.indices.sorted { (found[$0].date, found[$0].id) < (found[$1].date, found[$1].id) }
            .map { found[$0] }
    }

    /// How many events a question is about, at most: an event of which only an earlier version had the marks counts too.
    package func eventCount(_ query: EventQuery = .standing, known: KnownOn) throws -> Int {
        var count = 0
        try eachEvent(query, known: known) { _ in count += 1 }
        return count
    }

    /// Whether more than so many versions of events, or removals of them, were learned after a moment.
    package func hasLearnedEvents(moreThan count: Int, after known: KnownOn) throws -> Bool {
        try eventsPart().map { try rows.hasLearned(in: $0, moreThan: count, after: known.lastSecond) } ?? false
    }

    /// The event of an id, as it was known.
    package func event(_ id: String, known: KnownOn) throws -> NewsEvent? {
        try events(EventQuery { $0.ids = [id] }, known: known).first
    }

    /// The stories that wait for somebody to look at them.
    package func unreviewed(known: KnownOn) throws -> [NewsEvent] {
        try events(EventQuery { $0.status = EventText.unreviewed }, known: known)
    }

    /// How many they are.
    package func unreviewedCount(known: KnownOn) throws -> Int {
        try eventCount(EventQuery { $0.status = EventText.unreviewed }, known: known)
    }

    /// Whether an event has, or had, this id: it stays its own also when the event was taken out.
    package func isEventID(_ id: String) throws -> Bool {
        try eventsPart().map { try rows.hasEntry(id, in: $0) } ?? false
    }

    /// The id of a run, with a number where that is needed for it to stand behind every version that an event, nil any
    /// event, got in the same second: runs of one second are ordered by their ids, and an edit must follow what it edits.
    package func standingLast(_ id: RunID, event: String?) throws -> RunID {
        let second = Moment.first(of: id.seen)..<Moment.first(of: id.seen + 1)
        guard let part = try eventsPart(), let last = try rows.lastPresence(in: part, entry: event, moments: second),
            Moment.of(id, seen: id.seen) <= last
        else { return id }
        // The nearest of many, so that as many others find room behind it.
        let numbered = (2...4096).lazy.map { id.numbered($0) }
        let nearest = numbered.map { ($0, Moment.of($0, seen: $0.seen)) }.filter { $0.1 > last }.min {
            $0.1 < $1.1
        }
        guard let nearest else {
            throw Fault(
                "event_repeated", "too many edits of events in one second",
                remedy: "Wait a second, and repeat the last one.")
        }
        return nearest.0
    }

    private struct Kept {
        var entry: Int64
        var content: Int64
        var columns: EventColumns
        var isDropped = false
    }

    /// Of each event that may be meant the last version that was known, if its columns fit.
    private func eachEvent(_ query: EventQuery, known: KnownOn, _ body: (Kept) throws -> Void) throws {
        guard let part = try eventsPart() else { return }
        var sight = Sight(self, known: known)
        var open: Kept?
        func close() throws {
            if let open, query.admits(open.columns, isDropped: open.isDropped) { try body(open) }
            open = nil
        }
        try rows.events(query, in: part) { row in
            guard try sight.run(at: row.moment) != nil else { return }
            if open?.entry != row.entry { try close() }
            if let content = row.content, let columns = row.columns {
                open = Kept(entry: row.entry, content: content, columns: columns)
            } else {
                open?.isDropped = true
            }
        }
        try close()
    }

    private func eventsPart() throws -> Int64? { try rows.parts(ofList: EventText.list).first?.key }
}
