internal import CSQLite
internal import Vocabulary

/// One SQLite connection. Rollback journal and `synchronous=FULL`: WAL has an open corruption race in the SQLite of
/// Debian 12 (fixed in 3.51.3), and a daily batch with one writer has no use for it.
final class Database {
    private let handle: OpaquePointer
    let path: String
    /// How long a statement waits for those who hold the file, and who they are.
    private let patience: Patience
    private var prepared: [String: Statement] = [:]
    /// Those asked for last: a bulk write takes turns between a few, a million times, and hashes none of their texts.
    private var recent: [Statement] = []
    private var nextRecent = 0
    private static let recentCount = 4

    struct Patience {
        var seconds: Int
        /// `another bellwether writes the ledger`
        var holder: String
        /// What became of what was asked for, and what to do.
        var remedy: String
    }

    init(path: String, isReadOnly: Bool, patience: Patience) throws {
        self.path = path
        self.patience = patience
        var opened: OpaquePointer?
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let status = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard status == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw Fault("ledger_unreadable", "cannot open the ledger: \(message)", place: path)
        }
        handle = opened
        sqlite3_busy_timeout(handle, Int32(patience.seconds * 1000))
    }

    deinit {
        recent.removeAll()
        prepared.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Runs statements that return nothing.
    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault(sql) }
    }

    /// A prepared statement, reset and ready; the same text is compiled once.
    func statement(_ sql: String) throws -> Statement {
        for statement in recent where statement.sql == sql {
            statement.reset()
            return statement
        }
        if let statement = prepared[sql] {
            statement.reset()
            remember(statement)
            return statement
        }
        var compiled: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil) == SQLITE_OK,
            let compiled
        else { throw fault(sql) }
        let statement = Statement(compiled, database: self, sql: sql)
        prepared[sql] = statement
        remember(statement)
        return statement
    }

    private func remember(_ statement: Statement) {
        if recent.count < Database.recentCount {
            recent.append(statement)
        } else {
            recent[nextRecent] = statement
            nextRecent = (nextRecent + 1) % Database.recentCount
        }
    }

    /// Binds, runs to the end, answers the first column of the first row.
    @discardableResult
    func value(_ sql: String, _ values: Binding...) throws -> Int64? { try value(sql, values) }

    func value(_ sql: String, _ values: [Binding]) throws -> Int64? {
        let statement = try statement(sql)
        try statement.bind(values)
        var result: Int64?
        if try statement.step() { result = statement.optionalInteger(0) }
        statement.reset()
        return result
    }

    func transaction<T>(_ body: () throws -> T) throws -> T {
        try provisionally({ .commit(try body()) })
    }

    func provisionally<T>(_ body: () throws -> Ending<T>) throws -> T {
        try execute("BEGIN IMMEDIATE")
        do {
            switch try body() {
            case .commit(let answer):
                try execute("COMMIT")
                return answer
            case .rollBack(let answer):
                try execute("ROLLBACK")
                return answer
            }
        } catch {
            // The first failure is the one to report; SQLite may have rolled back by itself.
            _ = sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    func fault(_ sql: String) -> Fault {
        let code = sqlite3_errcode(handle)
        if code & 0xFF == SQLITE_BUSY {
            return Fault(
                "busy", "\(patience.holder) and was not done after \(Wording.count(patience.seconds, "second"))",
                place: path, remedy: patience.remedy)
        }
        let remedy =
            switch code & 0xFF {
            case SQLITE_CORRUPT, SQLITE_NOTADB:
                "The ledger is damaged. `bellwether rebuild` makes it anew from the archive."
            case SQLITE_FULL: "Free some space and run it again: nothing was lost."
            case SQLITE_READONLY, SQLITE_CANTOPEN: "Check the permissions of the Data folder."
            default: ""
            }
        let what = sql.split(separator: "\n").first.map(String.init) ?? sql
        return Fault(
            code & 0xFF == SQLITE_CORRUPT || code & 0xFF == SQLITE_NOTADB ? "ledger_damaged" : "ledger_error",
            "SQLite \(code): \(String(cString: sqlite3_errmsg(handle))) in \"\(what)\"", place: path, remedy: remedy)
    }
}

/// What a statement's `?` stands for.
enum Binding {
    case integer(Int64)
    case text(String)
    case null

    init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }
    init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}

/// A compiled statement and the row it stands on.
final class Statement {
    private let handle: OpaquePointer
    private unowned let database: Database
    let sql: String

    init(_ handle: OpaquePointer, database: Database, sql: String) {
        self.handle = handle
        self.database = database
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func bind(_ values: [Binding]) throws {
        for (index, value) in values.enumerated() {
            let status =
                switch value {
                case .integer(let number): sqlite3_bind_int64(handle, Int32(index + 1), number)
                case .text(let text):
                    bellwether_sqlite_bind_text(handle, Int32(index + 1), text, Int32(text.utf8.count))
                case .null: sqlite3_bind_null(handle, Int32(index + 1))
                }
            guard status == SQLITE_OK else { throw database.fault(sql) }
        }
    }

    /// For the hot loops: whole numbers without an array.
    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }
    func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

    /// True while there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let fault = database.fault(sql)
            reset()
            throw fault
        }
    }

    /// Runs to the end once and is ready for the next values.
    func run(_ values: [Binding]) throws {
        try bind(values)
        try runBound()
    }

    func runBound() throws {
        while try step() {}
        sqlite3_reset(handle)
    }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
    func runID(_ column: Int32) throws -> RunID { try RunID(stored: text(column)) }
    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
