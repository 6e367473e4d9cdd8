internal import Configuration
internal import Findings
internal import Indicators
internal import Vocabulary

/// What a reader must know before believing the rest.
struct HealthSection: ReportSection {
    let context: ReportContext
    /// The day of the report's moment.
    let today: Day
    let health: [FeedHealth]
    /// Of the period.
    let events: [NewsEvent]
    /// What was found of runs, rates and programmes, a sentence each.
    let findings: [String]

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        blocks.append(.heading("Read this first"))
        if alerts.isEmpty {
            blocks.append(.paragraph("No feed failed, was held back or went stale; no watched rate is suspect."))
        }
        for alert in alerts { blocks.append(.alert(alert)) }
        return blocks
    }

    private var alerts: [String] {
        var alerts: [String] = []
        if today < context.period.first {
            alerts.append(
                "This \(context.period.noun) begins after the last that is known, \(context.moment): it has nothing yet."
            )
        } else if today <= context.period.last, context.period.kind != .day || today == context.period.last {
            alerts.append("Known to \(context.moment): what came later in this \(context.period.noun) is not in it.")
        }
        let coming = events.filter { $0.date > today }.map(\.id)
        if !coming.isEmpty {
            let shown = Wording.list(coming, most: 5)
            alerts.append("Dated after what is known, so announced or entered ahead: \(shown).")
        }
        for feed in health {
            if let last = feed.last, feed.isTroubled {
                let what = last.outcome == .held ? "held back" : "failed"
                let state =
                    feed.lastSuccess.map { "The last good state stays, of \($0)." } ?? "There is no good state yet."
                alerts.append("\(feed.feed) \(what) on \(last.seen): \(last.message.firstSentence). \(state)")
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
        alerts += findings
        return alerts
    }
}
