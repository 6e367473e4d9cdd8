internal import Archive
internal import CommandLine
internal import Configuration
internal import FileSystem
internal import Findings
internal import Lists
internal import News
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let eventsExtract = Command(
        "extract", abstract: "Print the events that articles and feeds tell of; nothing is stored",
        discussion: """
            FILE is an article as a web page or as text, a feed (RSS, Atom, JSON Feed), JSON-LD, or a file of GDELT 2 \
            (events or GKG). The date is looked for in this order: JSON-LD, meta, <time>, feed, address, text; where none \
            can be believed it stays empty. JSON holds the evidence: which rule found the date, which words gave each \
            tag, and where; and, in a workspace with lists, what they said of each name on that day.
            """,
        examples: [
            .init("bellwether events extract article.html", "what an article says, for people"),
            .init("bellwether events extract article.html --format json", "with people, laws, claims and evidence"),
        ],
        arguments: [Argument("FILE", .oneOrMore, completion: .file, help: "Articles or feeds.")],
        options: [
            .format,
            Option(
                "url", valueName: "URL",
                help: "Where FILE was fetched from; it may hold the date. Nothing is asked of it."),
        ]
    ) { invocation in
        // Reading an article needs no workspace: without one the shipped rules do.
        let folder = try invocation.workspaceFolder()
        let hasRules = NewsRules.names.allSatisfy { Files.exists("\(folder)/\($0)") }
        let rules = try NewsRules.load(root: hasRules ? folder : Shipped.find())
        let extractor = Extractor(Gazetteer(rules.places, rules.bodies), Tagger(rules.tags))
        let paths = invocation.arguments("FILE")
        let (address, now) = (invocation.value("url") ?? "", invocation.global.now)
        let keepsText = invocation.format == .json
        // Page by page on all processors: what is not printed does not stay in memory.
        let read = try concurrently(paths.count) { index -> Result<[Extraction], Fault> in
            do {
                let found = try extractor.events(try Files.read(paths[index]), address: address, now: now)
                return .success(keepsText ? found : found.map(\.withoutText))
            } catch let fault as Fault {
                return .failure(fault.at(paths[index]))
            }
        }
        var all: [Extraction] = []
        var failed = 0
        for result in read {
            switch result {
            case .success(let found): all += found
            case .failure(let fault):
                // One bad page never stops the others.
                guard paths.count > 1 else { throw fault }
                invocation.console.warn(fault)
                failed += 1
            }
        }
        var taken: Set<String> = []
        for index in all.indices where !all[index].event.id.isEmpty {
            all[index].event.id = all[index].event.identifier(isTaken: taken.contains)
            taken.insert(all[index].event.id)
        }
        switch invocation.format {
        case .json:
            let screened = try screened(all, invocation)
            try invocation.console.print(String(decoding: JSON.extractions(all, screened: screened), as: UTF8.self))
        case .csv: try invocation.console.print(.extractions(all), as: .csv)
        case .text:
            for (index, one) in all.enumerated() {
                if index > 0 { try invocation.console.print("\n") }
                try invocation.console.print(.extraction(one), as: .text)
            }
        }
        return failed == 0 ? .done : failed < paths.count ? .partly : .failed
    }

    /// What the lists of each article's day say of its names; nil without a ledger or a date.
    private static func screened(_ all: [Extraction], _ invocation: Invocation) throws -> [[NameScreening.Row]?] {
        guard Files.exists("\(try invocation.workspaceFolder())/Data/ledger.sqlite") else {
            return all.map { _ in nil }
        }
        let ledger = try invocation.workspace().ledger()
        guard try !ledger.lists().isEmpty else { return all.map { _ in nil } }
        var screenings: [Day: NameScreening] = [:]
        return try all.map { one in
            guard let day = one.article.published?.day else { return nil }
            let screening = try screenings[day] ?? NameScreening(ledger, on: day, known: invocation.presentlyKnown)
            screenings[day] = screening
            return screening.rows(one.people + one.organisations)
        }
    }
}
