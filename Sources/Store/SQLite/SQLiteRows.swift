internal import CSQLite
internal import Vocabulary

/// The rows of a ledger in one SQLite file.
final class SQLiteRows: LedgerRows {
    let database: Database

    init(_ database: Database) { self.database = database }

    /// Opens for the writer, making the file or migrating it where needed.
    ///
    /// - Parameter patience: in seconds; a report of decades reads one state for longer than an import writes.
    init(path: String, patience: Int = 120) throws {
        database = try Database(
            path: path, isReadOnly: false,
            patience: .init(
                seconds: patience, holder: "another program reads the ledger",
                remedy: "Nothing was lost. Run it again when the other has ended."))
        try database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000")
        try Migrations.bring(database)
    }

    /// Opens for a reader, which waits while the writer keeps readers out: as long as it takes to commit, and with a very
    /// large import from when its changes outgrow the writer's memory.
    init(readingFrom path: String, patience: Int = 120) throws {
        let patience = Database.Patience(
            seconds: patience, holder: "another bellwether writes to the ledger",
            remedy: "Nothing was changed. Run it again when the other has ended.")
        // A connection that may not write cannot undo what a killed writer left half done, so it opens for writing
        // and then forgoes it; on a file system that is read-only there is no such writer.
        do {
            database = try Database(path: path, isReadOnly: false, patience: patience)
        } catch {
            database = try Database(path: path, isReadOnly: true, patience: patience)
        }
        try database.execute("PRAGMA query_only = 1; PRAGMA cache_size = -8000")
        try Migrations.require(database)
    }

    func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T {
        try database.provisionally(body)
    }

    func freeze() throws { try database.execute("BEGIN") }

    var journalBytes: Int {
        get throws { Int(try database.value("SELECT journal_bytes FROM progress") ?? 0) }
    }

    func advance(journalBytes: Int) throws {
        try database.value("UPDATE progress SET journal_bytes = ?", .integer(Int64(journalBytes)))
    }

    func configure(_ file: String, sha256: String, second: Int64) throws {
        try database.value(
            "INSERT OR REPLACE INTO configuration VALUES (?, ?, ?)", .text(file), .integer(second), .text(sha256))
    }

    func configuration() throws -> [String: String] {
        let statement = try database.statement("SELECT file, sha256 FROM configuration ORDER BY since")
        var found: [String: String] = [:]
        while try statement.step() { found[statement.text(0)] = statement.text(1) }
        return found
    }

    /// SQLite's own check of its file, and of the references between tables; empty where all is well.
    func damage() throws -> [String] {
        var found: [String] = []
        for sql in ["PRAGMA quick_check", "PRAGMA foreign_key_check"] {
            let statement = try database.statement(sql)
            while try statement.step() {
                let text = statement.text(0)
                if text != "ok" { found.append(text) }
            }
        }
        return found
    }

    /// Every row of every table as text, in key order: what two ledgers are compared by.
    func dump() throws -> [String] {
        var rows: [String] = []
        for table in [
            "run", "part", "series", "series_coverage", "observation", "facet", "facet_coverage", "entry",
            "version", "presence", "census", "configuration", "acceptance", "event", "mark",
        ] {
            let columns = try names(of: table)
            let list = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
            let order = columns.indices.map { String($0 + 1) }.joined(separator: ", ")
            let statement = try database.statement(
                "SELECT \(list) FROM (SELECT * FROM \(table) ORDER BY \(order))")
            while try statement.step() { rows.append("\(table)|\(statement.text(0))") }
        }
        return rows
    }

    private func names(of table: String) throws -> [String] {
        let statement = try database.statement("SELECT name FROM pragma_table_info(?)")
        try statement.bind([.text(table)])
        var names: [String] = []
        while try statement.step() { names.append(statement.text(0)) }
        return names
    }
}
