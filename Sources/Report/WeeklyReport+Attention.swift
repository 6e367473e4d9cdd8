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
        alerts += try suspectRates()
        alerts += try endedSeries()
        alerts += unknownProgrammes()
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

    /// Values of the week in watched series that no figure uses.
    private func suspectRates() throws -> [String] {
        var seen: Set<SeriesKey> = []
        return try workspace.settings.watch.countries.flatMap { country in
            try (country.official + country.parallel).compactMap { key -> String? in
                guard book.isKnown(key), seen.insert(key).inserted else { return nil }
                let days = try book.series(key, from: week.first, to: week.last).suspects.map(\.day)
                guard let first = days.first, let last = days.last else { return nil }
                let span = first == last ? "of \(first)" : "from \(first) to \(last)"
                return "\(key): \(Wording.count(days.count, "value", "values")) \(span) "
                    + "\(days.count == 1 ? "is" : "are") suspect and in no figure of this report; see `bellwether rates`."
            }
        }
    }

    /// A series that has stopped while its source goes on says since when.
    private func endedSeries() throws -> [String] {
        try workspace.settings.watch.countries.flatMap { country in
            try (country.official + country.parallel).compactMap { key -> String? in
                guard book.isKnown(key), let last = try book.series(key, to: week.last).everyPoint.last?.day,
                    let source = try book.publicationDays(source: key.source, from: last, to: week.last).last,
                    last < source
                else { return nil }
                return "\(key) ends on \(last): its source went on publishing, until \(source) this week, without it."
            }
        }
    }

    /// A tag that `programs.csv` does not know counts in no family and under no watched country: that is said.
    private func unknownProgrammes() -> [String] {
        let names = ListNames(workspace.settings)
        let changed = weekSteps.flatMap { $0.changes.flatMap { [$0.before, $0.after].compactMap(\.self) } }
        var entries: [String: [String: Set<String>]] = [:]
        for entry in changed + listed.values.flatMap({ $0.map(\.designation) }) {
            for tag in names.unknownProgrammes(of: entry) {
                entries[entry.list, default: [:]][tag, default: []].insert(entry.id)
            }
        }
        let lines = entries.sorted { $0.key < $1.key }.flatMap { list, tags in
            tags.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { tag, ids in
                "\(list): unknown programme tag \(tag) (\(Wording.count(ids.count, "entry", "entries"))): "
                    + "add it to Config/programs.csv."
            }
        }
        let most = 5
        let rest = lines.count - most
        return lines.prefix(most) + (rest > 0 ? ["And \(rest) more unknown programme tags."] : [])
    }
}
