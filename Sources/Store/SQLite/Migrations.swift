internal import Vocabulary

/// Numbered, immutable steps; the file's `user_version` is the number of the last one applied.
enum Migrations {
    private static let steps: [[UInt8]] = [
        PackageResources.m001_readings_sql, PackageResources.m002_census_sql,
        PackageResources.m003_acceptance_sql,
    ]

    /// Applies what is missing, each step in one transaction.
    static func bring(_ database: Database) throws {
        try check(database)
        let version = Int(try database.value("PRAGMA user_version") ?? 0)
        for number in version..<steps.count {
            try database.transaction {
                try database.execute(String(decoding: steps[number], as: UTF8.self))
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
}
