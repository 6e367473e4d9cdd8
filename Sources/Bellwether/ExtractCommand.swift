internal import Archive
internal import CommandLine
internal import Configuration
internal import News
internal import Report
internal import Tables
internal import Vocabulary

extension Command {
    static let eventsExtract = Command(
        "extract", abstract: "Print the events that articles and feeds tell of; nothing is stored",
        discussion: """
            FILE is an article as a web page or as text, a feed (RSS 2.0, Atom, JSON Feed), JSON-LD, or a file of GDELT. \
            The date is looked for in this order: JSON-LD, meta, <time>, feed, address, text; where none can be \
            believed it stays empty. JSON holds the evidence: which rule found the date, which words gave each tag.
            """,
        examples: [
            .init("bellwether events extract article.html", "what an article says, for people"),
            .init("bellwether events extract article.html --format json", "with people, laws, claims and evidence"),
        ],
        arguments: [Argument("FILE", .oneOrMore, completion: .file, help: "Articles or feeds.")],
        options: [
            .format,
            Option("url", valueName: "URL", help: "Where FILE was fetched from; it may hold the date. Nothing is asked of it."),
        ]
    ) { invocation in
        let rules = try NewsRules.load(root: try invocation.workspaceFolder())
        let extractor = Extractor(Gazetteer(rules.places, rules.bodies), Tagger(rules.tags))
        var all: [Extraction] = []
        for path in invocation.arguments("FILE") {
            let bytes = try Files.read(path)
            do {
                all += try NewsDocument.articles(bytes, address: invocation.value("url") ?? "", now: invocation.global.now).map {
                    extractor.extract($0)
                }
            } catch let fault as Fault {
                throw fault.at(path)
            }
        }
        if invocation.format == .json {
            try invocation.console.print(String(decoding: JSON.extractions(all), as: UTF8.self))
        } else {
            try invocation.console.print(.extractions(all), as: invocation.format)
        }
        return .done
    }
}
