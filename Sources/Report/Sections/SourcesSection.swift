internal import Configuration
internal import Findings
internal import Tables
internal import Vocabulary

/// Every feed, how it is doing, and whose data it is.
struct SourcesSection: ReportSection {
    let context: ReportContext
    let feeds: [FeedFile]
    let health: [FeedHealth]

    var files: [ReportFile] { [ReportFile("sources", table(health))] }

    /// Of a feed's last success, in hours, at the moment of the report.
    private func age(_ feed: FeedHealth) -> Double? { feed.lastSuccess.map { Double(context.moment - $0) / 3600 } }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Sources"))
        let seen = health.filter { $0.last != nil }
        blocks.append(
            .paragraph(
                "As known at \(context.moment), the last moment at which anything was taken in or tried; ages are counted from "
                    + "it. The first digits of the SHA-256 of the bytes last believed; sources.csv has all of them."))
        blocks.append(.table(table(seen)))
        let used = feeds.filter { feed in seen.contains { $0.feed == feed.id } }
        let credits = used.map {
            $0.attribution.isEmpty ? "\($0.source): \($0.licence)" : "\($0.attribution) (\($0.licence))"
        }
        for words in credits.uniqued() { blocks.append(.item(words)) }
        blocks.append(
            .paragraph(
                "Every figure leads back to archived bytes: the CSV files beside this one name the runs, manifest.json "
                    + "their SHA-256."))
        return blocks
    }

    /// sources.csv, and what the report shows of it.
    private func table(_ health: [FeedHealth]) -> Table {
        let files = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
        let rows = health.map { SourceRow(health: $0, feed: files[$0.feed], age: age($0)) }
        let moment = context.moment
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
                Column("run", .word, for: .programs) { Cell($0.health.last?.id.text) },
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
