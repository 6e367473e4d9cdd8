import Configuration
import Foundation
import Readers
import Testing
import Vocabulary

/// The repository's own feed files, as a user gets them.
enum ShippedFeed {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    static let settings = Result { try Settings.load(root: root, environment: [:]) }

    /// What a shipped feed makes of bytes; `seen` is the day for feeds that print none.
    static func read(_ id: String, _ bytes: [UInt8], part: String? = nil) throws -> Reading {
        let feed = try #require(try settings.get().feed(id), "\(id)")
        let reader = try #require(ReaderCatalogue.named(feed.reader))
        let name = part ?? (reader.takesAnyPart ? feed.parts.first?.name : nil) ?? reader.parts[0]
        return try reader.read(
            Snapshot(
                feed: id, source: feed.source, parts: [.init(name: name, bytes: bytes)],
                context: Snapshot.Context(feed.layout), seen: Day(iso: "2026-05-18")))
    }

    static func read(_ id: String, _ text: String, part: String? = nil) throws -> Reading {
        try read(id, Array(text.utf8), part: part)
    }
}

extension Reading {
    /// `USD/SYP:parallel:wfp 2020-09-15 2201.6`, sorted.
    var printedRates: [String] {
        rates.flatMap { series in series.printed.map { "\(series.key) \($0)" } }.sorted()
    }
}
