internal import CommandLine
internal import Configuration
internal import Findings
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let entries = Command(
        "entries", abstract: "Print a sanctions list as it stood on a day",
        discussion: """
            The list is that of the last snapshot of --on or earlier; a snapshot is of the day it was published, or \
            else of the day it was seen in the publisher's zone. Restrictions are those that the publisher states of an \
            entry; where there are none, those that its programmes may impose (`bellwether programmes`); empty where \
            nobody says.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether entries us-ofac-sdn --on 2022-02-24 --format csv", "the whole list of that day"),
            .init("bellwether entries us-ofac-sdn 35096", "one entry, every field"),
            .init("bellwether entries us-ofac-sdn --family RU.main,RU.ukraine", "whom Russia's programmes name"),
        ],
        arguments: [
            Argument("LIST", help: "A list's feed id."), Argument("ID", .any, help: "Entries by the publisher's key."),
        ],
        options: Option.reading + [
            Option("on", valueName: "DAY", defaultValue: "the last snapshot", help: "The day that is asked about."),
            Option("programme", .list, valueName: "TAG", help: "Only entries under these programmes."),
            Option("family", .list, valueName: "FAMILY", help: "Only entries under programmes of these families."),
            Option(
                "restriction", .list, valueName: "KIND", allowed: Restriction.allCases.map(\.rawValue),
                help: "Only entries of which this may be forbidden."),
        ]
    ) { invocation in
        let list = invocation.argument("LIST") ?? ""
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let lists = try ledger.lists()
        guard lists.contains(list) else {
            throw Fault(
                "usage", "there is no list \(list) in the ledger",
                remedy: lists.isEmpty ? "Fetch or import one first." : "lists: \(lists.joined(separator: ", "))")
        }
        let ids = Set(invocation.arguments("ID"))
        let filter = try EntryFilter(invocation, workspace.settings.programmes)
        let (from, to) = try invocation.days()
        // What hides entries from a question about families is told of the whole list.
        let asked = EntryQuery(
            on: try invocation.day("on"), ids: ids.isEmpty || filter.asksOfAll ? nil : ids,
            programmes: filter.tags.isEmpty || filter.asksOfAll ? nil : filter.tags)
        let all = try ledger.entries(list, asked, known: try invocation.knownOn())
        let found = all.filter { entry in
            (ids.isEmpty || ids.contains(entry.designation.id))
                && filter.admits(entry.designation)
                && (from.map { $0 <= entry.seen.day } ?? true) && (to.map { entry.seen.day <= $0 } ?? true)
        }
        for id in ids.subtracting(found.map(\.designation.id)).sorted() {
            invocation.console.warn("\(list) has no entry \(id) on that day")
        }
        filter.warn(list, all.map(\.designation))
        if invocation.format == .text, !ids.isEmpty {
            for entry in found {
                try invocation.console.print(.fields(entry.designation, filter.programmes), as: .text)
            }
            return .done
        }
        try invocation.console.print(.entries(found, filter.programmes), as: invocation.format)
        return .done
    }
}

extension Table {
    static func entries(_ entries: [ListedEntry], _ programmes: Programmes) -> Table {
        Table(
            "entries", entries,
            [
                Column("list", .word) { .text($0.designation.list) },
                Column("entry_id", .word) { .text($0.designation.id) },
                Column("kind", .word) { .text($0.designation.kind) },
                Column("name") { .text($0.designation.name) },
                Column("programs", .word) { Cell(joined: $0.designation.programmes) },
                Column("countries", .word) { Cell(joined: $0.designation.countries) },
                Column("listed_on", .day) { Cell($0.designation.first(.listedOn).flatMap { Day(iso: $0) }) },
                Column("seen_at", .instant) { .instant($0.seen) },
                Column("restrictions", .word) { Cell(joined: programmes.restrictions(of: $0.designation).words) },
            ])
    }

    /// One entry, a row per fact; what only its programmes tell is said to come from there.
    static func fields(_ designation: Designation, _ programmes: Programmes) -> Table {
        let (words, isStated) = programmes.restrictions(of: designation)
        let derived = isStated ? [] : words.map { Attribute(.restriction, $0, ["from programme"]) }
        let facts = (designation.attributes + derived).sorted { $0.field.rank < $1.field.rank }
        return .fields("fields", value: designation.id, facts.map { ($0.field.rawValue, $0.display) })
    }
}
