import Foundation
import Testing
import Vocabulary

@testable import Store

/// While one process holds the ledger others wait, and who waited in vain is told so in words.
@Suite struct WaitingTests {
    private static let anyone = Database.Patience(seconds: 5, holder: "nobody", remedy: "")

    private func ledgerFile() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
        let ledger = try LedgerStore(path: path).open()
        let seen = Instant(seconds: 1_600_000_000)
        try ledger.transaction {
            try ledger.record(
                Run(
                    id: RunID(seen: seen, feed: "demo", digest: "00000000"), feed: "demo", source: "demo",
                    how: "import", seen: seen, recorded: seen,
                    outcome: .failed, localDay: seen.day))
        }
        return path
    }

    @Test func aReaderWaitsForAnImportThatHoldsTheLedgerAndReadsWhatItWrote() throws {
        let path = try ledgerFile()
        defer { unlink(path) }
        let isHeld = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            do {
                let writer = try Database(path: path, isReadOnly: false, patience: Self.anyone)
                try writer.execute("BEGIN EXCLUSIVE; UPDATE progress SET journal_bytes = 7")
                isHeld.signal()
                Thread.sleep(forTimeInterval: 0.4)
                try writer.execute("COMMIT")
            } catch {
                Issue.record(error)
                isHeld.signal()
            }
        }
        isHeld.wait()
        #expect(try LedgerStore(path: path).openForReading().journalBytes == 7)
    }

    @Test func aReaderWhoWaitedInVainIsToldWhoHoldsTheLedgerAndThatNothingWasChanged() throws {
        let path = try ledgerFile()
        defer { unlink(path) }
        let writer = try Database(path: path, isReadOnly: false, patience: Self.anyone)
        try writer.execute("BEGIN EXCLUSIVE")
        let fault = #expect(throws: Fault.self) { try SQLiteRows(readingFrom: path, patience: 1) }
        #expect(fault?.code == "busy" && fault?.place == path)
        #expect(fault?.message == "another bellwether writes to the ledger and was not done after 1 second")
        #expect(fault?.remedy == "Nothing was changed. Run it again when the other has ended.")
        // The other is not disturbed, and the next one reads.
        try writer.execute("COMMIT")
        #expect(try LedgerStore(path: path).openForReading().runs(feed: nil).map(\.id.feed) == ["demo"])
    }

    @Test func aWriterWhoWaitedInVainForAReaderHasLostNothing() throws {
        let path = try ledgerFile()
        defer { unlink(path) }
        let reader = try LedgerStore(path: path).openForReading()
        try reader.freeze()
        #expect(try reader.runs(feed: nil).count == 1)
        let writer = Ledger(try SQLiteRows(path: path, patience: 1))
        let fault = #expect(throws: Fault.self) { try writer.transaction { try writer.advance(journalBytes: 7) } }
        #expect(fault?.code == "busy" && fault?.message.hasPrefix("another program reads the ledger") == true)
        #expect(try writer.journalBytes == 0)
    }
}
