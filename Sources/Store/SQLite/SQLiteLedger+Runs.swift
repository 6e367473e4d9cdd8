package import Vocabulary

extension SQLiteLedger {
    package func record(_ run: Run) throws {
        glimpses.removeAll()
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
            .text(run.id), .text(run.feed), .text(run.source), .text(run.how), .integer(run.moment),
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

    func key(ofRun id: String) throws -> Int64 {
        guard let key = try database.value("SELECT key FROM run WHERE id = ?", .text(id)) else {
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

    package func run(_ id: String) throws -> Run? {
        try find("WHERE r.id = ?", [.text(id)]).first
    }

    package func runs(feed: String?) throws -> [Run] {
        guard let feed else { return try find("ORDER BY r.moment", []) }
        return try find("WHERE r.feed = ? ORDER BY r.moment", [.text(feed)])
    }

    package func lastKnown(feed: String, before run: Run?) throws -> Run? {
        try find(
            "WHERE r.feed = ? AND r.moment < ? AND r.known_from IS NOT NULL ORDER BY r.moment DESC LIMIT 1",
            [.text(feed), .integer(run?.moment ?? Int64.max)]
        ).first
    }

    package func readings(feed: String, before run: Run, last count: Int) throws -> [Run] {
        try find(
            """
            WHERE r.feed = ? AND r.moment < ? AND r.known_from IS NOT NULL AND r.same_as IS NULL
            ORDER BY r.moment DESC LIMIT ?
            """, [.text(feed), .integer(run.moment), .integer(Int64(count))])
    }

    package func censuses(of run: Run) throws -> [Census] {
        let key = try self.key(ofRun: run.sameAs ?? run.id)
        let facets = try database.statement("SELECT key, name FROM facet WHERE list = ? ORDER BY key")
        try facets.bind([.text(run.feed)])
        var names: [(key: Int64, name: String)] = []
        while try facets.step() { names.append((facets.integer(0), facets.text(1))) }
        return try names.compactMap { try CensusTaker.read(database, run: key, facet: $0.key, name: $0.name) }
    }

    package func lastAnswered(feed: String) throws -> Run? {
        try find(
            """
            WHERE r.feed = ? AND r.known_from IS NOT NULL AND EXISTS (SELECT 1 FROM part p WHERE p.run = r.key)
            ORDER BY r.moment DESC LIMIT 1
            """, [.text(feed)]
        ).first
    }

    package func wasAccepted(feed: String, sha256s: [String]) throws -> Bool {
        guard let first = sha256s.first else { return false }
        return try find(
            "WHERE r.feed = ? AND r.sha256 = ? AND r.outcome = 'stored' AND r.known_from > r.seen_at",
            [.text(feed), .text(first)]
        ).contains { $0.parts.map(\.sha256) == sha256s }
    }

    package func standingLast(_ id: String, seen: Instant, event: String?) throws -> String {
        guard let facet = try facetKeys(EventText.list).first else { return id }
        let last = try database.value(
            """
            SELECT max(p.moment) FROM presence p JOIN entry e ON e.key = p.entry
            WHERE p.facet = ? AND p.moment >= ? AND p.moment < ? AND (? OR e.id = ?)
            """, .integer(facet), .integer(Moment.first(of: seen)), .integer(Moment.first(of: seen + 1)),
            .integer(event == nil ? 1 : 0), .text(event ?? ""))
        guard let last, Moment.of(seen, run: id, isReread: false) <= last else { return id }
        // The nearest of many, so that as many others find room behind it.
        let numbered = (2...4096).lazy.map { "\(id)-\($0)" }
        let nearest = numbered.map { ($0, Moment.of(seen, run: $0, isReread: false)) }.filter { $0.1 > last }.min {
            $0.1 < $1.1
        }
        guard let nearest else {
            throw Fault(
                "event_repeated", "too many edits of events in one second",
                remedy: "Wait a second, and repeat the last one.")
        }
        return nearest.0
    }

    package func lastFetch() throws -> Instant? {
        try database.value("SELECT max(seen_at) FROM run WHERE how = 'fetch'").map { Instant(seconds: $0) }
    }

    /// Runs by moment, for those who hold rows.
    func runsByMoment(feedsOfList facets: [Int64]) throws -> [Int64: Run] {
        let list = facets.map(String.init).joined(separator: ", ")
        let found = try find(
            """
            WHERE r.known_from IS NOT NULL
                AND coalesce(r.same_as, r.key) IN (SELECT run FROM facet_coverage WHERE facet IN (\(list)))
            ORDER BY r.moment
            """, [])
        return Dictionary(uniqueKeysWithValues: found.map { ($0.moment, $0) })
    }

    func find(_ condition: String, _ values: [Binding]) throws -> [Run] {
        let statement = try database.statement(SQLiteLedger.columns + "\n" + condition)
        try statement.bind(values)
        var found: [(Run, Int64)] = []
        while try statement.step() { found.append((try SQLiteLedger.run(from: statement), statement.integer(17))) }
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
            id: row.text(0), feed: row.text(1), source: row.text(2), how: row.text(3),
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
        run.sameAs = row.optionalText(16)
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

    /// Instants of the runs that became known later than they were seen, by moment.
    func lateKnown() throws -> [Int64: Int64] {
        let statement = try database.statement("SELECT moment, known_from FROM run WHERE known_from > seen_at")
        var late: [Int64: Int64] = [:]
        while try statement.step() { late[statement.integer(0)] = statement.integer(1) }
        return late
    }
}
