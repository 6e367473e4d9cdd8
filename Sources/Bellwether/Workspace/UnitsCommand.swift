internal import CommandLine
internal import Configuration
internal import Findings
internal import Operations
internal import Rates
internal import Store
internal import Tables
internal import Vocabulary
internal import Workspaces

extension Command {
    static let units = Command(
        "units", abstract: "List how currencies changed their unit, and propose when feeds followed",
        discussion: """
            The changes are those of Config/units.toml. Where a currency kept its code, the day on which a feed went \
            over to the new unit is the feed's own affair: where the data in the ledger show one that the file lacks, \
            its rows are printed for you to paste. Nothing is applied by itself.
            """,
        group: Group.asking,
        examples: [.init("bellwether units SYP", "what is known of the Syrian pound's units")],
        arguments: [Argument("CODE", .any, help: "Only changes from or to these currencies.")],
        options: Option.reading
    ) { invocation in
        let workspace = try invocation.workspace()
        let codes = Set(invocation.arguments("CODE").map { $0.uppercased() })
        let (from, to) = try invocation.days()
        let changes = workspace.settings.units.changes.filter { change in
            let isOfDay =
                (from == nil && to == nil)
                || change.effective.map { (from ?? $0) <= $0 && $0 <= (to ?? $0) } ?? false
            return isOfDay && (codes.isEmpty || codes.contains(change.codeFrom) || codes.contains(change.codeTo))
        }
        if changes.isEmpty, !codes.isEmpty {
            throw invocation.fault(
                "Config/units.toml knows no change of unit of \(codes.sorted().joined(separator: ", "))",
                remedy: "`bellwether units` lists all that it knows; another is a [[unit]] of that file.")
        }
        let proposals = try proposals(invocation, workspace).filter { changes.contains($0.change) }
        try invocation.console.print(.units(changes, proposals), as: invocation.format)
        if invocation.format == .text, !proposals.isEmpty {
            let rows = proposals.map { $0.toml + "\n" }.joined(separator: "\n")
            try invocation.console.print("\nProposed for Config/units.toml, below the change:\n\n" + rows)
        }
        return .done
    }

    private static func proposals(_ invocation: Invocation, _ workspace: Workspace) throws -> [UnitProposal] {
        let ledger: Ledger
        do {
            ledger = try workspace.ledger()
        } catch let fault as Fault where fault.code == "no_data" {
            return []
        }
        return try SeriesBook(workspace.settings, ledger, known: try invocation.knownOn()).unitProposals()
    }
}

extension Table {
    fileprivate static func units(_ changes: [UnitChanges.Change], _ proposals: [UnitProposal]) -> Table {
        Table(
            "units", changes,
            [
                Column("code_from", .word) { .text($0.codeFrom) },
                Column("code_to", .word) { .text($0.codeTo) },
                Column("ratio", .number) { .number($0.divisor) },
                Column("effective", .day) { Cell($0.effective) },
                Column("both_until", .day) { Cell($0.bothUntil) },
                Column("status", .word) { .text($0.status.rawValue) },
                Column("source") { .text($0.source) },
                Column("switched", .word) { Cell(list: $0.switches.map { "\($0.feed) \($0.day)" }) },
                Column("proposed", .word) { change in
                    Cell(list: proposals.filter { $0.change == change }.map { "\($0.feed) \($0.day)" })
                },
            ])
    }
}
