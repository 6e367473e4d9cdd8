internal import Archive
internal import CommandLine
internal import Findings
internal import Intake
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let eventsReview = Command(
        "review", abstract: "Look at the stories that came in: accept, retag, drop or merge them",
        discussion: """
            Stories from feeds and articles are shown by `events list` and are not compared with until somebody accepts \
            them. Without ACTION the waiting ones are listed. `retag` sets what its options give and accepts; `merge` makes \
            the IDs further reports of --into. Every decision is journalled with your user name.
            """,
        examples: [
            .init("bellwether events review", "what waits"),
            .init("bellwether events review accept SY-2020-09-07", "from now on it is compared with"),
            .init(
                "bellwether events review retag SY-2020-09-07 --tag sanctions --direction tighten", "with other tags"),
            .init("bellwether events review merge SY-2020-09-08 --into SY-2020-09-07", "the same story told twice"),
        ],
        arguments: [
            Argument(
                "ACTION", .optional, allowed: ["accept", "retag", "drop", "merge"],
                help: "What to do; without it they are listed."),
            Argument("ID", .any, help: "The events."),
        ],
        options: Option.describing + [
            Option("date", valueName: "DAY", help: "retag: another day; its id stays."),
            Option("into", valueName: "ID", help: "merge: the event that stays."),
            Option("reason", valueName: "TEXT", help: "Why; journalled with your name."), .format,
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        guard let action = invocation.argument("ACTION") else {
            let waiting = try workspace.ledger().unreviewed(known: invocation.presentlyKnown)
            try invocation.console.print(
                invocation.format == .text ? .waiting(waiting) : .events(waiting), as: invocation.format)
            return .done
        }
        let ids = invocation.arguments("ID")
        guard !ids.isEmpty else {
            throw invocation.fault("\(action) which event? Give its ID; `events review` lists them")
        }
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        func event(_ id: String) throws -> NewsEvent {
            guard let event = try intake.ledger.event(id, known: .now) else {
                throw Fault(
                    "unknown_event", "there is no event \(id)", remedy: "`bellwether events review` lists what waits.")
            }
            return event
        }
        var edits: [(event: NewsEvent, action: String, reason: String?)] = []
        let reason = invocation.value("reason")
        for id in ids {
            var one = try event(id)
            one.status = "accepted"
            switch action {
            case "accept": edits.append((one, "accept", reason))
            case "retag": edits.append((try retagged(one, invocation), "retag", reason))
            case "drop": edits.append((one, "drop", try invocation.required("reason")))
            default:
                let target = try invocation.required("into")
                guard target != id else { throw invocation.fault("an event cannot be merged into itself") }
                var kept = try edits.first { $0.event.id == target }?.event ?? event(target)
                edits.removeAll { $0.event.id == target }
                kept.reports = (kept.reports + one.reports).uniqued()
                kept.status = kept.status.isEmpty ? "" : "accepted"
                edits.append((one, "drop", "told again: merged into \(target)"))
                edits.append((kept, "merge", reason))
            }
        }
        let runs = try edits.map { edit in
            try intake.edit(
                edit.event, action: edit.action, reason: edit.reason, by: invocation.person, at: workspace.now)
        }
        return try invocation.print(runs)
    }

    private static func retagged(_ event: NewsEvent, _ invocation: Invocation) throws -> NewsEvent {
        var event = event
        let before = event
        try invocation.describe(&event)
        if let date = try invocation.day("date") {
            (event.date, event.dateSource, event.precision, event.time) = (date, "manual", "day", nil)
        }
        guard event != before else {
            throw invocation.fault("retag wants --tag, --country, --currency, --programme, --direction or --date")
        }
        return event
    }
}
