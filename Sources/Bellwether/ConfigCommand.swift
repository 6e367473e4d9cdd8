internal import CommandLine
internal import Configuration
internal import Feeds
internal import Fetch
internal import FoundationEssentials
internal import Operations
internal import Report
internal import Tables
internal import Vocabulary

extension Command {
    static let config = Command(
        "config", abstract: "Check the configuration", group: Group.workspace,
        subcommands: [
            Command(
                "check", abstract: "Read every configuration file strictly",
                discussion:
                    "Unknown keys, wrong types and values out of place are all named, with file, line and column.",
                examples: [.init("bellwether config check", "exit code 0: everything is as it must be")],
                options: []
            ) { invocation in
                let checked = Settings.check(
                    root: try invocation.workspaceFolder(), environment: ProcessInfo.processInfo.environment,
                    readers: Readers.all)
                let news = NewsRules.check(root: try invocation.workspaceFolder())
                for fault in checked.faults + news.faults { invocation.console.fail(fault) }
                for pointer in checked.pointers { invocation.console.warn(pointer) }
                guard let settings = checked.value, news.value != nil else { return .failed }
                invocation.console.note(
                    "\(settings.files.count + NewsRules.names.count) files are in order: \(settings.feeds.count) feeds, "
                        + "\(settings.watch.countries.count) countries watched")
                return .done
            }
        ])

    static let feeds = Command(
        "feeds", abstract: "List the feeds with their kind, age and licence",
        discussion:
            "A feed is unproven where its reader was built from the publisher's description and has read no real file yet.",
        group: Group.workspace,
        examples: [.init("bellwether feeds", "every feed of the workspace")],
        options: [.format]
    ) { invocation in
        let workspace = try invocation.workspace()
        let health = Dictionary(uniqueKeysWithValues: try FeedHealth.all(workspace).map { ($0.feed, $0) })
        let isText = invocation.format == .text
        // A password that was written into an address instead of {secret:NAME} is not shown either.
        let masking = Masking(secrets: [])
        var columns: [Table.Column] = [
            .init("feed", .word), .init("kind", .word), .init("reader", .word), .init("source", .word),
            .init("every", .word), .init("last_success", .instant), .init("age_hours", .number, decimals: 1),
            .init("licence"),
        ]
        if !isText { columns += [.init("attribution"), .init("terms_url", .word), .init("addresses", .word)] }
        columns.append(.init("unproven", .word))
        let rows = workspace.settings.feeds.map { feed -> [Cell] in
            var cells: [Cell] = [
                .text(feed.id), .text(feed.kind.rawValue), .text(feed.reader), .text(feed.source),
                .text(feed.parts.isEmpty ? "import" : feed.every.description), Cell(health[feed.id]?.lastSuccess),
                Cell(health[feed.id]?.ageHours), .text(feed.licence),
            ]
            if !isText {
                // The template is what the file says: a secret in it is a name, never its value.
                cells += [
                    .text(feed.attribution), .text(feed.termsURL),
                    Cell(joined: feed.parts.map { masking.address($0.address.text) }),
                ]
            }
            cells.append(.text(isText ? feed.isUnproven ? "unproven" : "" : feed.isUnproven ? "true" : "false"))
            return cells
        }
        try invocation.console.print(Table("feeds", columns: columns, rows: rows), as: invocation.format)
        return .done
    }
}
