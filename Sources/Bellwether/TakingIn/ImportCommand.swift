internal import CommandLine
internal import Configuration
internal import Findings
internal import Intake
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let `import` = Command(
        "import", abstract: "Take in local files by the same path as a fetch",
        discussion: """
            Each FILE is one snapshot; a folder, or a zip for a list published in several files, is one snapshot with \
            parts (sdn.csv, add.csv …, in any case). Many files are many snapshots, in the order in which they were \
            seen. Archives may be imported in any order: the history ends up the same.
            """,
        group: Group.taking,
        examples: [
            .init("bellwether import ecb-hist eurofxref-hist.zip", "the whole history of the ECB's reference rates"),
            .init(
                "bellwether import us-ofac-sdn old/*.csv --seen @name:yyyy-MM-ddTHHmmss",
                "an archive whose file names say when each was seen"),
        ],
        arguments: [
            Argument("FEED", help: "The feed that the files belong to."),
            Argument("FILE", .oneOrMore, completion: .file, help: "A file or folder."),
        ],
        options: [
            .format,
            Option(
                "seen", valueName: "WHEN", defaultValue: "now",
                help:
                    "When the bytes were obtained: an instant, @mtime, or @name:PATTERN with the letters yyyy MM dd HH mm ss."
            ),
            Option("part", valueName: "NAME", help: "Which part of the feed a lone file is; else the first."),
            Option("published", valueName: "DAY", help: "The publisher's day, where the file does not say it."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let feed = try workspace.feed(invocation.argument("FEED") ?? "")
        let publication = try workspace.publication(feed)
        let rule =
            try invocation.read("seen", "an instant, @mtime or @name:PATTERN") { SeenRule($0) }
            ?? .instant(workspace.now)
        let published = try invocation.day("published")
        let part = invocation.value("part")
        for path in invocation.arguments("FILE") {
            if let guess = try LocalSnapshot.guess(path, feed: feed, reader: publication.reader, part: part) {
                invocation.console.warn(guess)
            }
        }
        let lock = try workspace.lock()
        defer { _ = lock }
        let intake = try workspace.intake()
        let files = try invocation.arguments("FILE").map { path in
            let seen = try rule.seen(path)
            // The same hour of grace as for a clock that runs ahead; later, every fetch would be older than this.
            let isToCome = seen > workspace.now + 3600 && !invocation.global.isNowGiven
            guard seen.isRecordable, !isToCome else {
                throw Fault(
                    "seen_impossible", "it cannot have been seen at \(seen): it is \(workspace.now)", place: path,
                    remedy: "Give --seen the moment at which the bytes were obtained.")
            }
            return (path: path, seen: seen)
        }
        let progress = Progress(total: files.count, on: invocation.console)
        var runs: [Vocabulary.Run] = []
        for file in files.enumerated().sorted(by: { ($0.element.seen, $0.offset) < ($1.element.seen, $1.offset) }).map(
            \.element)
        {
            let content: Delivery.Content
            do {
                content = .parts(
                    try LocalSnapshot.parts(
                        file.path, reader: publication.reader, named: feed.parts.map(\.name), part: part))
            } catch let fault as Fault {
                content = .failure(fault)
            }
            var delivery = Delivery(how: "import", seen: file.seen, recorded: workspace.now, content: content)
            delivery.published = published
            runs.append(try intake.take(delivery, of: publication))
            progress.advance(file.path)
        }
        progress.finish()
        // A value of a month or a year is dated at its end.
        let ahead = feed.kind == .rates ? 366 / max(1, feed.periodsPerYear) : 1
        for run in runs {
            guard let published = run.published, run.isKnown, published > run.seen.day + ahead else { continue }
            invocation.console.warn(
                Fault(
                    "seen_too_early",
                    "\(run.feed): it is of \(published), after the \(run.seen.day) on which it was seen",
                    remedy:
                        "--known-on would tell of days to come: import it with the --seen of the day it was obtained."
                ))
        }
        return try invocation.print(runs)
    }
}
