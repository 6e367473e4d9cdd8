internal import Configuration
internal import Indicators
internal import Operations
internal import Store
internal import Vocabulary
internal import Zones

extension PeriodReport {
    /// What a reader must know before believing the rest.
    func appendHealth(to document: inout Document) throws {
        let alerts = try alerts()
        document.append(.heading("Read this first"))
        if alerts.isEmpty {
            document.append(.paragraph("No feed failed, was held back or went stale; no watched rate is suspect."))
        }
        for alert in alerts { document.append(.alert(alert)) }
    }

    private func alerts() throws -> [String] {
        var alerts: [String] = []
        let today = workspace.settings.workspace.zone.day(of: moment)
        if today < period.first {
            alerts.append("This \(period.noun) begins after the last that is known, \(moment): it has nothing yet.")
        } else if today <= period.last, period.kind != .day || today == period.last {
            alerts.append("Known to \(moment): what came later in this \(period.noun) is not in it.")
        }
        let coming = periodEvents.filter { $0.date > today }.map(\.id)
        if !coming.isEmpty {
            let shown = Wording.list(coming, most: 5)
            alerts.append("Dated after what is known, so announced or entered ahead: \(shown).")
        }
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
        for feed in health where feed.quarantined > 0 && feed.outcome != .held {
            alerts.append(
                "\(feed.feed): \(Wording.count(feed.quarantined, "earlier run is", "earlier runs are")) held back and in no "
                    + "figure; `bellwether quarantine` says why.")
        }
        let never = health.filter { $0.last == nil && $0.isStale }.map(\.feed)
        if !never.isEmpty { alerts.append("Never obtained: \(never.joined(separator: ", ")).") }
        alerts += try warnings()
        alerts += try suspectRates()
        alerts += try endedSeries()
        alerts += try unknownProgrammes()
        return alerts
    }

    /// What the gate let pass and a person should look at.
    private func warnings() throws -> [String] {
        try ledger.runs(seen: Instant(period.first - 1)...Instant(period.last + 2)).filter { run in
            !run.warning.isEmpty && period.days.contains(run.localDay)
                && (run.knownFrom?.seconds ?? .max) <= known.lastSecond
        }.map { "\($0.feed), seen on \($0.seen): \($0.warning)." }
    }

    private func firstLine(_ text: String) -> Substring {
        var line = (text.split(separator: "\n").first ?? "").drop { $0 == " " }
        while line.last == "." { line.removeLast() }
        return line
    }

    /// Published series behind the watched rates: of a cross its two legs.
    private var published: [DatedSeries] {
        rates.flatMap(\.rates).map(\.series).flatMap { $0.legs.isEmpty ? [$0] : $0.legs }.uniqued { $0.key }
    }

    /// Values of the period in watched series that no figure uses.
    private func suspectRates() throws -> [String] {
        try published.compactMap { series in
            let days = series.suspects.map(\.day).filter { period.days.contains($0) }
            guard let first = days.first, let last = days.last else { return nil }
            let span = first == last ? "of \(first)" : "from \(first) to \(last)"
            let reason = try book.suspicions(series)[last]?.replacing("suspect: ", with: "", maxReplacements: 1)
            return "\(series.key): \(Wording.count(days.count, "value", "values")) \(span) "
                + "\(Wording.noun(days.count, "is", "are")) suspect and in no figure of this report"
                + (reason.map { ": \(firstLine($0))." } ?? ".")
        }
    }

    /// A series that has stopped while its source goes on says since when.
    func endedSeries() throws -> [String] {
        try published.compactMap { series in
            guard let last = series.everyPoint.last(where: { $0.day <= period.last })?.day,
                let source = try book.publicationDays(
                    source: series.key.source, from: max(last, period.first), to: period.last
                ).last, last < source
            else { return nil }
            return "\(series.key) ends on \(last): its source went on publishing, until \(source) "
                + "this \(period.noun), without it."
        }
    }

    /// A tag that `programs.csv` does not know counts in no family and under no watched country: that is said.
    private func unknownProgrammes() throws -> [String] {
        var lines: [(count: Int, text: String)] = []
        for list in lists {
            guard let run = list.lastRun else { continue }
            let censuses = try ledger.censuses(of: run)
            // A list that is put together from others counts those as well.
            guard censuses.allSatisfy({ $0.fields[.sourceList] == nil }) else { continue }
            let counts = censuses.reduce(into: [String: Int]()) { $0.merge($1.programmes) { $0 + $1 } }
            for (tag, count) in counts where names.isUnknown(tag, list: list.list) {
                lines.append(
                    (
                        count,
                        "\(list.list): unknown programme tag \(tag) (\(Wording.count(count, "entry", "entries"))): "
                            + "add it to Config/programs.csv."
                    ))
            }
        }
        lines.sort { ($1.count, $0.text) < ($0.count, $1.text) }
        let most = 5
        let rest = lines.count - most
        return lines.prefix(most).map(\.text)
            + (rest > 0 ? ["And \(Wording.count(rest, "more unknown programme tag"))."] : [])
    }
}
