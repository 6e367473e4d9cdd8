internal import Archive
internal import CommandLine
internal import Configuration
internal import Findings
internal import Intake
internal import Lists
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let events = Command(
        "events", abstract: "Dated, tagged news events: list, show, add, review, import, extract",
        group: Group.asking,
        subcommands: [eventsList, eventsShow, eventsAdd, eventsReview, eventsDrop, eventsImport, eventsExtract])

    private static let eventsList = Command(
        "list", abstract: "List events as they were known on a day",
        discussion: """
            With --waves the events are derived from the lists: what one of them added, or removed, between two looks \
            at it under one programme. How far the time of such a wave is known, not_before and not_after tell.
            """,
        examples: [
            .init("bellwether events list --country RU --from 2022-02-01", "events of one country"),
            .init("bellwether events list --waves --min-entries 20", "large waves of designations"),
        ],
        options: Option.reading + [
            Option("country", .list, valueName: "CODE", help: "Events of these countries, ISO 3166-1 alpha-2."),
            Option("tag", .list, valueName: "TAG", help: "Events with any of these tags."),
        ] + Option.waves
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let waves = try invocation.waves(workspace, ledger)
        let (from, to) = try invocation.days()
        let countries = Set(invocation.list("country"))
        let tags = Set(invocation.list("tag"))
        var query = EventQuery { ($0.from, $0.to) = (from, to) }
        query.require(.country, anyOf: countries)
        query.require(.tag, anyOf: tags)
        let all =
            try waves.map { $0.map { $0.event(workspace.settings.watch) } }
            ?? ledger.events(query, known: try invocation.knownOn())
        let events = all.filter { event in
            from.map { $0 <= event.date } ?? true && to.map { event.date <= $0 } ?? true
                && (countries.isEmpty || !countries.isDisjoint(with: event.countries))
                && (tags.isEmpty || !tags.isDisjoint(with: event.tags))
        }
        guard invocation.format == .text else {
            try invocation.console.print(.events(events), as: invocation.format)
            return .done
        }
        let shown = Set(events.map(\.id))
        let table = waves.map { Table.wavesForPeople($0.filter { shown.contains($0.id) }, workspace.settings.watch) }
        try invocation.console.print(table ?? .eventsForPeople(events), as: .text)
        return .done
    }

    private static let eventsShow = Command(
        "show", abstract: "Show one event whole",
        discussion: "An id of `events list --waves` shows a designation wave, with its entries.",
        examples: [
            .init("bellwether events show RU-2022-02-24", "everything recorded of it"),
            .init(
                "bellwether events show us-ofac-sdn-2022-02-24-RUSSIA-EO14024 --entries --format csv",
                "who was listed in a wave"),
        ],
        arguments: [Argument("ID", help: "The event's id.")],
        options: [.format, .knownOn, .flag("entries", help: "Of a wave: its entries only.")]
    ) { invocation in
        let id = invocation.argument("ID") ?? ""
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let known = try invocation.knownOn()
        let recorded = try ledger.event(id, known: known)
        let wave = recorded == nil ? try ledger.waves(workspace.settings, known: known).first { $0.id == id } : nil
        guard let event = recorded ?? wave?.event(workspace.settings.watch) else {
            throw Fault(
                "unknown_event", "there is no event \(id)",
                remedy: "`bellwether events list` lists them, with `--waves` those that the lists show.")
        }
        if invocation.flag("entries") {
            guard let wave else { throw invocation.fault("--entries is for waves; \(id) is a recorded event") }
            try invocation.console.print(.entries(of: wave), as: invocation.format)
            return .done
        }
        if invocation.format != .text {
            try invocation.console.print(.events([event]), as: invocation.format)
            return .done
        }
        try invocation.console.print(.event(event), as: .text)
        if !event.evidence.isEmpty {
            try invocation.console.print("\n")
            try invocation.console.print(.evidence(event), as: .text)
        }
        let names = event.evidence.compactMap { EvidenceLine($0) }
            .filter { ["people", "organisations"].contains($0.field) }.map(\.value).uniqued()
        if !names.isEmpty, try !ledger.lists().isEmpty {
            try invocation.console.print("\n")
            try invocation.show(try NameScreening(ledger, on: event.date, known: known), of: names, on: event.date)
        }
        if let wave {
            try invocation.console.print("\n")
            try invocation.console.print(.entries(of: wave), as: .text)
        }
        return .done
    }

    private static let eventsAdd = Command(
        "add", abstract: "Add an event, or a new version of one",
        discussion:
            "The record is journalled with who added it and when; an earlier version stays known as of its time.",
        examples: [
            .init(
                "bellwether events add --date 2022-02-28 --title \"Central bank assets frozen\" --country RU --currency RUB",
                "an event with what is needed to compare it")
        ],
        options: [
            Option("id", valueName: "ID", help: "Its id; without it CC-YYYY-MM-DD[-n] is made."),
            Option("date", valueName: "DAY", help: "Day of first public knowledge, in the publisher's zone."),
            Option("time", valueName: "INSTANT", help: "The moment in UTC, where it is known."),
            Option("title", valueName: "TEXT", help: "What happened, in your own words."),
        ] + Option.describing + [
            Option("source", valueName: "TEXT", help: "The act or article."),
            Option("url", valueName: "URL", help: "Its address."),
            .format,
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        _ = try invocation.required("title")
        guard let date = try invocation.day("date") else { throw invocation.fault("--date is missing") }
        var event = NewsEvent(id: invocation.value("id") ?? "", date: date)
        event.time = try invocation.instant("time")
        if event.time != nil { event.precision = "minute" }
        event.title = try invocation.required("title")
        try invocation.describe(&event)
        event.source = invocation.value("source") ?? ""
        event.url = invocation.value("url") ?? ""
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        // The id of an event that was taken out stays its own.
        if event.id.isEmpty { event.id = try event.identifier(isTaken: intake.ledger.isEventID) }
        let isNew = try intake.ledger.event(event.id, known: .now) == nil
        let run = try intake.edit(
            event, action: isNew ? "add" : "change", reason: nil, by: invocation.person, at: workspace.now)
        return try invocation.print([run])
    }

    private static let eventsDrop = Command(
        "drop", abstract: "Take an event out; its versions stay known",
        examples: [
            .init("bellwether events drop RU-2022-02-24-2 --reason \"told twice\"", "with the reason on record")
        ],
        arguments: [Argument("ID", help: "The event's id.")],
        options: [Option("reason", valueName: "TEXT", help: "Why; journalled with your name."), .format]
    ) { invocation in
        let workspace = try invocation.workspace()
        let reason = try invocation.required("reason")
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let id = invocation.argument("ID") ?? ""
        guard let event = try intake.ledger.event(id, known: .now) else {
            throw Fault("unknown_event", "there is no event \(id)", remedy: "`bellwether events list` lists them.")
        }
        return try invocation.print([
            intake.edit(event, action: "drop", reason: reason, by: invocation.person, at: workspace.now)
        ])
    }
}
