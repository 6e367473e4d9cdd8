import Store
import Testing
import Vocabulary

@Suite struct TransactionTests {
    /// - Parameter digest: eight letters.
    private func id(_ digest: String) -> RunID {
        RunID(seen: Instant(seconds: 1_600_000_000), feed: "demo", digest: digest)
    }

    private func run(_ digest: String) -> Run {
        let id = id(digest)
        return Run(
            id: id, feed: "demo", source: "demo", how: "import", seen: id.seen, recorded: id.seen, outcome: .stored,
            localDay: id.seen.day)
    }

    @Test(arguments: Backend.allCases) func aTransactionEndsAsItsBodyDecides(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        let kept = try ledger.provisionally({
            try ledger.record(run("00000001"))
            return Ending.commit(1)
        })
        let taken = try ledger.provisionally({
            try ledger.record(run("00000002"))
            return Ending.rollBack(2)
        })
        #expect(kept == 1 && taken == 2)
        #expect(try ledger.runs(feed: nil).map(\.id) == [id("00000001")])
    }

    @Test(arguments: Backend.allCases) func anErrorTakesBackWhatItsTransactionWrote(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        #expect(throws: Fault.self) {
            try ledger.transaction {
                try ledger.record(run("00000003"))
                throw Fault("test", "the disk is full")
            }
        }
        #expect(try ledger.runs(feed: nil).isEmpty)
        // The ledger is ready for the next one.
        try ledger.transaction { try ledger.record(run("00000004")) }
        #expect(try ledger.runs(feed: nil).map(\.id) == [id("00000004")])
    }
}
