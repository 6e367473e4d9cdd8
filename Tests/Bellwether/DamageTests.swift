import Foundation
import TestSupport
import Testing

@Suite struct DamageTests {
    private func ledger(_ desk: Desk) -> URL { URL(fileURLWithPath: "\(desk.workspace)/Data/ledger.sqlite") }

    @Test(arguments: [0.0, 0.2, 0.5, 0.9])
    func aDamagedLedgerIsNamedWithItsRemedyAndRebuildHealsIt(place: Double) throws {
        let desk = try FetchedSample.copy()
        let before = try desk.state()
        var bytes = try Data(contentsOf: ledger(desk))
        let start = Int(Double(bytes.count) * place)
        // A whole page and more: what a bad sector takes.
        for index in start..<min(start + 6000, bytes.count) { bytes[index] = bytes[index] &+ 0x5D }
        try bytes.write(to: ledger(desk))
        let verify = try desk.run("verify")
        #expect(verify.status == 1)
        #expect(verify.errors.contains("bellwether rebuild"), "\(verify.errors)")
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.state() == before)
        try desk.verify()
    }

    @Test func whatIsNoLedgerIsRefusedByReadersAndWriters() throws {
        for text in ["not a database, but a text file of some length: \(String(repeating: "x", count: 5000))", ""] {
            let desk = try FetchedSample.copy()
            let before = try desk.state()
            try Data(text.utf8).write(to: ledger(desk))
            for words in [["rates", "*"], ["fetch", "events", "--now", "2022-03-05T00:00:00Z"]] where !text.isEmpty {
                let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
                #expect(run.status == 1)
                #expect(run.errors.contains("bellwether rebuild"), "\(run.errors)")
            }
            #expect(try desk.run("rebuild").status == 0)
            #expect(try desk.state() == before)
        }
    }

    @Test func aLedgerOfANewerProgramIsRefusedAndLeftAlone() throws {
        let desk = try FetchedSample.copy()
        let made = try Execution.run(
            [
                "python3", "-c",
                "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA user_version = 99')",
                ledger(desk).path,
            ])
        #expect(made.status == 0)
        let bytes = try Data(contentsOf: ledger(desk))
        for words in [["rates", "*"], ["fetch", "--now", "2022-03-05T00:00:00Z"], ["status"]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
            #expect(run.status == 1)
            #expect(run.errors.contains("the ledger has schema 99"), "\(run.errors)")
        }
        #expect(try Data(contentsOf: ledger(desk)) == bytes)
    }

    @Test func anOutcomeThatIsNotKnownIsNamedAndNotTakenForAFailure() throws {
        let desk = try FetchedSample.copy()
        let made = try Execution.run([
            "python3", "-c",
            "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
                + "d.execute(\"UPDATE run SET outcome = 'postponed' WHERE outcome = 'stored'\"); d.commit()",
            ledger(desk).path,
        ])
        #expect(made.status == 0)
        let run = try desk.run("status")
        #expect(run.status == 1)
        #expect(run.errors.contains("has the outcome \"postponed\""), "\(run.errors)")
        #expect(run.errors.contains("bellwether rebuild"), "\(run.errors)")
    }

    @Test func aDamagedBlobIsFoundByVerifyAndNamed() throws {
        let desk = try FetchedSample.copy()
        let blobs = try FileManager.default.subpathsOfDirectory(atPath: "\(desk.workspace)/Data/archive")
            .filter { $0.hasSuffix(".zst") }.sorted()
        let blob = try #require(blobs.first)
        let url = URL(fileURLWithPath: "\(desk.workspace)/Data/archive/\(blob)")
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 0x10
        try bytes.write(to: url)
        let run = try desk.run("verify")
        #expect(run.status == 1)
        #expect(run.errors.contains(blob), "\(run.errors)")
        try FileManager.default.removeItem(at: url)
        #expect(try desk.run("verify").errors.contains(blob))
        // A ledger that cannot be made whole does not take the place of the one that is.
        let before = try desk.rows("rates", "*", "--vintages")
        #expect(try desk.run("rebuild").status == 1)
        #expect(try desk.rows("rates", "*", "--vintages") == before)
    }

    @Test(.enabled(if: Execution.isInstalled("setpriv"), "setpriv is not installed"))
    func aFolderThatMayNotBeWrittenIsSaidToBeAndReadingGoesOn() throws {
        let desk = try FetchedSample.copy()
        // Root is let past permissions; without these two capabilities it is not.
        let drop = "setpriv --bounding-set -dac_override,-dac_read_search --inh-caps -all"
        let prefix = getuid() == 0 ? drop : ""
        let run = try desk.shell(
            """
            chmod -R a-w "$w/Data"
            \(prefix) "$b" --workspace "$w" rates EUR/RUB:reference:ecb --format csv | tail -n 1; \
            \(prefix) "$b" --workspace "$w" fetch events --force --now 2022-03-05T00:00:00Z; code=$?
            chmod -R u+w "$w/Data"
            exit $code
            """)
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.output.contains("117.201"), "\(run.output)\(run.errors)")
        #expect(run.errors.contains("Data") && run.errors.contains("permission"), "\(run.errors)")
        try desk.verify()
    }

    @Test(arguments: [0, 3000])
    func aJournalThatLostItsEndIsNotMadeFinal(bytes: Int) throws {
        let desk = try FetchedSample.copy()
        let before = try desk.state()
        let journal = URL(fileURLWithPath: "\(desk.workspace)/Data/archive/journal.jsonl")
        let whole = try Data(contentsOf: journal)
        if bytes == 0 {
            try FileManager.default.removeItem(at: journal)
        } else {
            try whole.prefix(bytes).write(to: journal)
        }
        for words in [["verify"], ["rebuild"], ["fetch", "events", "--force", "--now", "2022-03-05T00:00:00Z"]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
            #expect(run.status == 1, "\(words)")
            #expect(run.errors.contains("from a backup"), "\(words): \(run.errors)")
        }
        #expect(try desk.state() == before)
        try whole.write(to: journal)
        try desk.verify()
    }

    @Test func aLineThatWasNeverFinishedIsPassedOver() throws {
        let desk = try FetchedSample.copy()
        let journal = URL(fileURLWithPath: "\(desk.workspace)/Data/archive/journal.jsonl")
        try (Data(contentsOf: journal) + Data("{\"fetched\":{\"run\":\"x".utf8)).write(to: journal)
        try desk.verify()
        #expect(try desk.run("fetch", "events", "--force", now: "2022-03-05T00:00:00Z").status == 0)
        try desk.verify()
    }
}
