internal import Archive
internal import Formats
internal import Store
package import Vocabulary

extension Intake {
    /// A person adds, changes or drops an event: journalled, and known from now on.
    package func edit(_ event: NewsEvent, action: String, reason: String?, by: String, at: Instant) throws -> Run {
        let cells = EventText.cells(event)
        let text = cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        let digest = try Digest.hex(Array("\(action)\n\(text)".utf8))
        let id = RunID(seen: at, feed: "events", digest: digest)
        var edit = JournalRecord.EventEdit(
            run: try ledger.standingLast(id, event: event.id), at: at, by: by, action: action, event: cells)
        edit.reason = reason
        if try ledger.run(id) != nil {
            throw Fault("event_repeated", "this edit of \(event.id) was made in this same second already")
        }
        let end = try append(.event(edit))
        return try ledger.transaction {
            let run = try apply(edit)
            try ledger.advance(journalBytes: end)
            return run
        }
    }

    func apply(_ edit: JournalRecord.EventEdit) throws -> Run {
        guard var event = EventText.event(edit.event) else {
            throw Fault("event_unreadable", "the journal holds an event without a date", place: edit.run.text)
        }
        event.isDropped = edit.action == "drop"
        var run = Run(
            id: edit.run, feed: "events", source: "manual", how: "manual", seen: edit.at, recorded: edit.at,
            outcome: .stored, localDay: edit.at.day)
        run.knownFrom = edit.at
        run.rows = 1
        run.message = "\(edit.action) \(event.id) by \(edit.by)" + (edit.reason.map { ": \($0)" } ?? "")
        try ledger.record(run)
        let effect = try ledger.store(Reading(.events([event])), run: run, trustingDigests: false)
        run.changes = effect.changes
        try ledger.record(run)
        return run
    }

    /// A reading of stories with each under the id of its event: one that is told again is a further report, or a new
    /// version, of the event that it was.
    func withKnownStories(_ reading: Reading) throws -> Reading {
        guard case .events(let events) = reading.content, events.contains(where: { !$0.key.isEmpty }) else {
            return reading
        }
        var book = StoryBook(try neighbours(of: events))
        var known = Reading(
            .events(try book.add(events, isTaken: ledger.isEventID)), published: reading.published,
            unread: reading.unread)
        known.warnings = reading.warnings
        known.records = reading.records
        return known
    }

    /// The events that stories may tell again: those told under their keys, and those of their days and the days beside.
    private func neighbours(of stories: [NewsEvent]) throws -> [NewsEvent] {
        var found = try ledger.events(
            EventQuery(.all) { $0.require(.story, anyOf: stories.map(\.key).filter { !$0.isEmpty }) }, known: .now)
        var known = Set(found.map(\.id))
        for day in Set(stories.map(\.date)).sorted() {
            let beside = try ledger.events(EventQuery(.all) { ($0.from, $0.to) = (day - 1, day + 1) }, known: .now)
            found += beside.filter { known.insert($0.id).inserted }
        }
        return found.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
}
