internal import Configuration
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension WeeklyReport {
    func appendSources(to document: inout Document) {
        document.append(.heading("Sources"))
        document.append(
            .table(
                Table(
                    "sources",
                    columns: [
                        .init("feed", .word), .init("last run", .word), .init("last success", .instant),
                        .init("age h", .number), .init("stale", .boolean), .init("held", .number),
                    ],
                    rows: health.filter { $0.last != nil }.map {
                        [
                            .text($0.feed), .text($0.outcome?.rawValue ?? "never"), Cell($0.lastSuccess),
                            $0.ageHours.map { .text(Wording.fixed($0, 1)) } ?? .none, .boolean($0.isStale),
                            .integer($0.quarantined),
                        ]
                    })))
        var said: Set<String> = []
        for feed in workspace.settings.feeds where health.contains(where: { $0.feed == feed.id && $0.last != nil }) {
            let words =
                feed.attribution.isEmpty ? "\(feed.source): \(feed.licence)" : "\(feed.attribution) (\(feed.licence))"
            if said.insert(words).inserted { document.append(.item(words)) }
        }
        document.append(
            .paragraph(
                "Every figure leads back to archived bytes: the CSV files beside this one name the runs, manifest.json "
                    + "their SHA-256."))
    }

    /// sources.csv
    func sourcesTable() -> Table {
        let feeds = Dictionary(uniqueKeysWithValues: workspace.settings.feeds.map { ($0.id, $0) })
        return Table(
            "sources",
            columns: [
                .init("feed", .word), .init("outcome", .word), .init("last_success", .instant),
                .init("age_hours", .number), .init("stale", .boolean), .init("quarantined", .number),
                .init("run", .word), .init("published", .day), .init("rows", .number), .init("sha256", .word),
                .init("message"), .init("licence"), .init("attribution"), .init("terms_url", .word),
            ],
            rows: health.map { item in
                let feed = feeds[item.feed]
                return [
                    .text(item.feed), Cell(item.outcome?.rawValue), Cell(item.lastSuccess), Cell(item.ageHours),
                    .boolean(item.isStale), .integer(item.quarantined), Cell(item.last?.id), Cell(item.last?.published),
                    Cell(item.last?.rows), Cell(item.last.map(\.sha256).flatMap { $0.isEmpty ? nil : $0 }),
                    Cell(item.message.isEmpty ? nil : item.message), Cell(feed?.licence), Cell(feed?.attribution),
                    Cell(feed?.termsURL),
                ]
            })
    }
}
