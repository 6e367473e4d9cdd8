package import Archive
package import Configuration
internal import FileSystem
package import Intake
internal import News
internal import Readers
package import Store
package import Vocabulary

/// A folder with `Config/`, `Reports/` and `Data/`, and the moment that stands for the present.
package struct Workspace: Sendable {
    package let root: String
    package let settings: Settings
    package let now: Instant

    package init(root: String, environment: [String: String], now: Instant) throws {
        self.root = root
        self.now = now
        settings = try Settings.load(root: root, environment: environment, readers: ReaderCatalogue.all)
    }

    package var data: String { "\(root)/Data" }
    package var ledgerPath: String { "\(data)/ledger.sqlite" }
    package var store: LedgerStore { LedgerStore(path: ledgerPath) }
    package var archive: BlobArchive { BlobArchive(folder: "\(data)/archive") }
    package var journal: Journal { Journal(path: "\(data)/archive/journal.jsonl") }

    /// The writer's lock; fault `busy` where another process holds it.
    package func lock() throws -> WriterLock { try WriterLock(path: "\(data)/lock") }

    /// The ledger for a command that only reads.
    package func ledger() throws -> Ledger {
        guard Files.exists(ledgerPath) else {
            let hasJournal = try journal.length() > 0
            throw Fault(
                "no_data", "this workspace holds no data yet", place: ledgerPath,
                remedy: hasJournal
                    ? "Its archive has a journal: `bellwether rebuild` makes the ledger from it."
                    : "Run `bellwether fetch`, or `bellwether import FEED FILE`.")
        }
        do {
            return try store.openForReading()
        } catch let older as Fault where older.code == "ledger_older" {
            try migrate(or: older)
            return try store.openForReading()
        }
    }

    /// After an upgrade whoever asks first brings the ledger to the new schema, as a writer would.
    ///
    /// - Parameter older: what a person is told where that cannot be done now: somebody writes, or the folder is read-only.
    private func migrate(or older: Fault) throws {
        do {
            let lock = try lock()
            defer { _ = lock }
            _ = try store.open()
        } catch let reason as Fault {
            throw Fault(older.code, "\(older.message); \(reason.message)", place: older.place, remedy: older.remedy)
        }
    }

    /// The ledger for what may be asked of a workspace before anything was fetched.
    package func ledgerOrEmpty() throws -> Ledger {
        let isNew = try !Files.exists(ledgerPath) && journal.length() == 0
        return isNew ? try LedgerStore.inMemory() : try ledger()
    }

    /// The way in for the one writer, who holds the lock: what a crash left undone is done first.
    package func intake() throws -> Intake {
        try Files.makeFolder(data)
        let intake = intake(into: try store.open())
        try intake.catchUp { id in try settings.feed(id).map { try publication($0) } }
        try intake.note(settings.files.map { ($0.name, $0.bytes) }, at: now)
        return intake
    }

    /// The way in to another ledger than the workspace's own: what is proven, or made anew, from the archive.
    package func intake(into ledger: Ledger) -> Intake {
        Intake(archive: archive, journal: journal, ledger: ledger, readers: ReaderCatalogue.named)
    }

    /// What Intake needs to know of a feed.
    ///
    /// - Parameter address: where an article that is imported was fetched from.
    package func publication(_ feed: FeedFile, address: String = "") throws -> Publication {
        guard let reader = ReaderCatalogue.named(feed.reader) else {
            throw Fault(
                "unknown_reader", "this program has no reader \(feed.reader)", place: "Config/feeds/\(feed.id).toml")
        }
        var publication = Publication(
            feed: feed.id, source: feed.source, reader: reader, limits: feed.limits,
            localDay: { feed.day(of: $0) })
        publication.context = try context(for: reader, of: feed, address: address)
        publication.programmes = settings.programmes.rows(of: feed.id)
        publication.units = settings.units
        return publication
    }

    /// What a reader goes by besides a feed's bytes.
    private func context(for reader: Reader, of feed: FeedFile, address: String) throws -> Snapshot.Context {
        switch reader.needs {
        case .nothing: return .none
        case .layout: return Snapshot.Context(feed.layout)
        case .newsRules:
            let rules = try NewsRules.names.filter { Files.exists("\(root)/\($0)") }
                .map { try ConfigFile(name: $0, path: "\(root)/\($0)") }
            return .news(NewsContext(rules, zone: feed.zone, address: address))
        }
    }

    /// The archived bytes of a run of a list as the feed's reader of today understands them; nil: the run is of no list.
    package func parts(of run: Run) throws -> [FacetReading]? {
        let feed = try feed(run.feed)
        guard feed.kind == .list, let reader = ReaderCatalogue.named(feed.reader) else { return nil }
        let parts = try run.parts.map { Snapshot.Part(name: $0.name, bytes: try archive.read($0.sha256)) }
        let reading = try reader.read(Snapshot(feed: run.feed, source: run.source, parts: parts))
        guard case .list(let read) = reading.content else { return nil }
        return read
    }

    /// A feed by its id, with the nearest names where there is none.
    package func feed(_ id: String) throws -> FeedFile {
        if let feed = settings.feed(id) { return feed }
        throw Fault(
            "usage", "there is no feed \(id)",
            remedy: "feeds: \(settings.feeds.map(\.id).joined(separator: ", "))"
                + Suggestion.clause(id, among: settings.feeds.map(\.id)))
    }
}
