internal import Vocabulary

/// What new versions can be asked for by, gathered and written in the order in which it is kept: word by word as events
/// come, a million of them would touch every page of the index a thousand times.
struct VersionIndex {
    /// So many words are gathered at most: some thirty megabytes.
    private static let most = 600_000

    private let rows: any LedgerWriter
    private let part: Int64
    private var marked: [Mark: [MarkedVersion]] = [:]
    private var events: [EventVersion] = []
    private var count = 0

    init(_ rows: any LedgerWriter, part: Int64) {
        self.rows = rows
        self.part = part
    }

    /// - Parameter event: what can be asked of an event besides its marks; nil for an entry of a list.
    mutating func add(_ version: VersionRow, marks: Set<Mark>, event: EventColumns?) throws {
        for mark in marks {
            marked[mark, default: []].append(
                MarkedVersion(day: event?.day ?? 0, entry: version.entry, content: version.content))
        }
        if let event { events.append(EventVersion(entry: version.entry, content: version.content, columns: event)) }
        count += marks.count + 1
        if count >= VersionIndex.most { try write() }
    }

    /// Nobody finds the versions by their words before this.
    mutating func write() throws {
        for (mark, versions) in marked.sorted(by: { $0.key < $1.key }) {
            try rows.insert(versions.sorted(), under: mark, part: part)
        }
        try rows.insert(events.sorted { ($0.columns.day, $0.entry) < ($1.columns.day, $1.entry) })
        marked.removeAll()
        events.removeAll()
        count = 0
    }
}
