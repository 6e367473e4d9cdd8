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
        document.append(.table(sourcesTable(seen)))
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

    /// sources.csv, and what the report shows of it.
    func sourcesTable(_ health: [FeedHealth]) -> Table {
        let feeds = Dictionary(uniqueKeysWithValues: workspace.settings.feeds.map { ($0.id, $0) })
        let rows = health.map { SourceRow(health: $0, feed: feeds[$0.feed], age: age($0)) }
        let moment = moment
        return Table(
            "sources", rows,
            [
                Column("feed", .word) { .text($0.health.feed) },
                Column("outcome", .word, for: .programs) { Cell($0.health.outcome?.rawValue) },
                Column("last run", .word, for: .people) { .text($0.health.outcome?.rawValue ?? "never") },
                Column("last_success", .instant, for: .programs) { Cell($0.health.lastSuccess) },
                Column("last success", .instant, for: .people) { Cell($0.health.lastSuccess) },
                Column("age_hours", .number, for: .programs) { Cell($0.age) },
                Column("age h", .number, for: .people) { Cell($0.age.map { Wording.fixed($0, 1) }) },
                Column("stale", .boolean) { .boolean($0.health.isStale) },
                Column("quarantined", .number, for: .programs) { .integer($0.health.quarantined) },
                Column("held", .number, for: .people) { .integer($0.health.quarantined) },
                Column("run", .word, for: .programs) { Cell($0.health.last?.id) },
                Column("published", .day, for: .programs) { Cell($0.health.last?.published) },
                Column("rows", .number, for: .programs) { Cell($0.health.last?.rows) },
                Column("sha256", .word, for: .programs) { Cell(filled: $0.health.last?.sha256) },
                // The first digits of what is believed, which may be an earlier run's.
                Column("sha256", .word, for: .people) { .text(String(($0.health.lastKnown?.sha256 ?? "").prefix(8))) },
                Column("message", for: .programs) { Cell(filled: $0.health.message) },
                Column("licence", for: .programs) { Cell($0.feed?.licence) },
                Column("attribution", for: .programs) { Cell($0.feed?.attribution) },
                Column("terms_url", .word, for: .programs) { Cell($0.feed?.termsURL) },
                Column("known_on", .instant, for: .programs) { _ in .instant(moment) },
            ])
    }
}

/// A feed, how it is doing, and the hours since its last success.
private struct SourceRow: Sendable {
    var health: FeedHealth
    var feed: FeedFile?
    var age: Double?
}
