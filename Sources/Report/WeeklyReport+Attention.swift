internal import Configuration
internal import Indicators
internal import Operations
internal import Store
internal import Vocabulary

extension WeeklyReport {
    /// What a reader must know before believing the rest.
    func appendAttention(to document: inout Document) throws {
        var alerts: [String] = []
        for feed in health {
            if let last = feed.last, feed.isTroubled {
                let what = last.outcome == .held ? "held back" : "failed"
                let state =
                    feed.lastSuccess.map { "The last good state stays, of \($0)." } ?? "There is no good state yet."
                alerts.append("\(feed.feed) \(what) on \(last.seen): \(firstLine(last.message)). \(state)")
            } else if feed.last != nil, feed.isStale {
                alerts.append("\(feed.feed) is stale: nothing since \(feed.lastSuccess?.description ?? "ever").")
            }
        }
        let never = health.filter { $0.last == nil && $0.isStale }.map(\.feed)
        if !never.isEmpty { alerts.append("Never obtained: \(never.joined(separator: ", ")).") }
        alerts += try warnings()
        alerts += try endedSeries()
        alerts += try unknownProgrammes()
        if alerts.isEmpty { return }
        document.append(.heading("Read this first"))
        for alert in alerts { document.append(.alert(alert)) }
    }

    /// What the gate let pass and a person should look at.
    private func warnings() throws -> [String] {
        try ledger.runs(feed: nil).filter { run in
            !run.warning.isEmpty && week.first <= run.day && run.day <= week.last
                && (run.knownFrom?.seconds ?? .max) <= known.lastSecond
        }.map { "\($0.feed), seen on \($0.seen): \($0.warning)." }
    }

    private func firstLine(_ text: String) -> Substring {
        var line = (text.split(separator: "\n").first ?? "").drop { $0 == " " }
        while line.last == "." { line.removeLast() }
        return line
    }

    /// A series that has stopped while its source goes on says since when.
    private func endedSeries() throws -> [String] {
        try workspace.settings.watch.countries.flatMap { country in
            try (country.official + country.parallel).compactMap { key -> String? in
                guard book.isKnown(key), let last = try book.series(key, to: week.last).points.last?.day,
                    let source = try book.publicationDays(source: key.source, from: last, to: week.last).last,
                    last < source
                else { return nil }
                return "\(key) ends on \(last): its source went on publishing, until \(source) this week, without it."
            }
        }
    }
}
