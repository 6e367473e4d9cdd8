internal import CommandLine
internal import FileSystem
internal import Matching
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let screen = Command(
        "screen", abstract: "Hold names against the lists as they stood on a day",
        discussion: """
            Each entry that a name may be of is a row, best first, with a score from 0 to 1: the probability that the two \
            are the same, as far as names, birth dates, countries and identifiers tell. `why` says which words matched and \
            what contradicts. A name that no entry matches has one row with `match` no. Which snapshot of each list was \
            asked, and how old it is, stands below; a list that was never looked at is unknown, which is not the same as \
            "not listed". The files are CSV with a header: --file wants the column name, and takes kind, birth, country and \
            identifier; --pairs wants name1 and name2, and takes schema: one row a pair, in their order, and no list.

            A score is no finding: Docs/Screening.md says what it misses.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether screen \"Vladimir Putin\"", "one name against every list"),
            .init("bellwether screen --file customers.csv --on 2022-02-24 --format csv", "many, as of a day"),
            .init("bellwether screen --pairs pairs.csv --format csv", "pairs of names against one another"),
        ],
        arguments: [Argument("NAME", .any, help: "Names, each in quotation marks.")],
        options: [
            Option("file", valueName: "CSV", completion: .file, help: "Names with what else is known of them."),
            Option("pairs", valueName: "CSV", completion: .file, help: "Pairs of names to compare."),
            Option(
                "threshold", valueName: "SCORE", defaultValue: "0.70", help: "The least score that is a match."),
            Option("on", valueName: "DAY", defaultValue: "the last snapshot", help: "The day that is asked about."),
            .knownOn,
            Option("list", .list, valueName: "LIST", help: "Only these lists."),
            Option(
                "kind", valueName: "KIND", allowed: ["person", "organisation", "vessel", "aircraft"],
                help: "Only entries of this kind."),
            .format,
        ]
    ) { invocation in
        let threshold = Float(try invocation.number("threshold") ?? 0.7)
        guard (0.5...1).contains(threshold) else { throw invocation.fault("--threshold wants a number from 0.5 to 1") }
        func read<Value>(_ path: String, _ body: ([UInt8]) throws -> [Value]) throws -> [Value] {
            do { return try body(Files.read(path)) } catch let fault as Fault {
                // The file is the asker's own: no publisher is to blame.
                let own =
                    fault.code == "wrong_encoding"
                    ? Fault(fault.code, fault.message, place: fault.place, remedy: "Save the file as UTF-8.") : fault
                throw own.place == path ? own : own.at(path)
            }
        }
        if let path = invocation.value("pairs") {
            try Screening.compare(read(path, ScreenFile.pairs), threshold, invocation)
            return .done
        }
        var asked = invocation.arguments("NAME").map { ScreenFile.Asked(name: $0) }
        if let path = invocation.value("file") { asked += try read(path, ScreenFile.names) }
        guard !asked.isEmpty else {
            throw invocation.fault("there is no name to screen", remedy: "name one, or give --file")
        }
        let names = try ListedNamesOfDay(invocation, try invocation.workspace().ledger())
        let rows = asked.flatMap { one in Screening.rows(one.name, names.matches(one, least: threshold), names.looks) }
        try invocation.console.print(Table("screening", rows, Screening.columns), as: invocation.format)
        Screening.tell(names.looks, asOf: try invocation.day("on") ?? invocation.global.now.day, invocation.console)
        return .done
    }
}

/// What `screen` prints.
enum Screening {
    struct Row {
        var query: String
        var rank: Int?
        var list = ""
        var entry = ""
        var name = ""
        var matchedName = ""
        var score: Float = 0
        var why = ""
        var isMatch = false
        /// False where no list was looked at: nothing is known of the name.
        var isKnown = true
        var kind = ""
        var listedOn: Day?
        var programmes: [String] = []
    }

    /// `search` shows what is less sure as well.
    static let leastFound: Float = 0.55

    static let columns: [Column<Row>] = [
        Column("query") { .text($0.query) }, Column("rank", .number) { Cell($0.rank) },
        Column("list", .word) { Cell(filled: $0.list) }, Column("entry_id", .word) { Cell(filled: $0.entry) },
        Column("name") { Cell(filled: $0.name) }, Column("matched_name") { Cell(filled: $0.matchedName) },
        Column("score", .number, decimals: 2) { .number(Screening.rounded($0.score)) },
        Column("why") { Cell(filled: $0.why) },
        Column("match", .word) { .text($0.isMatch ? "yes" : $0.isKnown ? "no" : "unknown") },
        Column("kind", .word) { Cell(filled: $0.kind) },
        Column("listed_on", .day) { Cell($0.listedOn) }, Column("programs", .word) { Cell(joined: $0.programmes) },
    ]

    /// Four decimals: more would be noise of the arithmetic.
    static func rounded(_ score: Float) -> Double { (Double(score) * 10_000).rounded() / 10_000 }

    static func rows(_ query: String, _ matches: [ScreenMatch], _ looks: [ListedNamesOfDay.Look]) -> [Row] {
        guard !matches.isEmpty else {
            // A list that nobody looked at says nothing of anyone.
            let unknown = looks.filter { $0.run == nil }.map(\.list)
            var row = Row(query: query, why: "no listed name is like it")
            if !unknown.isEmpty { row.why += "; unknown: \(unknown.joined(separator: ", ")) not looked at by then" }
            if unknown.count == looks.count {
                (row.isKnown, row.why) = (false, "unknown: no list was looked at by then")
            }
            return [row]
        }
        return matches.enumerated().map { rank, match in
            Row(
                query: query, rank: rank + 1, list: match.entry.list, entry: match.entry.id, name: match.entry.name,
                matchedName: match.matchedName, score: match.score, why: match.why, isMatch: true,
                kind: match.entry.kind,
                listedOn: match.entry.first(.listedOn).flatMap { Day(iso: $0) }, programmes: match.entry.programmes)
        }
    }

    static func compare(_ pairs: [ScreenFile.Pair], _ threshold: Float, _ invocation: Invocation) throws {
        let matcher = NameMatcher()
        let rows = pairs.map { pair in
            let (one, other) = (matcher.parse(pair.one, kind: pair.kind), matcher.parse(pair.other, kind: pair.kind))
            let evidence = matcher.evidence(one, other)
            let score = Calibration.probability(evidence.total)
            return Row(
                query: pair.one, rank: 1, name: pair.other, matchedName: pair.other, score: score,
                why: evidence.words(one, other), isMatch: score >= threshold)
        }
        try invocation.console.print(Table("pairs", rows, columns), as: invocation.format)
    }

    /// As of which snapshot of each list; on standard error, so that the rows stay rows.
    static func tell(_ looks: [ListedNamesOfDay.Look], asOf day: Day, _ console: Console) {
        for look in looks {
            guard let run = look.run else {
                console.warn("\(look.list): unknown, not looked at by then")
                continue
            }
            let age = Int(max(0, day.number - run.day.number))
            console.note(
                "\(look.list): snapshot of \(Wording.day(run.day)), \(Wording.count(age, "day", "days")) old, run \(run.id)"
            )
        }
        if looks.isEmpty { console.warn("no list is in the ledger: nothing is known") }
    }
}
