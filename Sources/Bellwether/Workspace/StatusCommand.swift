internal import CommandLine
internal import Findings
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let status = Command(
        "status", abstract: "Say how every feed is doing",
        discussion: """
            With --max-age the command is a dead-man's switch: it exits 3 when any feed that `fetch` asks had no success \
            for that long, or for one and a half times its own cadence where that is longer. Without it, a feed is stale \
            beyond its own `max_age`. Feeds that are only imported, or only fetched when named, are never stale.
            """,
        group: Group.taking,
        examples: [.init("bellwether status --max-age 36h -q || mail -s stale me", "for a monitor")],
        options: [
            .format, .knownOn, .from, .to,
            Option("max-age", valueName: "TIME", help: "Such as 36h or 2d: stale beyond it."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let limit = try invocation.duration("max-age")
        let health = try workspace.health(maxAge: limit.map(Int64.init))
        try invocation.console.print(
            Table(
                "feeds", health,
                [
                    Column("feed", .word) { .text($0.feed) },
                    Column("outcome", .word) { Cell($0.outcome?.rawValue) },
                    Column("last_success", .instant) { Cell($0.lastSuccess) },
                    Column("age_hours", .number, decimals: 1) { Cell($0.ageHours) },
                    Column("stale", .boolean) { .boolean($0.isStale) },
                    Column("quarantined", .number) { .integer($0.quarantined) },
                ]), as: invocation.format)
        return health.contains { $0.isStale } ? .partly : .done
    }
}
