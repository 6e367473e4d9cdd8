internal import Vocabulary

/// The content of an entry and the digest of the bytes it was read from.
struct EntryContent: Equatable {
    var content: Int64
    var raw: Int64
}

/// An entry's readings as they are stored.
struct StoredEntry {
    var key: Int64
    var rows: [CellHistory<EntryContent>.Row]

    func value(before moment: Int64) -> EntryContent? { rows.last { $0.moment < moment }?.value }

    /// - Parameter late: seconds at which runs became known that did so later than they were seen, by moment.
    static func row(_ row: PresenceRow, late: [Int64: Int64]) -> CellHistory<EntryContent>.Row {
        .init(
            moment: row.moment, known: late[row.moment] ?? Moment.seen(row.moment),
            value: row.content.map { EntryContent(content: $0, raw: row.raw) })
    }
}

/// Where a run's entries are written: what differs from the readings around it, and nothing else.
struct CellPlace {
    private let rows: any LedgerRows
    private let part: Int64
    private let moment: Int64
    private let known: Int64
    private let later: [(moment: Int64, known: Int64)]

    /// - Parameter later: covering snapshots behind the run, ascending.
    init(_ rows: any LedgerRows, part: Int64, run: Run, later: [(moment: Int64, known: Int64)]) {
        self.rows = rows
        self.part = part
        self.later = later
        moment = run.moment
        known = run.knownFrom?.seconds ?? run.seen.seconds
    }

    func write(_ value: EntryContent?, to entry: StoredEntry) throws {
        var cell = CellHistory(rows: entry.rows)
        if cell.stays(value, at: moment, known: known) { return }
        for edit in cell.add(value, moment: moment, known: known, later: later) {
            switch edit {
            case .insert(let moment, let value):
                let row = PresenceRow(
                    entry: entry.key, id: "", moment: moment, content: value?.content, raw: value?.raw ?? 0)
                try rows.insertPresence(row, part: part)
            case .delete(let moment): try rows.deletePresence(part: part, entry: entry.key, moment: moment)
            }
        }
    }
}
