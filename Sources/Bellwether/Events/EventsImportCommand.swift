internal import Archive
internal import CommandLine
internal import Configuration
internal import FileSystem
internal import Findings
internal import Intake
internal import Operations
internal import Vocabulary
internal import Workspaces

extension Command {
    static let eventsImport = Command(
        "import", abstract: "Import events: a CSV file of them, articles, or feeds that were saved",
        discussion: """
            A CSV file has the columns of the event record by name; id and date are needed; known ids get a new version. \
            An article (web page, text) or a feed is read as `events extract` does, and its stories wait for `events \
            review`. A story without a date that can be believed is refused: `events add` takes the date from you.
            """,
        examples: [
            .init("bellwether events import my-events.csv", "add or update the file's events"),
            .init(
                "bellwether events import article.html --url https://example.org/2022/03/14/slug",
                "a page that was saved"),
        ],
        arguments: [Argument("FILE", .oneOrMore, completion: .file, help: "CSV files, articles or feeds.")],
        options: [
            Option("url", valueName: "URL", help: "Where an article was fetched from. Nothing is asked of it."),
            Option("seen", valueName: "INSTANT", help: "When it was obtained; else now."), .format,
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let seen = try invocation.instant("seen") ?? workspace.now
        let files = try invocation.arguments("FILE").map { path in (path, try Files.read(path)) }
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let runs = try files.enumerated().map { index, file in
            let (path, bytes) = file
            // One second each: of two files that tell one story the later one follows.
            let seen = seen + Int64(index - files.count + 1)
            let feed = try feed(isEvents(path, bytes) ? "events-csv" : "news", workspace)
            let publication = try workspace.publication(feed, address: invocation.value("url") ?? "")
            let part = Delivery.Part(name: "main", bytes: bytes, address: path)
            return try intake.take(
                Delivery(how: "import", seen: seen, recorded: workspace.now, content: .parts([part])), of: publication)
        }
        return try invocation.print(runs)
    }

    /// Whether the first line of a file names the columns of events.
    private static func isEvents(_ path: String, _ bytes: [UInt8]) -> Bool {
        let header = String(decoding: bytes.prefix { $0 != 10 }.prefix(2000), as: UTF8.self).lowercased()
        let names = header.split(separator: ",").map { $0.filter { $0.isLetter || $0 == "_" } }
        return path.lowercased().hasSuffix(".csv") && !header.contains("\t")
            || names.contains("id") && names.contains("date")
    }

    /// The feed that files of this kind are taken in under: the one without an address, where there are several.
    private static func feed(_ reader: String, _ workspace: Workspace) throws -> FeedFile {
        let feeds = workspace.settings.feeds.filter { $0.reader == reader }
        guard let feed = feeds.first(where: { $0.parts.isEmpty }) ?? (reader == "events-csv" ? feeds.first : nil) else {
            throw Fault(
                "no_feed", "no feed without an address uses the reader \(reader)", place: "Config/feeds",
                remedy:
                    "`bellwether init PATH` makes a workspace with every feed file; copy events.toml and articles.toml."
            )
        }
        return feed
    }
}
