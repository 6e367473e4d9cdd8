internal import Formats
internal import Vocabulary

/// What a file of news is, told by its first bytes.
enum NewsDocument {
    /// The articles of a page, a text or a feed.
    ///
    /// - Parameters:
    ///   - address: where the file was fetched from; empty where that is not known.
    ///   - now: what lies after it is no date of publication.
    static func articles(_ bytes: [UInt8], address: String, now: Instant) throws -> [Article] {
        switch ReceivedForm(bytes.span) {
        case .empty: throw Fault("empty_file", "the file is empty")
        case .zip: throw Fault("zip_received", "a zip archive, where news was expected", remedy: "Unpack it first.")
        case .json: return try NewsFeed.json(bytes, now: now)
        case .html: return [try Article.page(bytes, address: address, now: now)]
        default: break
        }
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
        if let root = feedRoot(head) { return try NewsFeed.xml(bytes, root: root, now: now) }
        if head.drop(while: \.isWhitespace).hasPrefix("["), head.contains("\"@type\"") {
            return try NewsFeed.json(bytes, now: now)
        }
        if head.contains("<html") || head.contains("<!doctype html") || head.contains("<body") || head.contains("<p>")
            || head.contains("<div")
        {
            return [try Article.page(bytes, address: address, now: now)]
        }
        return [try Article.text(bytes, address: address, now: now)]
    }

    /// The element that a feed is, where it is one.
    private static func feedRoot(_ head: String) -> String? {
        for (mark, root) in [("<rss", "rss"), ("<feed", "feed"), ("<rdf:rdf", "RDF")] where head.contains(mark) {
            return root
        }
        return nil
    }
}
