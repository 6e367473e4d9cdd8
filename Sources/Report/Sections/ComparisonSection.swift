internal import Compare
internal import Configuration
internal import Findings
internal import Vocabulary

/// What moved beside the events of watched countries.
struct ComparisonSection: ReportSection {
    let context: ReportContext
    /// Of the period and the four weeks before it.
    let events: [NewsEvent]
    let compared: [NewsEvent]
    let rows: [ComparisonRow]
    /// How many events of watched countries are not compared, there being too many.
    var uncompared = 0
    /// The window that is put into words.
    let headline: EventWindow?

    var files: [ReportFile] { [ReportFile("comparison", .comparison(rows))] }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Events, and what moved beside them"))
        let before =
            context.period.kind == .day
            ? "this day and the four weeks before it"
            : "this \(context.period.noun) and the four "
                + "\(context.period.kind == .week ? "" : "weeks ")before it"
        guard !compared.isEmpty else {
            blocks.append(.paragraph("No event of a watched country in \(before)."))
            return blocks
        }
        blocks.append(
            .paragraph(
                "Events of \(before), strongest first, over day 0 and the next publication day; comparison.csv has "
                    + "every window, model and rule."))
        blocks +=
            Document.comparison(rows, events: compared, windows: headline.map { [$0] } ?? []).blocks
        if uncompared > 0 {
            let are = Wording.noun(uncompared, "is", "are")
            blocks.append(
                .paragraph(
                    "\(Wording.count(uncompared, "earlier event", "earlier events")) of watched countries \(are) not "
                        + "compared here: the report compares the latest \(compared.count). `bellwether compare --event "
                        + "ID` compares any of them."))
        }
        appendUnwatched(to: &blocks)
        return blocks
    }

    /// Events of the table above that have no row.
    private func appendUnwatched(to blocks: inout [Document.Block]) {
        let watched = Set(context.scope.watch.countries.map(\.code))
        let others = events.filter { !$0.isUnreviewed && watched.isDisjoint(with: $0.countries) }.map(\.id)
        guard !others.isEmpty else { return }
        let shown = Wording.list(others, most: context.rows)
        blocks.append(.paragraph("Not compared, because they name no watched country: \(shown)."))
    }
}
