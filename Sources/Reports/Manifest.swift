internal import FoundationEssentials
internal import Vocabulary

/// manifest.json: what the report was made from, so that it can be made again.
struct Manifest: Encodable {
    struct Part: Encodable {
        var name: String
        var sha256: String
        var bytes: Int
        var address: String?
    }
    struct Snapshot: Encodable {
        var run: String
        var feed: String
        var outcome: String
        var seenAt: String
        var knownFrom: String
        var published: String?
        var sameAs: String?
        var parts: [Part]
    }
    struct File: Encodable {
        var name: String
        var sha256: String
        var bytes: Int
    }

    var schema = 1
    var week: String
    var firstDay: String
    var lastDay: String
    var knownOn: String
    var program: String
    var title: String
    /// What moved most.
    var headline: String
    var country: String?
    /// The files that the report was made by.
    var configuration: [File]
    var snapshots: [Snapshot]
    var files: [File]

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

extension Manifest.Snapshot {
    init?(_ run: Run) {
        guard let known = run.knownFrom else { return nil }
        self.init(
            run: run.id.text, feed: run.feed, outcome: run.outcome.rawValue, seenAt: run.seen.description,
            knownFrom: known.description, published: run.published?.description, sameAs: run.sameAs?.text,
            parts: run.parts.map { .init(name: $0.name, sha256: $0.sha256, bytes: $0.bytes, address: $0.address) })
    }
}
