internal import Archive
package import Configuration
package import Store
package import Vocabulary

/// How one feed is doing.
package struct FeedHealth: Sendable {
    package var feed: String
    /// Of the last run; nil: there was none.
    package var outcome: Run.Outcome?
    package var message: String
    package var lastSuccess: Instant?
    package var ageHours: Double?
    /// No success for longer than allowed, or never; a feed without an address, or one that waits to be named, cannot be
    /// stale.
    package var isStale: Bool
    /// Runs that are held back.
    package var quarantined: Int
    package var last: Run?

    /// - Parameter maxAge: seconds; nil: each feed's own.
    package static func all(_ workspace: Workspace, maxAge: Int64? = nil) throws -> [FeedHealth] {
        guard Files.exists(workspace.ledgerPath) else {
            return workspace.settings.feeds.map { feed in
                FeedHealth(
                    feed: feed.id, outcome: nil, message: "", lastSuccess: nil, ageHours: nil,
                    isStale: feed.isFetchedUnasked, quarantined: 0, last: nil)
            }
        }
        let ledger = try workspace.ledger()
        return try workspace.settings.feeds.map { feed in
            try FeedHealth(feed, runs: ledger.runs(feed: feed.id), now: workspace.now, maxAge: maxAge)
        }
    }

    /// - Parameter runs: ascending in seen order.
    package init(_ feed: FeedFile, runs: [Run], now: Instant, maxAge: Int64?) {
        // What an injected clock has not reached yet has not happened.
        let runs = runs.filter { $0.recorded <= now && $0.how != "re-read" }
        self.feed = feed.id
        last = runs.last
        outcome = runs.last?.outcome
        message = runs.last?.message ?? ""
        lastSuccess = runs.last { $0.isKnown }?.seen
        ageHours = lastSuccess.map { Double(now - $0) / 3600 }
        quarantined = runs.count { $0.outcome == .held }
        // A feed that comes once a week is not late after a day and a half.
        let limit = max(maxAge ?? max(feed.maxAge.seconds, feed.every.seconds * 2), feed.every.seconds * 3 / 2)
        isStale = feed.isFetchedUnasked && (lastSuccess.map { now - $0 > limit } ?? true)
    }

    private init(
        feed: String, outcome: Run.Outcome?, message: String, lastSuccess: Instant?, ageHours: Double?, isStale: Bool,
        quarantined: Int, last: Run?
    ) {
        self.feed = feed
        self.outcome = outcome
        self.message = message
        self.lastSuccess = lastSuccess
        self.ageHours = ageHours
        self.isStale = isStale
        self.quarantined = quarantined
        self.last = last
    }
}

extension FeedFile {
    /// Whether `fetch` alone asks it.
    package var isFetchedUnasked: Bool { !parts.isEmpty && !isOnRequest }
}
