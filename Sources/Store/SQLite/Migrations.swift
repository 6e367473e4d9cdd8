internal import Vocabulary

/// Numbered, immutable steps; the file's `user_version` is the number of the last one applied.
enum Migrations {
    private static let steps: [[UInt8]] = [
        PackageResources.m001_readings_sql, PackageResources.m002_census_sql,
        PackageResources.m003_acceptance_sql, PackageResources.m004_selection_sql,
        PackageResources.m005_sources_sql,
    ]
    /// What a step fills from texts that SQL does not read, by its number.
    private static let fillings: [Int: @Sendable (Database) throws -> Void] = [
        4: fillMarks, 5: fillMarksOfLists,
    ]

    /// Applies what is missing, each step in one transaction.
    static func bring(_ database: Database) throws {
        try check(database)
        let version = Int(try database.value("PRAGMA user_version") ?? 0)
        for number in version..<steps.count {
            try database.transaction {
                try database.execute(String(decoding: steps[number], as: UTF8.self))
                try fillings[number + 1]?(database)
                try database.execute("PRAGMA user_version = \(number + 1)")
            }
        }
    }

    /// For a reader, who cannot bring the file up to date.
    static func require(_ database: Database) throws {
        try check(database)
        let version = Int(try database.value("PRAGMA user_version") ?? 0)
        guard version == steps.count else {
            throw Fault(
                "ledger_older", "the ledger has schema \(version); this program needs \(steps.count)",
                place: database.path, remedy: "The next `fetch` or `import` brings it up to date; so does `rebuild`.")
        }
    }

    /// Refuses a file that a newer program wrote, or that is no ledger.
    static func check(_ database: Database) throws {
        let version = Int(try database.value("PRAGMA user_version") ?? 0)
        guard version <= steps.count else {
            throw Fault(
                "ledger_newer", "the ledger has schema \(version); this program knows \(steps.count)",
                place: database.path, remedy: "Install the newer bellwether that wrote it.")
        }
        let tables = try database.value("SELECT count(*) FROM sqlite_schema WHERE type = 'table'") ?? 0
        guard version > 0 || tables == 0 else {
            throw Fault(
                "ledger_foreign", "this SQLite file is not a bellwether ledger", place: database.path,
                remedy: "Move it away, then run `bellwether rebuild`.")
        }
    }

    /// Marks of the versions that a ledger of schema 3 holds.
    private static func fillMarks(_ database: Database) throws {
        try fillMarksOfLists(database)
        let rows = SQLiteRows(database)
        for part in try rows.parts(ofList: EventText.list) {
            var index = VersionIndex(rows, part: part.key)
            try rows.versions(ofPart: part.key) { row in
                guard let event = try EventText.decode(row.text) else { return }
                let columns = EventColumns(day: Int64(event.date.number), status: event.status)
                try index.add(row, marks: Mark.of(event), event: columns)
            }
            try index.write()
        }
    }

    private static func fillMarksOfLists(_ database: Database) throws {
        let rows = SQLiteRows(database)
        for part in try rows.parts(ofList: nil) where part.list != EventText.list {
            var index = VersionIndex(rows, part: part.key)
            try rows.versions(ofPart: part.key) { row in
                try index.add(row, marks: Mark.of(EntryText.decode(row.text)), event: nil)
            }
            try index.write()
        }
    }
}
