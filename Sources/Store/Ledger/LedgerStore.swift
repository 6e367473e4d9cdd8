internal import Glibc
internal import Vocabulary

/// Where a ledger is kept: what opens it, proves it and replaces it.
package struct LedgerStore: Sendable {
    package var path: String

    package init(path: String) { self.path = path }

    /// For the one writer, made or brought up to date where needed.
    package func open() throws -> Ledger { Ledger(try SQLiteRows(path: path)) }

    /// For a reader, who waits while the writer keeps readers out; fault `busy` where that takes longer than two minutes.
    package func openForReading() throws -> Ledger { Ledger(try SQLiteRows(readingFrom: path)) }

    /// A ledger of nothing, which leaves no file.
    package static func inMemory() throws -> Ledger { Ledger(try SQLiteRows(path: ":memory:")) }

    /// Fills a new ledger beside this one and puts it in its place when it is whole.
    package func replace<T>(_ fill: (Ledger) throws -> T) throws -> T {
        let fresh = path + ".rebuild"
        for suffix in ["", "-journal"] { unlink(fresh + suffix) }
        let result: T
        do { result = try fill(LedgerStore(path: fresh).open()) }
        unlink(path + "-journal")
        guard rename(fresh, path) == 0 else {
            throw Fault("file_error", String(cString: strerror(errno)), place: path)
        }
        return result
    }
}
