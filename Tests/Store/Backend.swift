@testable import Store

/// What the suite of the ledger runs on.
enum Backend: CaseIterable {
    case sqlite, memory

    func ledger() throws -> Ledger { try self == .sqlite ? LedgerStore.inMemory() : Ledger(MemoryRows()) }
}
