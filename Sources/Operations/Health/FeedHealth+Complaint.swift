internal import Store
internal import Vocabulary

extension FeedHealth {
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
