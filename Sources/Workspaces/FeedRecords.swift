internal import Archive
package import Configuration
package import Store
package import Vocabulary

extension Workspace {
    /// What became of each feed's runs by a moment, as it was then: what people decided later of a held run is left out.
    ///
    /// - Parameter ledger: nil: nothing was ever obtained.
    package func records(_ ledger: Ledger?, at: Instant) throws -> [(feed: FeedFile, record: FeedRecord)] {
        var decisions: LaterDecisions?
        return try settings.feeds.map { feed in
            var record = try ledger?.health(feed: feed.id, at: at) ?? FeedRecord()
            if let run = record.last, run.outcome == .held || run.outcome == .rejected, at < now {
                let known = try decisions ?? LaterDecisions(journal, after: at)
                decisions = known
                record = known.undone(record)
            }
            return (feed, record)
        }
    }
}

/// What people decided about held runs after a moment: by then they were held, for the reasons that the journal has.
private struct LaterDecisions {
    private var reasons: [RunID: String] = [:]
    private var rejected: Set<RunID> = []

    init(_ journal: Journal, after moment: Instant) throws {
        for (record, _) in try journal.records() {
            switch record {
            case .judged(let verdict) where verdict.at <= moment && verdict.outcome == .held:
                reasons[verdict.run] = verdict.message ?? ""
            case .rejected(let decision) where decision.at > moment: rejected.insert(decision.run)
            default: break
            }
        }
    }

    /// The record as it was then.
    func undone(_ record: FeedRecord) -> FeedRecord {
        guard let run = record.last, let reason = reasons[run.id] else { return record }
        var record = record
        if run.outcome == .rejected, rejected.contains(run.id) {
            record.last?.outcome = .held
            record.held += 1
        }
        if record.last?.outcome == .held { record.last?.message = reason }
        return record
    }
}
