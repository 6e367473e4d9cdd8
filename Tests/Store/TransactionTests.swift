import Store
import Testing
import Vocabulary

@Suite struct TransactionTests {
    private func run(_ id: String) -> Run {
        let seen = Instant(seconds: 1_600_000_000)
        return Run(
            id: id, feed: "demo", source: "demo", how: "import", seen: seen, recorded: seen, outcome: .stored,
            localDay: seen.day)
    }

    @Test(arguments: Backend.allCases) func aTransactionEndsAsItsBodyDecides(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        let kept = try ledger.provisionally({
            try ledger.record(run("kept"))
            return Ending.commit(1)
        })
        let taken = try ledger.provisionally({
            try ledger.record(run("taken back"))
            return Ending.rollBack(2)
        })
        #expect(kept == 1 && taken == 2)
        #expect(try ledger.runs(feed: nil).map(\.id) == ["kept"])
    }

    @Test(arguments: Backend.allCases) func anErrorTakesBackWhatItsTransactionWrote(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        #expect(throws: Fault.self) {
            try ledger.transaction {
                try ledger.record(run("half"))
                throw Fault("test", "the disk is full")
            }
        }
        #expect(try ledger.runs(feed: nil).isEmpty)
        // The ledger is ready for the next one.
        try ledger.transaction { try ledger.record(run("next")) }
        #expect(try ledger.runs(feed: nil).map(\.id) == ["next"])
    }
}
