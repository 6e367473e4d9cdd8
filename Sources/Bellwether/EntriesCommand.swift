internal import CommandLine
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary

extension Command {
    static let entries = Command(
        "entries", abstract: "Print a sanctions list as it stood on a day",
        discussion: """
            The list is that of the last snapshot of --on or earlier; a snapshot is of the day it was published, or \
            else of the day it was seen in the publisher's zone.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether entries us-ofac-sdn --on 2022-02-24 --format csv", "the whole list of that day"),
            .init("bellwether entries us-ofac-sdn 35096", "one entry, every field"),
        ],
        arguments: [
            Argument("LIST", help: "A list's feed id."), Argument("ID", .any, help: "Entries by the publisher's key."),
        ],
        options: Option.reading + [
            Option("on", valueName: "DAY", defaultValue: "the last snapshot", help: "The day that is asked about."),
            Option("programme", .list, valueName: "TAG", help: "Only entries under these programmes."),
        ]
    ) { invocation in
        let list = invocation.argument("LIST") ?? ""
        let ledger = try invocation.workspace().ledger()
        let lists = try ledger.lists()
        guard lists.contains(list) else {
            throw Fault(
                "usage", "there is no list \(list) in the ledger",
                remedy: lists.isEmpty ? "Fetch or import one first." : "lists: \(lists.joined(separator: ", "))")
        }
        let ids = Set(invocation.arguments("ID"))
        let programmes = Set(invocation.list("programme"))
        let (from, to) = try invocation.days()
        let found = try ledger.entries(list, on: try invocation.day("on"), known: try invocation.knownOn()).filter {
            entry in
            (ids.isEmpty || ids.contains(entry.designation.id))
                && (programmes.isEmpty || !programmes.isDisjoint(with: entry.designation.programmes))
                && (from.map { $0 <= entry.seen.day } ?? true) && (to.map { entry.seen.day <= $0 } ?? true)
        }
        for id in ids.subtracting(found.map(\.designation.id)).sorted() {
            invocation.console.warn("\(list) has no entry \(id) on that day")
        }
        if invocation.format == .text, !ids.isEmpty {
            for entry in found { try invocation.console.print(.fields(entry.designation), as: .text) }
            return .done
        }
        try invocation.console.print(.entries(found), as: invocation.format)
        return .done
    }
}

extension Table {
    static func entries(_ entries: [ListedEntry]) -> Table {
        Table(
            "entries",
            columns: [
                .init("list", .word), .init("entry_id", .word), .init("kind", .word), .init("name"),
                .init("programs", .word), .init("countries", .word), .init("listed_on", .day),
                .init("seen_at", .instant),
            ],
            rows: entries.map { entry in
                let designation = entry.designation
                return [
                    .text(designation.list), .text(designation.id), .text(designation.kind), .text(designation.name),
                    Cell(joined: designation.programmes), Cell(joined: designation.countries),
                    Cell(designation.first(.listedOn).flatMap { Day(iso: $0) }), .instant(entry.seen),
                ]
            })
    }

    /// One entry, a row per fact.
    static func fields(_ designation: Designation) -> Table {
        Table(
            "fields", columns: [.init("field", .word), .init(designation.id)],
            rows: designation.attributes.map { [.text($0.field.rawValue), .text($0.display)] })
    }
}
