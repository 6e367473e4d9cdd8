internal import Archive
internal import Configuration
package import Lists
internal import Readers
package import Store
package import Vocabulary

extension Workspace {
    /// What a held run would change: its archived bytes are read again by the feed's reader of today.
    package func heldBack(_ run: Run, _ ledger: Ledger) throws -> HeldBack {
        let feed = try feed(run.feed)
        guard feed.kind == .list, let reader = ReaderCatalogue.named(feed.reader) else {
            return try HeldBack(run, reading: nil, ledger)
        }
        let parts = try run.parts.map { Snapshot.Part(name: $0.name, bytes: try archive.read($0.sha256)) }
        let reading = try reader.read(Snapshot(feed: run.feed, source: run.source, parts: parts))
        guard case .list(let facets) = reading.content else { return try HeldBack(run, reading: nil, ledger) }
        return try HeldBack(run, reading: facets, ledger)
    }
}
