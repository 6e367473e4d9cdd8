internal import Archive
internal import Store
internal import Vocabulary

/// What people decided about held runs after a moment: by then they were held, for the reasons that the journal has.
struct LaterDecisions {
    private var reasons: [String: String] = [:]
    private var rejected: Set<String> = []

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
