internal import CommandLine
internal import Matching
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let search = Command(
        "search", abstract: "Find entries of all lists by name, identifier or reference",
        discussion: """
            TEXT is a name in any spelling and script, the beginning of one, an identifier (IMO, passport, tax number, BIC, \
            wallet), a publisher's reference or key. What an identifier or a reference finds stands first, then names, best \
            first, with what matched; names that only begin so come last. The lists are those of the last snapshot, or of \
            --on. `screen` holds many names against the lists.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether search Zawahiri", "an alias in any spelling"),
            .init("bellwether search QDi.006", "a reference of the Security Council"),
        ],
        arguments: [Argument("TEXT", .oneOrMore, help: "What to look for; several words are one text.")],
        options: [
            Option("on", valueName: "DAY", defaultValue: "the last snapshot", help: "The day that is asked about."),
            .knownOn,
            Option("list", .list, valueName: "LIST", help: "Only these lists."),
            Option(
                "kind", valueName: "KIND", allowed: ["person", "organisation", "vessel", "aircraft"],
                help: "Only entries of this kind."),
            Option("country", .list, valueName: "CODE", help: "Only entries of these countries."),
            .format,
        ]
    ) { invocation in
        let names = try ListedNamesOfDay(invocation, try invocation.workspace().ledger())
        let countries = Set(invocation.list("country"))
        let text = invocation.arguments("TEXT").joined(separator: " ")
        let found = names.found(text, least: Screening.leastFound).filter {
            countries.isEmpty || !countries.isDisjoint(with: $0.entry.countries)
        }
        let rows = found.isEmpty ? [] : Screening.rows(text, found, names.looks)
        try invocation.console.print(Table("found", rows, Array(Screening.columns.dropFirst())), as: invocation.format)
        Screening.tell(names.looks, asOf: try invocation.day("on") ?? invocation.global.now.day, invocation.console)
        return .done
    }
}

extension ListedNamesOfDay {
    /// The lists, the kind and the day that the options name.
    init(_ invocation: Invocation, _ ledger: Ledger) throws {
        let known = try ledger.lists()
        let wanted = invocation.list("list")
        if let unknown = wanted.first(where: { !known.contains($0) }) {
            throw Fault(
                "usage", "there is no list \(unknown) in the ledger", remedy: "lists: \(known.joined(separator: ", "))")
        }
        try self.init(
            ledger, lists: wanted.isEmpty ? known : wanted, kind: NameKind(invocation.value("kind") ?? ""),
            on: try invocation.day("on"), known: try invocation.knownOn())
    }
}
