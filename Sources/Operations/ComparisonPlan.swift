package import Compare
internal import Configuration
internal import Indicators
internal import Store
package import Vocabulary
internal import Zones

extension Comparison {
    /// Events against the series of a workspace, as they were known.
    ///
    /// - Parameters:
    ///   - events: those to compare; all of them and of the ledger's events may confound each.
    ///   - only: restricts to these series; empty: those configured for the events' currencies.
    package init(_ workspace: Workspace, _ book: SeriesBook, events: [NewsEvent], only: [SeriesKey], known: [NewsEvent])
        throws
    {
        let settings = workspace.settings.workspace.compare
        let named = only + events.flatMap(\.currencies).flatMap { settings.series[$0] ?? [] }
        var tables: [RateTable] = []
        for key in named where !tables.contains(where: { $0.covers(key) }) {
            let published = book.published.map(\.key).filter { $0.source == key.source && $0.measure == key.measure }
            // A source that quotes against two currencies has two tables; the series' own base tells which is meant.
            let base = published.contains(key) ? key.pair?.base : published.first?.pair?.base
            let members = published.filter { $0.pair?.base == base }
            guard !members.isEmpty else { continue }
            tables.append(
                try RateTable(members, fixInstant: workspace.fixInstant(source: key.source)) { try book.once($0) })
        }
        self.init(events: events, tables: tables, seriesByCurrency: settings.series)
        self.only = only
        // Events of a file confound each other as those of the ledger do.
        knownEvents = known + events.filter { own in !known.contains { $0.id == own.id } }
        numeraires = settings.numeraires
        basket = settings.basket
    }
}

extension Workspace {
    /// When the rates of a day were struck: the feed's `fix` where the publisher is, else the end of that day.
    func fixInstant(source: String) -> @Sendable (Day) -> Instant {
        let feed = settings.feeds.first { $0.source == source && $0.kind == .rates && $0.fix != nil }
        guard let feed, let fix = feed.fix else { return { Instant($0 + 1) + -1 } }
        let zone = feed.zone
        return { day in
            // A clock that skips the time of the fix that day: the same time without a zone is near enough.
            do { return try zone.instant(day, fix) } catch { return Instant(day) + fix.seconds }
        }
    }
}
