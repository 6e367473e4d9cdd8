internal import FoundationEssentials
internal import Vocabulary

/// Stores what a snapshot's entries add to the readings before it. Rows whose bytes are as they were are not read again.
struct EntryWriter {
    /// The content of an entry and the digest of the bytes it was read from.
    struct Content: Equatable {
        var content: Int64
        var raw: Int64
    }
    private typealias Cell = CellHistory<Content>
    private struct Stored {
        var key: Int64
        var rows: [Cell.Row]
    }

    private let database: Database
    private let late: [Int64: Int64]

    init(_ database: Database, late: [Int64: Int64]) {
        self.database = database
        self.late = late
    }

    func store(
        _ facets: [FacetReading], list: String, run: Run, key: Int64, trustingDigests: Bool
    ) throws -> Effect {
        var effect = Effect()
        var modified: Set<String> = []
        let moment = run.moment
        let known = run.knownFrom?.seconds ?? run.seen.seconds
        for (index, facet) in facets.enumerated() {
            let isMain = index == 0
            let facetKey = try self.key(list: list, facet: facet.name)
            try database.statement("INSERT OR IGNORE INTO facet_coverage VALUES (?, ?)")
                .run([.integer(facetKey), .integer(key)])
            // What only announces changes says nothing of what others announced.
            let later = facet.isComplete ? try laterRuns(facet: facetKey, run: run) : []
            var stored = try load(facetKey)
            if isMain { effect.isBaseline = !stored.values.contains { $0.rows.contains { $0.moment < moment } } }
            var census = try CensusTaker(database, facet: facetKey, name: facet.name, before: moment)
            var seen: Set<String> = []
            seen.reserveCapacity(facet.entries.count)
            for (position, row) in facet.entries.enumerated() {
                seen.insert(row.id)
                var entry = stored[row.id]
                let before = entry.flatMap { current($0, before: moment) }
                if isMain, before != nil { effect.before += 1 }
                if trustingDigests, let before, before.raw == row.digest, let entry {
                    try census.keep(entry.key, before.content)
                    try write(before, entry: entry, facet: facetKey, moment: moment, known: known, later: later)
                    continue
                }
                let facts = try EntryWriter.facts(of: facet, position)
                let text = EntryText.encode(facts)
                let content = Content(content: try EntryText.digest(text), raw: row.digest)
                if entry == nil {
                    entry = Stored(key: try self.key(facet: facetKey, id: row.id), rows: [])
                    stored[row.id] = entry
                }
                guard let entry else { continue }
                try census.replace(entry.key, before?.content, by: facts)
                if before?.content != content.content {
                    if isMain, before == nil { effect.gained(row.id, facts) } else { modified.insert(row.id) }
                }
                try database.statement("INSERT OR IGNORE INTO version VALUES (?, ?, ?)")
                    .run([.integer(entry.key), .integer(content.content), .text(text)])
                try write(content, entry: entry, facet: facetKey, moment: moment, known: known, later: later)
            }
            for (id, entry) in stored where !seen.contains(id) {
                guard facet.isComplete || facet.removed.contains(id) else {
                    guard let before = current(entry, before: moment) else { continue }
                    if isMain { effect.before += 1 }
                    try census.keep(entry.key, before.content)
                    continue
                }
                if let before = current(entry, before: moment) {
                    let facts = try census.replace(entry.key, before.content, by: nil)
                    if isMain {
                        effect.before += 1
                        effect.lost(id, facts)
                    } else {
                        modified.insert(id)
                    }
                }
                try write(nil, entry: entry, facet: facetKey, moment: moment, known: known, later: later)
            }
            try census.write(run: key)
            if isMain { effect.programmesBefore = census.before.programmes }
            effect.censuses.append(census.census)
        }
        // The order of a dictionary differs from run to run; what a person and the journal are told must not.
        effect.removedExamples.sort()
        effect.modified = modified.count
        if effect.isBaseline { effect.modified = 0 }
        return effect
    }

    private static func facts(of facet: FacetReading, _ position: Int) throws -> [Attribute] {
        do {
            return try facet.attributes(position)
        } catch let fault as Fault {
            throw UnreadableEntry(fault: fault)
        }
    }

    /// Events are entries that no file is complete for: what it leaves out stays as it was.
    func store(_ events: [NewsEvent], run: Run, key: Int64) throws -> Effect {
        var effect = Effect()
        let moment = run.moment
        let known = run.knownFrom?.seconds ?? run.seen.seconds
        let facet = try self.key(list: EventText.list, facet: "main")
        for event in events {
            let text = try EventText.encode(event)
            let digest = try EntryText.digest(text)
            let entry = Stored(
                key: try self.key(facet: facet, id: event.id),
                rows: try rows(facet: facet, entry: try self.key(facet: facet, id: event.id)))
            let before = current(entry, before: moment)
            if before == nil { effect.added += 1 } else if before?.content != digest { effect.modified += 1 }
            try database.statement("INSERT OR IGNORE INTO version VALUES (?, ?, ?)")
                .run([.integer(entry.key), .integer(digest), .text(text)])
            let content = event.isDropped ? nil : Content(content: digest, raw: digest)
            try write(content, entry: entry, facet: facet, moment: moment, known: known, later: [])
        }
        return effect
    }

    private func current(_ entry: Stored, before moment: Int64) -> Content? {
        entry.rows.last { $0.moment < moment }?.value
    }

    private func write(
        _ value: Content?, entry: Stored, facet: Int64, moment: Int64, known: Int64,
        later: [(moment: Int64, known: Int64)]
    ) throws {
        var cell = Cell(rows: entry.rows)
        if cell.stays(value, at: moment, known: known) { return }
        for edit in cell.add(value, moment: moment, known: known, later: later) {
            switch edit {
            case .insert(let moment, let value):
                try database.statement("INSERT INTO presence VALUES (?, ?, ?, ?, ?)").run([
                    .integer(facet), .integer(entry.key), .integer(moment), Binding(value?.content),
                    .integer(value?.raw ?? 0),
                ])
            case .delete(let moment):
                try database.statement("DELETE FROM presence WHERE facet = ? AND entry = ? AND moment = ?")
                    .run([.integer(facet), .integer(entry.key), .integer(moment)])
            }
        }
    }

    private func load(_ facet: Int64) throws -> [String: Stored] {
        let statement = try database.statement(
            """
            SELECT p.entry, p.moment, p.content, p.raw, e.id FROM presence p JOIN entry e ON e.key = p.entry
            WHERE p.facet = ? ORDER BY p.entry, p.moment
            """)
        try statement.bind([.integer(facet)])
        var stored: [String: Stored] = [:]
        var id = ""
        var open: Stored?
        while try statement.step() {
            let key = statement.integer(0)
            if open?.key != key {
                if let open { stored[id] = open }
                id = statement.text(4)
                open = Stored(key: key, rows: [])
            }
            open?.rows.append(row(statement, from: 1))
        }
        if let open { stored[id] = open }
        return stored
    }

    private func rows(facet: Int64, entry: Int64) throws -> [Cell.Row] {
        let statement = try database.statement(
            "SELECT moment, content, raw FROM presence WHERE facet = ? AND entry = ? ORDER BY moment")
        try statement.bind([.integer(facet), .integer(entry)])
        var rows: [Cell.Row] = []
        while try statement.step() { rows.append(row(statement, from: 0)) }
        return rows
    }

    /// Columns moment, content, raw.
    private func row(_ statement: Statement, from column: Int32) -> Cell.Row {
        let moment = statement.integer(column)
        let raw = statement.integer(column + 2)
        return Cell.Row(
            moment: moment, known: late[moment] ?? Moment.seen(moment),
            value: statement.optionalInteger(column + 1).map { Content(content: $0, raw: raw) })
    }

    private func key(list: String, facet: String) throws -> Int64 {
        try database.value("INSERT OR IGNORE INTO facet (list, name) VALUES (?, ?)", .text(list), .text(facet))
        return try database.value(
            "SELECT key FROM facet WHERE list = ? AND name = ?", .text(list), .text(facet)) ?? 0
    }

    private func key(facet: Int64, id: String) throws -> Int64 {
        try database.value("INSERT OR IGNORE INTO entry (facet, id) VALUES (?, ?)", .integer(facet), .text(id))
        return try database.value("SELECT key FROM entry WHERE facet = ? AND id = ?", .integer(facet), .text(id)) ?? 0
    }

    private func laterRuns(facet: Int64, run: Run) throws -> [(moment: Int64, known: Int64)] {
        let statement = try database.statement(
            """
            SELECT r.moment, r.known_from FROM run r CROSS JOIN facet_coverage c ON c.run = coalesce(r.same_as, r.key)
            WHERE r.moment > ? AND r.known_from IS NOT NULL AND c.facet = ? ORDER BY r.moment
            """)
        try statement.bind([.integer(run.moment), .integer(facet)])
        var found: [(Int64, Int64)] = []
        while try statement.step() { found.append((statement.integer(0), statement.integer(1))) }
        return found
    }
}
