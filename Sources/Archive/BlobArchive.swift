internal import FileSystem
internal import Formats
internal import Vocabulary

/// The bytes that publishers sent, by the SHA-256 of what they say, never changed and never removed.
///
/// A blob is a Zstandard file. Most are differences against an earlier full blob of the same feed part (a daily list
/// of 2 MB takes a few kilobytes); a skippable frame at their head names it, so `zstd -d --patch-from` restores them
/// without this program. Each difference refers to a full blob directly, never to another difference: one damaged
/// file costs one snapshot, and reading any blob opens two files at most.
package struct BlobArchive: Sendable {
    package let folder: String
    private let recent = RecentBlobs()

    /// How many differences may refer to one full blob.
    private static let differencesPerFull = 30

    package init(folder: String) { self.folder = folder }

    package func contains(_ sha256: String) -> Bool { Files.exists(path(sha256)) }

    /// Keeps the bytes; answers their SHA-256. Bytes that are kept already cost one digest.
    @discardableResult
    package func store(_ bytes: [UInt8], feed: String, part: String) throws -> String {
        let sha256 = try Digest.hex(bytes)
        guard !contains(sha256) else { return sha256 }
        try Files.makeFolder(Files.parent(of: path(sha256)))
        if let (base, count) = lastFull(feed: feed, part: part), count < BlobArchive.differencesPerFull,
            let prefix = readIfWhole(base)
        {
            let frame = try Zstd.compress(bytes, prefix: prefix)
            // A difference that saves little is worth no second file on reading.
            if frame.count < bytes.count / 8 {
                try Files.replace(path(sha256), with: BlobArchive.header(base: base) + frame)
                try remember(base, count + 1, feed: feed, part: part)
                return sha256
            }
        }
        try Files.replace(path(sha256), with: try Zstd.compress(bytes, prefix: nil))
        try remember(sha256, 0, feed: feed, part: part)
        return sha256
    }

    /// The bytes, proven by their digest.
    package func read(_ sha256: String) throws -> [UInt8] {
        let place = path(sha256)
        guard Files.exists(place) else {
            throw Fault(
                "blob_missing", "the archive holds no bytes of SHA-256 \(sha256)", place: place,
                remedy: "Restore Data/archive from a backup; `bellwether verify` lists all that is missing.")
        }
        do {
            let file = try Files.read(place)
            let (base, offset) = BlobArchive.base(of: file)
            let prefix = try base.map { try read($0) }
            let bytes = try Zstd.decompress(file.span.extracting(offset..<file.count), prefix: prefix)
            guard try Digest.hex(bytes) == sha256 else {
                throw Fault("blob_damaged", "the bytes do not have the SHA-256 of their name")
            }
            return bytes
        } catch let fault as Fault where fault.code == "blob_damaged" {
            throw Fault(
                "blob_damaged", fault.message, place: place,
                remedy: "Restore this file from a backup; `bellwether verify` lists every damaged one.")
        }
    }

    private func path(_ sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256).zst" }

    /// A damaged base must not stop today's bytes from being kept: they are then stored whole.
    private func readIfWhole(_ sha256: String) -> [UInt8]? {
        if let bytes = recent[sha256] { return bytes }
        do {
            let bytes = try read(sha256)
            recent.keep(bytes, sha256)
            return bytes
        } catch {
            return nil
        }
    }

    // MARK: the last full blob of a feed part, a cache that may be lost without harm

    private func lastFull(feed: String, part: String) -> (String, Int)? {
        let note = "\(folder)/last/\(feed).\(part)"
        guard Files.exists(note) else { return nil }
        let bytes: [UInt8]
        do { bytes = try Files.read(note) } catch { return nil }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard words.count == 2, words[0].utf8.count == 64, let count = Int(words[1]) else { return nil }
        return (String(words[0]), count)
    }

    private func remember(_ sha256: String, _ count: Int, feed: String, part: String) throws {
        try Files.makeFolder("\(folder)/last")
        try Files.replace("\(folder)/last/\(feed).\(part)", with: Array("\(sha256) \(count)".utf8))
    }

    // MARK: the skippable frame of RFC 8878, section 3.1.2, that names the base

    private static let magic: [UInt8] = [0x5B, 0x2A, 0x4D, 0x18]

    private static func header(base: String) -> [UInt8] { magic + [64, 0, 0, 0] + Array(base.utf8) }

    private static func base(of file: [UInt8]) -> (String?, Int) {
        guard file.count > 72, Array(file[0..<4]) == magic, Array(file[4..<8]) == [64, 0, 0, 0] else { return (nil, 0) }
        return (String(decoding: file[8..<72], as: UTF8.self), 72)
    }
}
