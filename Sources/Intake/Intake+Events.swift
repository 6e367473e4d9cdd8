internal import Archive
internal import Formats
package import Store
package import Vocabulary

extension Intake {
    /// A person adds, changes or drops an event: journalled, and known from now on.
    package func edit(_ event: NewsEvent, action: String, reason: String?, by: String, at: Instant) throws -> Run {
        let cells = EventText.cells(event)
        let text = cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        let digest = try Digest.hex(Array("\(action)\n\(text)".utf8))
        let id = Intake.runID(seen: at, feed: "events", digest: digest)
        var edit = JournalRecord.EventEdit(
            run: try standingLast(id, seen: at, event: event.id), at: at, by: by, action: action, event: cells)
        edit.reason = reason
        if try ledger.run(id) != nil {
            throw Fault("event_repeated", "this edit of \(event.id) was made in this same second already")
        }
        let end = try journal.append([JournalRecord(edit)])
        return try ledger.transaction {
            let run = try apply(edit)
            try ledger.advance(journalBytes: end)
            return run
        }
    }

    /// The id, with a number where that is needed for the run to stand behind all others of its second: their order is
    /// made from their ids, and of two versions of an event the later one must be the later one.
    func standingLast(_ id: String, seen: Instant, event: String? = nil) throws -> String {
        var number = 1
        while true {
            let name = number == 1 ? id : "\(id)-\(number)"
            let run = Run(
                id: name, feed: "", source: "", how: "", seen: seen, recorded: seen, outcome: .stored, localDay: seen.day)
            if try number > 1000 || ledger.standsLast(run, event: event) { return name }
            number += 1
        }
    }

    func apply(_ edit: JournalRecord.EventEdit) throws -> Run {
        guard var event = EventText.event(edit.event) else {
            throw Fault("event_unreadable", "the journal holds an event without a date", place: edit.run)
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
}
