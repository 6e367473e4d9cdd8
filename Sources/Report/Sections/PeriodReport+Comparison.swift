internal import Compare
internal import Configuration
internal import Operations
internal import Store
internal import Vocabulary

extension PeriodReport {
    func appendComparison(to document: inout Document) {
        document.append(.heading("Events, and what moved beside them"))
        let before =
            period.kind == .day
            ? "this day and the four weeks before it"
            : "this \(period.noun) and the four "
                + "\(period.kind == .week ? "" : "weeks ")before it"
        guard !comparison.events.isEmpty else {
            document.append(.paragraph("No event of a watched country in \(before)."))
            return
        }
        document.append(
            .paragraph(
                "Events of \(before), strongest first, over day 0 and the next publication day; comparison.csv has "
                    + "every window, model and rule."))
        let headline = Array(comparison.windows.prefix(1))
        document.blocks +=
            Document.comparison(comparisonRows, events: comparison.events, windows: headline).blocks
        appendUncompared(to: &document)
    }

    /// Events of the table above that have no row.
    private func appendUncompared(to document: inout Document) {
        let compared = Set(comparison.events.map(\.id))
        let others = events.filter { !$0.isUnreviewed && !compared.contains($0.id) }.map(\.id)
        guard !others.isEmpty else { return }
        let shown = Wording.list(others, most: workspace.reportRows)
        document.append(.paragraph("Not compared, because they name no watched country: \(shown)."))
    }

    /// Once in a quarter, when enough events of a kind have come together, they are tested together.
    func appendPools(to document: inout Document) throws {
        guard period.endsQuarter else { return }
        document.append(.heading("Tags of events, tested together"))
        let rows = try pools()
        guard !rows.isEmpty else {
            document.append(
                .paragraph("No tag has \(Pool.usualLeast) events with a whole window; fewer are not tested together."))
            return
        }
        document.append(
            .paragraph(
                "At the end of a quarter: all reviewed events of watched countries known by then, by tag and direction, "
                    + "over day 0 and the next publication day. pools.csv has every figure."))
        document.blocks += Document.pools(rows, least: Pool.usualLeast).blocks
    }

    /// Tags with enough events, by the headline window.
    func pools() throws -> [PoolRow] {
        guard period.endsQuarter else { return [] }
        let watched = Set(scope.watch.countries.map(\.code))
        guard !watched.isEmpty else { return [] }
        let reviewed = try ledger.events(
            EventQuery(.reviewed) {
                $0.to = period.last
                $0.require(.country, anyOf: watched)
            }, known: known)
        let tags = Set(reviewed.flatMap(\.tags)).sorted()
        let pools = Pool.pools(tags, of: reviewed).filter { $0.events.count >= Pool.usualLeast }
        var own = try Comparison(workspace, book, events: reviewed, only: [], watch: scope.watch)
        own.windows = Array(own.windows.prefix(1))
        own.models = [.market]
        own.afterFix = [0]
        return try own.pooled(pools, least: Pool.usualLeast, seed: PeriodReport.seed).filter { $0.figures != nil }
    }

    /// Of the sign flips: the same report again has the same figures.
    private static let seed: UInt64 = 1
}
