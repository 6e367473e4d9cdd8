internal import Configuration
internal import Operations
internal import Store
internal import Tables
internal import Vocabulary

extension PeriodReport {
    /// Of a feed's last success, in hours, at the moment of the report.
    private func age(_ feed: FeedHealth) -> Double? { feed.lastSuccess.map { Double(moment - $0) / 3600 } }

    func appendSources(to document: inout Document) {
        document.append(.heading("Sources"))
        let seen = health.filter { $0.last != nil }
        document.append(
            .paragraph(
                "As known at \(moment), the last moment at which anything was taken in or tried; ages are counted from "
                    + "it. The first digits of the SHA-256 of the bytes last believed; sources.csv has all of them."))
        document.append(
            .table(
                Table(
                    "sources",
                    columns: [
                        .init("feed", .word), .init("last run", .word), .init("last success", .instant),
                        .init("age h", .number), .init("stale", .boolean), .init("held", .number),
                        .init("sha256", .word),
                    ],
                    rows: seen.map {
                        [
                            .text($0.feed), .text($0.outcome?.rawValue ?? "never"), Cell($0.lastSuccess),
                            age($0).map { .text(Wording.fixed($0, 1)) } ?? .none, .boolean($0.isStale),
                            .integer($0.quarantined), .text(String(($0.lastKnown?.sha256 ?? "").prefix(8))),
                        ]
                    })))
        let used = workspace.settings.feeds.filter { feed in seen.contains { $0.feed == feed.id } }
        let credits = used.map {
            $0.attribution.isEmpty ? "\($0.source): \($0.licence)" : "\($0.attribution) (\($0.licence))"
        }
        for words in credits.uniqued() { document.append(.item(words)) }
        document.append(
            .paragraph(
                "Every figure leads back to archived bytes: the CSV files beside this one name the runs, manifest.json "
                    + "their SHA-256."))
    }

    func appendMethod(to document: inout Document) {
        document.append(.heading("Method and caveats"))
        for words in [
            "Point in time: every figure is as known at the moment above; --known-on DAY makes the report of an earlier "
                + "day. Rates are never mixed across kind, market or source, and never carried forward into a return.",
            "Value lost is 100(1-S0/S1) of the local units per one \(workspace.reportBase): it cannot pass 100 %. The "
                + "rise of the rate, 100(S1/S0-1), is another figure of the same move.",
            "Lists: what is counted is the difference between neighbouring snapshots, on the publisher's day where it "
                + "prints one, else on the day it was seen. Listed on, published on and seen on are never mixed.",
            "Events: a move beside an event is coincidence in time. What does not stand out is not distinguishable from "
                + "ordinary movement, which is not the same as no effect. The sign of a move does not measure whether a "
                + "sanction works.",
            "Words of the comparison: day 0 is the first day whose rate could show the event, rolled+2 two days after its "
                + "date. q is the share of false alarms to expect among all that stand out as clearly, within the family, "
                + "the rows tested together (Benjamini and Hochberg). Filtered history holds the move against all earlier "
                + "spans of its length, each measured by the volatility of its own time (z); k says how much more "
                + "turbulent the days before were than usual; t of beta and R2 how close the link to other currencies is.",
            "Names: equal after normalising, exactly. It is no screening for compliance, and a name is not a person.",
        ] { document.append(.item(words)) }
        guard period.endsQuarter else { return }
        document.append(
            .item(
                "Words of the tags: Kolari and Pynnonen's t allows for events that share their days, Corrado's z goes by "
                    + "ranks and the sign z by directions alone; sign flips turn dates round at random. Boehmer, Musumeci "
                    + "and Poulsen's t and Patell's z take events as independent."))
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
                .init("known_on", .instant),
            ],
            rows: health.map { item in
                let feed = feeds[item.feed]
                return [
                    .text(item.feed), Cell(item.outcome?.rawValue), Cell(item.lastSuccess), Cell(age(item)),
                    .boolean(item.isStale), .integer(item.quarantined), Cell(item.last?.id), Cell(item.last?.published),
                    Cell(item.last?.rows), Cell(item.last.map(\.sha256).flatMap { $0.isEmpty ? nil : $0 }),
                    Cell(item.message.isEmpty ? nil : item.message), Cell(feed?.licence), Cell(feed?.attribution),
                    Cell(feed?.termsURL), .instant(moment),
                ]
            })
    }
}
