internal import Vocabulary

extension SQLiteRows {
    func record(_ run: Run) throws {
        let sameAs = try run.sameAs.map { try self.key(ofRun: $0) }
        try database.statement(
            """
            INSERT INTO run (id, feed, source, how, moment, seen_at, known_from, recorded_at, outcome, code, message,
                http, bytes, sha256, published, local_day, rows, changes, reader_version, same_as,
                warning)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET known_from = excluded.known_from, outcome = excluded.outcome,
                code = excluded.code, message = excluded.message, published = excluded.published,
                rows = excluded.rows, changes = excluded.changes, reader_version = excluded.reader_version,
                same_as = excluded.same_as, warning = excluded.warning
            """
        ).run([
            .text(run.id.text), .text(run.feed), .text(run.source), .text(run.how), .integer(run.moment),
            .integer(run.seen.seconds), Binding(run.knownFrom?.seconds), .integer(run.recorded.seconds),
            .text(run.outcome.rawValue), Binding(run.code), .text(run.message), Binding(run.http.map(Int64.init)),
            .integer(Int64(run.bytes)), .text(run.sha256), Binding(run.published.map { Int64($0.number) }),
            .integer(Int64(run.localDay.number)), .integer(Int64(run.rows)), .integer(Int64(run.changes)),
            .integer(Int64(run.readerVersion)), Binding(sameAs), .text(run.warning),
        ])
        let key = try self.key(ofRun: run.id)
        for (position, part) in run.parts.enumerated() {
            try database.statement("INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run([
                .integer(key), .integer(Int64(position)), .text(part.name), .text(part.sha256),
                .integer(Int64(part.bytes)), Binding(part.address), Binding(part.etag), Binding(part.lastModified),
            ])
        }
    }

    func key(ofRun id: RunID) throws -> Int64 {
        guard let key = try database.value("SELECT key FROM run WHERE id = ?", .text(id.text)) else {
            throw Fault(
                "unknown_run", "there is no run \(id)", remedy: "`bellwether quarantine` and `status` list the runs.")
        }
        return key
    }

    private static let columns = """
        SELECT r.id, r.feed, r.source, r.how, r.seen_at, r.known_from, r.recorded_at, r.outcome, r.code, r.message,
            r.http, r.published, r.local_day, r.rows, r.changes, r.reader_version, s.id, r.key, r.warning
        FROM run r LEFT JOIN run s ON s.key = r.same_as
        """

    func runs(_ query: RunQuery) throws -> [Run] {
        var conditions: [String] = []
        var values: [Binding] = []
        func narrow(_ condition: String, _ value: Binding?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        narrow("r.id = ?", query.id.map { .text($0.text) })
        narrow("r.feed = ?", query.feed.map { .text($0) })
        narrow("r.moment >= ?", query.from.map { .integer($0) })
        narrow("r.moment < ?", query.before.map { .integer($0) })
        narrow("r.outcome = ?", query.outcome.map { .text($0.rawValue) })
        narrow("r.how = ?", query.how.map { .text($0) })
        narrow("r.how <> ?", query.excludedHow.map { .text($0) })
        narrow("r.sha256 = ?", query.sha256.map { .text($0) })
        narrow("r.known_from <= ?", query.knownBy.map { .integer($0) })
        narrow("r.known_from > ?", query.knownAfter.map { .integer($0) })
        narrow("coalesce(r.published, r.local_day) <= ?", query.lastDay.map { .integer(Int64($0.number)) })
        if let days = query.days {
            conditions.append(
                "(coalesce(r.published, r.local_day) BETWEEN ? AND ? OR r.local_day BETWEEN ? AND ?)")
            let bounds: [Binding] = [days.lowerBound, days.upperBound].map { .integer(Int64($0.number)) }
            values += bounds + bounds
        }
        if query.isKnown { conditions.append("r.known_from IS NOT NULL") }
        if query.hasParts { conditions.append("EXISTS (SELECT 1 FROM part p WHERE p.run = r.key)") }
        if query.isReading { conditions.append("r.same_as IS NULL") }
        if let parts = query.covering {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM facet_coverage c WHERE c.facet IN (SELECT value FROM json_each(?))
                    AND c.run = coalesce(r.same_as, r.key))
                """)
            values.append(.text("[\(parts.map(String.init).joined(separator: ","))]"))
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let order = "ORDER BY r.moment" + (query.latestFirst ? " DESC" : "")
        let limit = query.limit.map { " LIMIT \($0)" } ?? ""
        return try find("\(condition)\n\(order)\(limit)", values)
    }

    func stamp(at moment: Int64) throws -> RunStamp? {
        let statement = try database.statement("SELECT id, known_from FROM run WHERE moment = ?")
        try statement.bind([.integer(moment)])
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return RunStamp(id: try statement.runID(0), moment: moment, known: statement.optionalInteger(1))
    }

    func lateStamps() throws -> [RunStamp] {
        try stamps("SELECT id, moment, known_from FROM run WHERE known_from > seen_at", [])
    }

    func accept(_ run: RunID, second: Int64) throws {
        try database.value(
            "INSERT OR IGNORE INTO acceptance VALUES (?, ?)", .integer(try key(ofRun: run)), .integer(second))
    }

    func accepted(by second: Int64) throws -> Set<RunID> {
        let statement = try database.statement(
            "SELECT r.id FROM acceptance a JOIN run r ON r.key = a.run WHERE a.at <= ? AND r.known_from IS NOT NULL")
        try statement.bind([.integer(second)])
        var found: Set<RunID> = []
        while try statement.step() { found.insert(try statement.runID(0)) }
        return found
    }

    /// Columns id, moment, known_from.
    func stamps(_ sql: String, _ values: [Binding]) throws -> [RunStamp] {
        let statement = try database.statement(sql)
        try statement.bind(values)
        var found: [RunStamp] = []
        while try statement.step() {
            found.append(
                RunStamp(
                    id: try statement.runID(0), moment: statement.integer(1), known: statement.optionalInteger(2)))
        }
        return found
    }

    private func find(_ condition: String, _ values: [Binding]) throws -> [Run] {
        let statement = try database.statement(SQLiteRows.columns + "\n" + condition)
        try statement.bind(values)
        var found: [(Run, Int64)] = []
        while try statement.step() { found.append((try SQLiteRows.run(from: statement), statement.integer(17))) }
        return try found.map { run, key in
            var run = run
            run.parts = try parts(of: key)
            return run
        }
    }

    private static func run(from row: Statement) throws -> Run {
        guard let outcome = Run.Outcome(rawValue: row.text(7)) else {
            throw Fault(
                "ledger_unknown",
                "run \(row.text(0)) has the outcome \"\(row.text(7))\", which this bellwether does not know",
                remedy: "Install the bellwether that wrote it, or run `bellwether rebuild`.")
        }
        var run = Run(
            id: try row.runID(0), feed: row.text(1), source: row.text(2), how: row.text(3),
            seen: Instant(seconds: row.integer(4)), recorded: Instant(seconds: row.integer(6)),
            outcome: outcome, localDay: Day(number: Int(row.integer(12))))
        run.knownFrom = row.optionalInteger(5).map(Instant.init(seconds:))
        run.code = row.optionalText(8)
        run.message = row.text(9)
        run.http = row.optionalInteger(10).map(Int.init)
        run.published = row.optionalInteger(11).map { Day(number: Int($0)) }
        run.rows = Int(row.integer(13))
        run.changes = Int(row.integer(14))
        run.readerVersion = Int(row.integer(15))
        run.sameAs = row.isNull(16) ? nil : try row.runID(16)
        run.warning = row.text(18)
        return run
    }

    private func parts(of key: Int64) throws -> [Run.Part] {
        let statement = try database.statement(
            "SELECT name, sha256, bytes, address, etag, last_modified FROM part WHERE run = ? ORDER BY position")
        try statement.bind([.integer(key)])
        var parts: [Run.Part] = []
        while try statement.step() {
            var part = Run.Part(
                name: statement.text(0), sha256: statement.text(1), bytes: Int(statement.integer(2)),
                address: statement.optionalText(3))
            part.etag = statement.optionalText(4)
            part.lastModified = statement.optionalText(5)
            parts.append(part)
        }
        return parts
    }
}
