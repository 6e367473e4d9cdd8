import CommandLine
import Synchronization
import Tables
import TestSupport
import Vocabulary

/// A small tree of commands with one of everything that can be declared.
enum Toy {
    static let program = Program(
        Command(
            "bellwether", abstract: "Track rates, lists and news on one timeline",
            discussion: """
                A toy with one of everything.

                A second paragraph, long enough that it has to be broken into more than one line of at most eighty \
                columns.
                """,
            subcommands: [rates, fetch, report, words]),
        version: "1.2.3", released: Day(iso: "2026-11-24") ?? Day(number: 0))

    static let rates = Command(
        "rates", abstract: "Print observations of series",
        discussion: "Values are printed as they were published.", group: "Asking",
        examples: [
            .init("bellwether rates EUR/RUB:reference:ecb --from 2022-02-18", "The euro in roubles since that day.")
        ],
        arguments: [Argument("SERIES", .oneOrMore, help: "A series, such as EUR/RUB:reference:ecb.")],
        options: Option.reading + [
            .flag("vintages", help: "Every value that a day has had."),
            Option(
                "window", short: "w", .list, valueName: "A:B", defaultValue: "0:1,0:4",
                help: "Windows in observations around the event."),
            Option("set", .repeated, valueName: "NAME=VALUE", help: "A parameter of the indicator."),
            Option("file", valueName: "CSV", completion: .file, help: "Read the amounts from a file."),
            Option("max-age", valueName: "TIME", help: "The oldest value that counts."),
            Option("week", valueName: "WEEK", help: "An ISO week."),
            Option("limit", valueName: "N", help: "At most so many rows."),
        ],
        run: { invocation in
            _ = try invocation.days()
            _ = try invocation.day("known-on")
            _ = try invocation.duration("max-age")
            _ = try invocation.week("week")
            _ = try invocation.number("limit")
            try invocation.console.print(table, as: invocation.format)
            return .done
        })

    static let fetch = Command(
        "fetch", abstract: "Bring what is due from its publishers", group: "Getting data",
        examples: [.init("bellwether fetch", "Whatever is due.")],
        arguments: [Argument("FEED", .any, help: "Feeds to fetch; all that are due where none is named.")],
        options: [.flag("force", short: "f", help: "Fetch even what is not due.")],
        run: { invocation in
            invocation.console.note("a note\nin one line")
            invocation.console.detail("a detail")
            invocation.console.warn(Fault("stale", "no new value for 9 days", place: "ecb"))
            switch invocation.arguments("FEED").first {
            case "busy": throw Fault("busy", "another run is writing", place: invocation.global.workspace)
            case "html":
                throw Fault("html_received", "a web page came", place: "ecb", remedy: "try again\u{1b}[31m later")
            case "partly": return .partly
            case "cancelled": throw CancellationError()
            default: return .done
            }
        })

    static let report = Command(
        "report", abstract: "Write a report", group: "Asking",
        subcommands: [
            Command(
                "weekly", abstract: "Write the report of one week",
                examples: [.init("bellwether report weekly --week 2022-W09", "The ninth week of 2022.")],
                arguments: [Argument("FOLDER", .optional, completion: .directory, help: "Where it goes.")],
                options: [Option("week", valueName: "WEEK", help: "The ISO week.")],
                run: { _ in .done })
        ])

    /// Prints what it was given, for tests of parsing.
    static let words = Command(
        "words", abstract: "Print what was understood", group: "Asking",
        examples: [.init("bellwether words a b c", "Prints them.")],
        arguments: [
            Argument("FIRST", help: "One word."), Argument("REST", .any, help: "The others."),
        ],
        options: [
            .flag("force", short: "f", help: "A flag."),
            Option("one", short: "o", valueName: "X", help: "A value."),
            Option("window", short: "w", .list, valueName: "A:B", help: "Values."),
            Option("set", .repeated, valueName: "NAME=VALUE", help: "Pairs."),
            Option("pick", valueName: "P", allowed: ["mean", "market"], help: "One of two."),
        ],
        run: { invocation in
            var lines = ["first \(invocation.argument("FIRST") ?? "")"]
            for rest in invocation.arguments("REST") { lines.append("rest \(rest)") }
            if invocation.flag("force") { lines.append("force") }
            if let one = invocation.value("one") { lines.append("one \(one)") }
            for window in invocation.list("window") { lines.append("window \(window)") }
            for pair in invocation.list("set") { lines.append("set \(pair)") }
            if let pick = invocation.value("pick") { lines.append("pick \(pick)") }
            let global = invocation.global
            if global.workspace != "." { lines.append("workspace \(global.workspace)") }
            if global.isNowGiven { lines.append("now \(global.now)") }
            if global.offline { lines.append("offline") }
            try invocation.console.print(lines.joined(separator: "\n") + "\n")
            return .done
        })

    private static let rows: [[Cell]] = [
        [
            "EUR/RUB:reference:ecb", .day(Day(number: 19_047)),
            .published(PublishedNumber(digits: 13600, decimals: 2)),
            .number(-0.1), .instant(Instant(seconds: 1_645_720_200)), .boolean(false), "=SUM(A1)",
        ],
        [
            "EUR/東京", .day(Day(number: 19_048)), .integer(-7), .number(1234.5678), .none, .boolean(true),
            "a \"b\", c\nd\u{202e}",
        ],
        ["plain", .none, .number(.nan), .none, .none, .none, ""],
    ]

    static let table = Table(
        "rates", rows,
        [
            .init("series", .word) { $0[0] }, .init("day", .day) { $0[1] }, .init("value", .number) { $0[2] },
            .init("change", .number, decimals: 2) { $0[3] }, .init("known_from", .instant) { $0[4] },
            .init("stale", .boolean) { $0[5] }, .init("note") { $0[6] },
        ])

    /// One run: its exit code and what it printed.
    static func run(
        _ words: [String], environment: [String: String] = [:], terminal: Terminal = .none
    ) async -> (code: ExitCode, output: String, errors: String) {
        let output = Collected()
        let errors = Collected()
        let console = Console(output: output.output, errors: errors.output, terminal: terminal)
        let code = await program.main(
            words, environment: environment, console: console, clock: { Instant(seconds: 1_646_640_000) })
        return (code, output.text, errors.text)
    }
}

/// Where a test collects what is printed.
final class Collected: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    var output: Output { Output { bytes in self.bytes.withLock { $0 += bytes } } }
    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}
