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
        let own = events.filter { !watched.isDisjoint(with: $0.countries) }
        return try Comparison(workspace, book, events: own, only: [], known: try ledger.events(known: known))
    }

    func appendComparison(to document: inout Document) throws {
        document.append(.heading("Events, and what moved beside them"))
        let comparison = try comparison()
        guard !comparison.events.isEmpty else {
            document.append(.paragraph("No event of a watched country in this week and the four before it."))
            return
        }
        let rows = try comparison.rows()
        document.blocks += Document.comparison(rows, events: comparison.events).blocks
    }

    func comparisonTable() throws -> Table { .comparison(try comparison().rows()) }
}
