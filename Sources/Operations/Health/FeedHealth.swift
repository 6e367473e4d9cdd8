internal import Archive
package import Configuration
internal import FileSystem
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
    /// The last whose content is believed.
    package var lastKnown: Run?
    /// It did not end well.
    package var isTroubled: Bool { outcome == .failed || outcome == .held }

    /// - Parameters:
    ///   - maxAge: seconds; nil: each feed's own.
    ///   - at: the moment looked at; nil: the workspace's present.
    package static func all(_ workspace: Workspace, maxAge: Int64? = nil, at: Instant? = nil) throws -> [FeedHealth] {
        try all(workspace, try Files.exists(workspace.ledgerPath) ? workspace.ledger() : nil, maxAge: maxAge, at: at)
    }

    /// Likewise, by a ledger that is open already.
    package static func all(
        _ workspace: Workspace, _ ledger: (Ledger)?, maxAge: Int64? = nil, at: Instant? = nil
    ) throws -> [FeedHealth] {
        let at = at ?? workspace.now
        var decisions: LaterDecisions?
        return try workspace.settings.feeds.map { feed in
            var record = try ledger?.health(feed: feed.id, at: at) ?? FeedRecord()
            if let run = record.last, run.outcome == .held || run.outcome == .rejected, at < workspace.now {
                let known = try decisions ?? LaterDecisions(workspace.journal, after: at)
                decisions = known
                record = known.undone(record)
            }
            return FeedHealth(feed, record, at: at, maxAge: maxAge)
        }
    }

    package init(_ feed: FeedFile, _ record: FeedRecord, at: Instant, maxAge: Int64?) {
        self.feed = feed.id
        last = record.last
        lastKnown = record.lastKnown
        outcome = last?.outcome
        message = last?.message ?? ""
        lastSuccess = record.lastKnown?.seen
        ageHours = lastSuccess.map { Double(at - $0) / 3600 }
        quarantined = record.held
        // A feed that comes once a week is not late after a day and a half.
        let limit = max(maxAge ?? max(feed.maxAge.seconds, feed.every.seconds * 2), feed.every.seconds * 3 / 2)
        isStale = feed.isFetchedUnasked && (lastSuccess.map { at - $0 > limit } ?? true)
    }
}

extension FeedFile {
    /// Whether `fetch` alone asks it.
    package var isFetchedUnasked: Bool { !parts.isEmpty && !isOnRequest }
}
