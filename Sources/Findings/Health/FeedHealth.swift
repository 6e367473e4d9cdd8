package import Configuration
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
    ///   - records: what became of each feed's runs by the moment looked at.
    ///   - maxAge: seconds; nil: each feed's own.
    package static func all(
        _ records: [(feed: FeedFile, record: FeedRecord)], at: Instant, maxAge: Int64? = nil
    ) -> [FeedHealth] {
        records.map { FeedHealth($0.feed, $0.record, at: at, maxAge: maxAge) }
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

    /// What is wrong with the feed, in one line; nil where nothing is.
    package var complaint: String? {
        let since = lastSuccess.map { "last success \($0)" } ?? "no success so far"
        switch (outcome, last) {
        case (.failed, let last?): return "\(feed): failed at \(last.seen): \(message); \(since)"
        case (.held, let last?): return "\(feed): held back at \(last.seen): \(message); \(since)"
        default: return isStale ? "\(feed): stale: \(since)" : nil
        }
    }
}

extension FeedFile {
    /// Whether `fetch` alone asks it.
    package var isFetchedUnasked: Bool { !parts.isEmpty && !isOnRequest }
}
