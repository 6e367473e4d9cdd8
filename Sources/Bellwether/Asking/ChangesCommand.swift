internal import CommandLine
internal import Configuration
internal import Findings
internal import Lists
internal import Operations
internal import Report
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let changes = Command(
        "changes", abstract: "Print what changed on the lists, field by field",
        discussion: """
            Changes lie between neighbouring good snapshots; the first snapshot of a list is where its history starts. \
            A change is of the published day, or else of the day it was seen where the publisher is; --from and --to \
            bound that day. An added or removed entry is one row, a modified one a row per field. `re-keyed` is the same \
            entity under another key, `source missing` an entry of a list put together from others whose own list was \
            not in the snapshot, `re-read` what a newer reader sees in the same bytes.
            """,
        group: Group.asking,
        examples: [
            .init("bellwether changes us-ofac-sdn --from 2022-02-21 --to 2022-02-27", "one week, field by field"),
            .init("bellwether changes us-ofac-sdn --entry 35096", "what became of one entry"),
            .init("bellwether changes --summary step --format csv", "counts per snapshot"),
        ],
        arguments: [Argument("LIST", .any, help: "Lists; every one where none is named.")],
        options: Option.reading + [
            Option(
                "entry", .list, valueName: "ID",
                help: "Only what became of these entries, by the publisher's key, also a former one."),
            Option(
                "summary", valueName: "BY", allowed: ChangeSummary.keys,
                help: "Counts instead of changes; as text, a sentence for each step, day or week."),
        ]
    ) { invocation in
        let workspace = try invocation.workspace()
        let ledger = try workspace.ledger()
        let lists = invocation.arguments("LIST")
        let known = try ledger.lists()
        if let unknown = lists.first(where: { !known.contains($0) }) {
            throw Fault(
                "usage", "there is no list \(unknown) in the ledger", remedy: "lists: \(known.joined(separator: ", "))")
        }
        let (from, to) = try invocation.days()
        let range = (from ?? Day(number: Int(Int32.min)))...(to ?? Day(number: Int(Int32.max)))
        // Without days the store need not look for them.
        let days = from == nil && to == nil ? nil : range
        let ids = Set(invocation.list("entry"))
        let asked = lists.isEmpty ? known : lists
        for id in ids.sorted() where try !asked.contains(where: { try ledger.hasEntry(id, in: $0) }) {
            invocation.console.warn(
                "\(lists.isEmpty ? "no list" : lists.joined(separator: ", ")) ever had an entry \(id)")
        }
        let steps = try asked.flatMap { list in
            try ledger.history(list, in: days, of: ids.isEmpty ? nil : ids, known: try invocation.knownOn()).steps
        }
        guard let summary = invocation.value("summary") else {
            try invocation.console.print(.changes(steps), as: invocation.format)
            return .done
        }
        let summaries = ChangeSummary(steps, names: ListNames(workspace.settings))
        if invocation.format == .text, let text = summaries.text(by: summary) {
            try invocation.console.print(text)
        } else {
            try invocation.console.print(summaries.table(by: summary), as: invocation.format)
        }
        return .done
    }
}
