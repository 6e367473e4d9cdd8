internal import FoundationEssentials
internal import Vocabulary

extension SQLiteRows {
    func parts(ofList list: String?) throws -> [PartRow] {
        let statement = try database.statement(
            "SELECT key, list, name FROM facet WHERE ?1 IS NULL OR list = ?1 ORDER BY key")
        try statement.bind([Binding(list)])
        var found: [PartRow] = []
        while try statement.step() {
            found.append(PartRow(key: statement.integer(0), list: statement.text(1), name: statement.text(2)))
        }
        return found
    }

    func part(_ name: String, ofList list: String) throws -> Int64 {
        try database.value("INSERT OR IGNORE INTO facet (list, name) VALUES (?, ?)", .text(list), .text(name))
        return try database.value(
            "SELECT key FROM facet WHERE list = ? AND name = ?", .text(list), .text(name)) ?? 0
    }

    func coverage(ofPart part: Int64, after moment: Int64) throws -> [RunStamp] {
        try stamps(
            """
            SELECT r.id, r.moment, r.known_from FROM run r
            CROSS JOIN facet_coverage c ON c.run = coalesce(r.same_as, r.key)
            WHERE r.moment > ? AND r.known_from IS NOT NULL AND c.facet = ? ORDER BY r.moment
            """, [.integer(moment), .integer(part)])
    }

    func covers(_ part: Int64, run: RunID) throws -> Bool {
        try database.value(
            "SELECT 1 FROM facet_coverage WHERE facet = ? AND run = ?", .integer(part), .integer(try key(ofRun: run))
        ) != nil
    }

    func cover(part: Int64, run: RunID) throws {
        try database.statement("INSERT OR IGNORE INTO facet_coverage VALUES (?, ?)")
            .run([.integer(part), .integer(try key(ofRun: run))])
    }

    func census(of part: Int64, run: RunID) throws -> [CensusRow] {
        let statement = try database.statement("SELECT kind, name, count FROM census WHERE run = ? AND facet = ?")
        try statement.bind([.integer(try key(ofRun: run)), .integer(part)])
        var found: [CensusRow] = []
        while try statement.step() {
            found.append(
                CensusRow(kind: statement.text(0), name: statement.text(1), count: statement.integer(2)))
        }
        return found
    }

    func insert(_ rows: [CensusRow], part: Int64, run: RunID) throws {
        let key = try self.key(ofRun: run)
        let insert = try database.statement("INSERT OR REPLACE INTO census VALUES (?, ?, ?, ?, ?)")
        for row in rows {
            try insert.run([.integer(key), .integer(part), .text(row.kind), .text(row.name), .integer(row.count)])
        }
    }

    func presence(_ query: PresenceQuery, _ body: (PresenceRow) throws -> Void) throws {
        var values: [Binding] = [.integer(query.part)]
        var narrowed = ""
        if let last = query.last {
            narrowed += " AND p.moment <= ?"
            values.append(.integer(last))
        }
        if let moment = query.moment {
            narrowed += " AND p.moment = ?"
            values.append(.integer(moment))
        }
        if let entry = query.entry {
            narrowed += " AND p.entry = ?"
            values.append(.integer(entry))
        }
        if let ids = query.ids {
            narrowed += " AND p.entry IN (\(SQLiteRows.entriesByID))"
            values += [.integer(query.part), try Binding(list: ids)]
        }
        let statement = try database.statement(
            """
            SELECT p.entry, e.id, p.moment, p.content, p.raw FROM presence p JOIN entry e ON e.key = p.entry
            WHERE p.facet = ?\(narrowed) ORDER BY p.entry, p.moment
            """)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {
            try body(
                PresenceRow(
                    entry: statement.integer(0), id: statement.text(1), moment: statement.integer(2),
                    content: statement.optionalInteger(3), raw: statement.integer(4)))
        }
    }

    /// Of a part's entries those of which the keys are in a list.
    static let entriesByID = "SELECT key FROM entry WHERE facet = ? AND id IN (SELECT value FROM json_each(?))"

    func lastPresence(in part: Int64, entry id: String?, moments: Range<Int64>) throws -> Int64? {
        try database.value(
            """
            SELECT max(p.moment) FROM presence p JOIN entry e ON e.key = p.entry
            WHERE p.facet = ?1 AND p.moment >= ?2 AND p.moment < ?3 AND (?4 IS NULL OR e.id = ?4)
            """, .integer(part), .integer(moments.lowerBound), .integer(moments.upperBound), Binding(id))
    }

    func text(of entry: Int64, content: Int64) throws -> String? {
        let statement = try database.statement("SELECT text FROM version WHERE entry = ? AND content = ?")
        defer { statement.reset() }
        statement.bind(1, entry)
        statement.bind(2, content)
        return try statement.step() ? statement.text(0) : nil
    }

    func standings(in part: Int64, last: Int64, _ body: (Standing) throws -> Void) throws {
        let statement = try database.statement(
            """
            SELECT entry, moment, content IS NOT NULL FROM presence WHERE facet = ? AND moment <= ?
            ORDER BY entry, moment
            """)
        defer { statement.reset() }
        try statement.bind([.integer(part), .integer(last)])
        while try statement.step() {
            try body(
                Standing(
                    entry: statement.integer(0), moment: statement.integer(1), isListed: statement.integer(2) != 0))
        }
    }

    func standings(
        in part: Int64, marked mark: Mark, last: Int64, _ body: (Standing) throws -> Bool
    ) throws {
        // CROSS fixes the order: the entries come as the index has them, so that who stops early has read few.
        let statement = try database.statement(
            """
            SELECT p.entry, p.moment, p.content IS NOT NULL AND EXISTS (
                SELECT 1 FROM mark n WHERE n.facet = ?1 AND n.kind = ?2 AND n.name = ?3 AND n.day = 0
                AND n.entry = p.entry AND n.content = p.content)
            FROM (SELECT DISTINCT entry FROM mark WHERE facet = ?1 AND kind = ?2 AND name = ?3 AND day = 0) m
            CROSS JOIN presence p ON p.facet = ?1 AND p.entry = m.entry
            WHERE p.moment <= ?4 ORDER BY p.entry, p.moment
            """)
        defer { statement.reset() }
        try statement.bind([.integer(part), .text(mark.kind.rawValue), .text(mark.name), .integer(last)])
        while try statement.step() {
            let standing = Standing(
                entry: statement.integer(0), moment: statement.integer(1), isListed: statement.integer(2) != 0)
            guard try body(standing) else { return }
        }
    }

    func versions(ofPart part: Int64, _ body: (VersionRow) throws -> Void) throws {
        let statement = try database.statement(
            """
            SELECT v.entry, v.content, v.text FROM version v JOIN entry e ON e.key = v.entry WHERE e.facet = ?
            """)
        defer { statement.reset() }
        try statement.bind([.integer(part)])
        while try statement.step() {
            try body(
                VersionRow(entry: statement.integer(0), content: statement.integer(1), text: statement.text(2)))
        }
    }

    func hasEntry(_ id: String, in part: Int64) throws -> Bool {
        try database.value("SELECT 1 FROM entry WHERE facet = ? AND id = ?", .integer(part), .text(id)) != nil
    }

    func entry(_ id: String, in part: Int64) throws -> (key: Int64, isNew: Bool) {
        let made = try database.value(
            "INSERT OR IGNORE INTO entry (facet, id) VALUES (?, ?) RETURNING key", .integer(part), .text(id))
        if let made { return (made, true) }
        let known = try database.value(
            "SELECT key FROM entry WHERE facet = ? AND id = ?", .integer(part), .text(id))
        return (known ?? 0, false)
    }

    func insert(_ row: VersionRow) throws -> Bool {
        let isNew = try database.value(
            "INSERT OR IGNORE INTO version VALUES (?, ?, ?) RETURNING 1", .integer(row.entry), .integer(row.content),
            .text(row.text))
        return isNew != nil
    }

    func insert(_ versions: [MarkedVersion], under mark: Mark, part: Int64) throws {
        let insert = try database.statement("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?)")
        try insert.bind([.integer(part), .text(mark.kind.rawValue), .text(mark.name)])
        for version in versions {
            insert.bind(4, version.day)
            insert.bind(5, version.entry)
            insert.bind(6, version.content)
            try insert.runBound()
        }
    }

    func insert(_ events: [EventVersion]) throws {
        let insert = try database.statement("INSERT INTO event VALUES (?, ?, ?, ?)")
        for event in events {
            try insert.run([
                .integer(event.entry), .integer(event.content), .integer(event.columns.day),
                .text(event.columns.status),
            ])
        }
    }

    func insertPresence(_ row: PresenceRow, part: Int64) throws {
        try database.statement("INSERT INTO presence VALUES (?, ?, ?, ?, ?)").run([
            .integer(part), .integer(row.entry), .integer(row.moment), Binding(row.content), .integer(row.raw),
        ])
    }

    func deletePresence(part: Int64, entry: Int64, moment: Int64) throws {
        try database.statement("DELETE FROM presence WHERE facet = ? AND entry = ? AND moment = ?")
            .run([.integer(part), .integer(entry), .integer(moment)])
    }

    func entries(in part: Int64, marked marks: Set<Mark>) throws -> [String] {
        let (sql, values) = try SQLiteRows.marked(marks, in: part, days: nil)
        let statement = try database.statement(
            "SELECT DISTINCT e.id FROM entry e WHERE e.key IN (\(sql)) ORDER BY e.id")
        try statement.bind(values)
        var found: [String] = []
        while try statement.step() { found.append(statement.text(0)) }
        return found
    }

    func hasLearned(in part: Int64, moreThan count: Int, after second: Int64) throws -> Bool {
        try database.value(
            """
            SELECT 1 FROM presence WHERE facet = ? AND moment IN (SELECT moment FROM run WHERE known_from > ?)
            LIMIT 1 OFFSET ?
            """, .integer(part), .integer(second), .integer(Int64(count))) != nil
    }

    func events(_ query: EventQuery, in part: Int64, _ body: (EventRow) throws -> Void) throws {
        var narrowed: [String] = []
        var values: [Binding] = [.integer(part)]
        if let ids = query.ids {
            narrowed.append(SQLiteRows.entriesByID)
            values += [.integer(part), try Binding(list: ids)]
        }
        if let second = query.learnedAfter?.lastSecond {
            func learned(_ moment: String) -> String {
                "l.facet = ? AND \(moment) IN (SELECT moment FROM run WHERE known_from > ?)"
            }
            // After a large import nearly all was learned: then the days are what narrows. An event has few readings and
            // there are many runs, so the plus keeps SQLite from asking for each run whether it has the event.
            if let days = query.days {
                narrowed.append(
                    """
                    SELECT entry FROM event v WHERE day BETWEEN ? AND ?
                    AND EXISTS (SELECT 1 FROM presence l WHERE l.entry = v.entry AND \(learned("+l.moment")))
                    """)
                values += [.integer(days.lowerBound), .integer(days.upperBound)]
            } else {
                narrowed.append("SELECT l.entry FROM presence l WHERE \(learned("l.moment"))")
            }
            values += [.integer(part), .integer(second)]
        }
        for marks in query.marks {
            let (sql, bound) = try SQLiteRows.marked(marks, in: part, days: query.days)
            narrowed.append(sql)
            values += bound
        }
        if let status = query.status {
            // Most events have none: the index holds the others only.
            narrowed.append("SELECT entry FROM event WHERE status = ? AND status <> ''")
            values.append(.text(status))
        }
        // Where something else narrows, days of so many events would only be set against fewer.
        if narrowed.isEmpty, let days = query.days {
            narrowed.append("SELECT entry FROM event WHERE day BETWEEN ? AND ?")
            values += [.integer(days.lowerBound), .integer(days.upperBound)]
        }
        let condition =
            narrowed.isEmpty ? "" : "AND p.entry IN (\(narrowed.joined(separator: "\nINTERSECT\n")))"
        let statement = try database.statement(
            """
            SELECT p.entry, p.moment, p.content, v.day, v.status FROM presence p
            LEFT JOIN event v ON v.entry = p.entry AND v.content = p.content
            WHERE p.facet = ? \(condition) ORDER BY p.entry, p.moment
            """)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {
            let day = statement.optionalInteger(3)
            try body(
                EventRow(
                    entry: statement.integer(0), moment: statement.integer(1), content: statement.optionalInteger(2),
                    columns: day.map { EventColumns(day: $0, status: statement.text(4)) }))
        }
    }

    /// Entries of which some version has one of the marks.
    private static func marked(
        _ marks: Set<Mark>, in part: Int64, days: ClosedRange<Int64>?
    ) throws -> (sql: String, values: [Binding]) {
        // Nothing has one of no marks.
        guard !marks.isEmpty else { return ("SELECT entry FROM mark WHERE 0", []) }
        let bounds = days ?? Int64.min...Int64.max
        var values: [Binding] = []
        var selects: [String] = []
        for (kind, some) in Dictionary(grouping: marks, by: \.kind) {
            selects.append(
                """
                SELECT entry FROM mark WHERE facet = ? AND kind = ? AND name IN (SELECT value FROM json_each(?))
                AND day BETWEEN ? AND ?
                """)
            values += [
                .integer(part), .text(kind.rawValue), try Binding(list: some.map(\.name)),
                .integer(bounds.lowerBound), .integer(bounds.upperBound),
            ]
        }
        return ("SELECT entry FROM (\(selects.joined(separator: " UNION ALL ")))", values)
    }
}

extension Binding {
    /// Texts for `json_each`.
    fileprivate init(list: some Collection<String>) throws {
        self = .text(String(decoding: try JSONEncoder().encode(list.sorted()), as: UTF8.self))
    }
}
