/// What names a run: when it was seen, its feed, and the first of its content's SHA-256.
///
/// `20220225T015000Z-us-ofac-sdn-0123abcd`. An edit that must stand behind another one of the same second has a number behind
/// that, `-2`. The bytes of a run that a newer reader read again have that reader's version behind the run's id, `-v3`.
package struct RunID: Sendable {
    /// Every value of a series names its run: one reference each, to what is worked out once.
    private let parts: Parts

    private final class Parts: Sendable {
        let text: String
        let seen: Instant
        let feed: String
        /// How many bytes of the text come before the version; nil: there is none.
        let original: Int?
        let version: Int?

        init(text: String, seen: Instant, feed: String, original: Int? = nil, version: Int? = nil) {
            self.text = text
            self.seen = seen
            self.feed = feed
            self.original = original
            self.version = version
        }
    }

    package var text: String { parts.text }
    package var seen: Instant { parts.seen }
    package var feed: String { parts.feed }
    /// Of the reader that read the bytes again; nil: they were read for the first time.
    package var version: Int? { parts.version }

    /// - Parameter digest: of the content, or eight letters that stand for one; its first eight are kept.
    package init(seen: Instant, feed: String, digest: some StringProtocol) {
        let text = "\(RunID.stamp(seen))-\(feed)-\(digest.prefix(RunID.digestLength))"
        parts = Parts(text: text, seen: seen, feed: feed)
    }

    /// Of the same bytes, read again by a reader of this version.
    package func read(again version: Int) -> RunID {
        let length = text.utf8.count
        let again = Parts(text: "\(text)-v\(version)", seen: seen, feed: feed, original: length, version: version)
        return RunID(again)
    }

    /// The same id with a number behind it.
    package func numbered(_ number: Int) -> RunID { RunID(Parts(text: "\(text)-\(number)", seen: seen, feed: feed)) }

    /// The id of the run that was read again; its own for any other run.
    package var original: String { parts.original.map { String(text.utf8.prefix($0)) ?? text } ?? text }

    /// Reads an id as a ledger, a journal or a person has it; nil: it is none.
    package init?(_ text: String) {
        var pieces = text.split(separator: "-", omittingEmptySubsequences: false)
        guard pieces.count >= 3, let seen = RunID.instant(pieces.removeFirst()) else { return nil }
        var (original, version): (Int?, Int?)
        if let last = pieces.last, last.first == "v", let number = Int(last.dropFirst()), pieces.count > 2 {
            pieces.removeLast()
            (original, version) = (text.utf8.count - last.utf8.count - 1, number)
        }
        if let last = pieces.last, last.count <= RunID.longestNumber, last.allSatisfy(\.isWholeNumber), pieces.count > 2
        {
            pieces.removeLast()
        }
        guard let digest = pieces.popLast(), digest.count == RunID.digestLength, !pieces.isEmpty else { return nil }
        let feed = pieces.joined(separator: "-")
        guard !feed.isEmpty else { return nil }
        parts = Parts(text: text, seen: seen, feed: feed, original: original, version: version)
    }

    /// Reads an id that a ledger or a journal holds.
    package init(stored text: String) throws {
        guard let id = RunID(text) else {
            throw Fault(
                "run_unreadable", "\"\(text)\" is no id of a run",
                remedy: "An id reads as 20220225T015000Z-us-ofac-sdn-0123abcd. Install the bellwether that wrote it.")
        }
        self = id
    }

    private init(_ parts: Parts) { self.parts = parts }

    private static let digestLength = 8
    private static let longestNumber = 4

    /// `20220225T015000Z`
    private static func stamp(_ seen: Instant) -> String { seen.description.filter { $0 != "-" && $0 != ":" } }

    private static func instant(_ stamp: Substring) -> Instant? {
        let digits = Array(stamp)
        guard digits.count == 16, digits[8] == "T", digits[15] == "Z" else { return nil }
        let day = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
        let time = "\(String(digits[9..<11])):\(String(digits[11..<13])):\(String(digits[13..<15]))"
        return Instant(iso: "\(day)T\(time)Z")
    }
}

extension RunID: Hashable, Comparable, CustomStringConvertible, Codable {
    package static func == (a: RunID, b: RunID) -> Bool { a.parts === b.parts || a.text == b.text }
    package static func < (a: RunID, b: RunID) -> Bool { a.text < b.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        try self.init(stored: decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
