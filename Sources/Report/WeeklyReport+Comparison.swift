internal import Compare
internal import Configuration
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension WeeklyReport {
    /// The events of watched countries that a report compares, with what the ledger knew.
    private func comparison() throws -> Comparison {
        let watched = Set(workspace.settings.watch.countries.map(\.code))
        let own = events.filter { !$0.isUnreviewed && !watched.isDisjoint(with: $0.countries) }
        return try Comparison(workspace, book, events: own, only: [], known: try ledger.events(.reviewed, known: known))
    }

    func appendComparison(to document: inout Document) throws {
        document.append(.heading("Events, and what moved beside them"))
        let comparison = try comparison()
        guard !comparison.events.isEmpty else {
            document.append(.paragraph("No event of a watched country in this week and the four before it."))
            return
        }
        let rows = try comparison.rows()
        document.append(
            .paragraph(
                "Events of this week and the four before it, strongest first, over day 0 and the next publication day; "
                    + "comparison.csv has every window, model and rule."))
        let headline = Array(comparison.windows.prefix(1))
        document.blocks += Document.comparison(rows, events: comparison.events, windows: headline).blocks
    }

    func comparisonTable() throws -> Table { .comparison(try comparison().rows()) }
}
