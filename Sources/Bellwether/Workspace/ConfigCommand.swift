internal import CommandLine
internal import Configuration
internal import Fetch
internal import Findings
internal import FoundationEssentials
internal import Operations
internal import Readers
internal import Report
internal import Tables
internal import Vocabulary
internal import Workspaces

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
                    readers: ReaderCatalogue.all)
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
        let health = Dictionary(uniqueKeysWithValues: try workspace.health().map { ($0.feed, $0) })
        let rows = workspace.settings.feeds.map { ListedFeed(feed: $0, health: health[$0.id]) }
        try invocation.console.print(Table("feeds", rows, ListedFeed.columns), as: invocation.format)
        return .done
    }
}

/// A feed file, and how the feed is doing.
private struct ListedFeed: Sendable {
    var feed: FeedFile
    var health: FeedHealth?

    static let columns: [Column<ListedFeed>] = [
        Column("feed", .word) { .text($0.feed.id) },
        Column("kind", .word) { .text($0.feed.kind.rawValue) },
        Column("reader", .word) { .text($0.feed.reader) },
        Column("source", .word) { .text($0.feed.source) },
        Column("every", .word) { .text($0.feed.parts.isEmpty ? "import" : $0.feed.every.description) },
        Column("last_success", .instant) { Cell($0.health?.lastSuccess) },
        Column("age_hours", .number, decimals: 1) { Cell($0.health?.ageHours) },
        Column("licence") { .text($0.feed.licence) },
        Column("attribution", for: .programs) { .text($0.feed.attribution) },
        Column("terms_url", .word, for: .programs) { .text($0.feed.termsURL) },
        Column("addresses", .word, for: .programs) { row in
            // The template is what the file says: a secret in it is a name, never its value. A password that was written
            // into an address instead of {secret:NAME} is not shown either.
            let masking = Masking(secrets: [])
            return Cell(joined: row.feed.parts.map { masking.address($0.address.text) })
        },
        Column("unproven", .word, for: .people) { .text($0.feed.isUnproven ? "unproven" : "") },
        Column("unproven", .word, for: .programs) { .text($0.feed.isUnproven ? "true" : "false") },
    ]
}
