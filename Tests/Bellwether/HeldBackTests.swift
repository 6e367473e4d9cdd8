import Foundation
import TestSupport
import Testing

/// What a person is told of a publication that was held back, or that passed with a warning.
@Suite struct HeldBackTests {
    /// A list of one size and then of another, a day later.
    private func desk(_ first: some Sequence<Int>, then second: SDNFile) throws -> (Desk, [String: String]) {
        let desk = try Desk()
        try desk.folder.write("2022-01-03.csv", SDNFile(first).text)
        try desk.folder.write("2022-01-04.csv", second.text)
        let run = try desk.run(
            "import", "us-ofac-sdn", "\(desk.folder.path)/2022-01-03.csv", "\(desk.folder.path)/2022-01-04.csv",
            "--seen", "@name:yyyy-MM-dd", "--format", "csv", now: "2022-01-04T08:00:00Z")
        return (desk, try #require(CSV.rows(run.output).last).merging(["errors": run.errors]) { $1 })
    }

    private func half() -> SDNFile {
        var file = SDNFile(1...20)
        for id in 61...63 { file.rows[id] = .init(name: "LATER \(id)", programme: "SDGT") }
        return file
    }

    @Test func aHeldRunIsExplainedByProgrammeWithExamples() throws {
        let (desk, run) = try desk(1...60, then: half())
        #expect(run["outcome"] == "held")
        let rows = try desk.rows("quarantine", run["run"] ?? "")
        #expect(rows.first?["section"] == "rule" && rows.first?["name"] == "removals;programmes;rows")
        #expect(rows.first?["text"]?.contains("by programme: CUBA 40") == true)
        func section(_ name: String) -> [[String: String]] { rows.filter { $0["section"] == name } }
        #expect(
            section("count").map { "\($0["name"] ?? "") \($0["before"] ?? "") \($0["after"] ?? "")" }.last
                == "rows 60 23")
        let programmes = section("programme").map { row in
            ["name", "before", "after", "removed", "added"].map { row[$0] ?? "" }.joined(separator: " ")
        }
        #expect(programmes == ["CUBA 60 20 40 0", "SDGT 0 3 0 3"])
        #expect(section("removed").count == 10 && section("removed").first?["text"] == "ENTRY 21")
        #expect(section("added").map { $0["name"] } == ["61", "62", "63"])
        let text = try desk.run("quarantine", run["run"] ?? "")
        #expect(text.status == 0)
        for words in ["CUBA", "ENTRY 21", "LATER 63", "40 of 60 entries removed"] {
            #expect(text.output.contains(words), "\(text.output)")
        }
        try desk.verify()
    }

    @Test func aRunThatIsNotHeldIsNotExplained() throws {
        let (desk, run) = try desk(1...60, then: SDNFile(1...59))
        let answer = try desk.run("quarantine", run["run"] ?? "")
        #expect(answer.status == 1 && answer.errors.contains("is not held: it is stored"))
    }

    @Test func aRejectedRunNoLongerCountsAndTheJournalSaysWhoAndWhy() throws {
        let (desk, run) = try desk(1...60, then: half())
        let id = run["run"] ?? ""
        #expect(try desk.run("reject", id).status == 2)
        let rejected = try desk.run(
            "reject", id, "--reason", "half a list", "--format", "csv", now: "2022-01-05T09:00:00Z")
        #expect(rejected.status == 0, "\(rejected.errors)")
        #expect(CSV.rows(rejected.output).map { $0["outcome"] } == ["rejected"])
        #expect(try desk.rows("quarantine").isEmpty)
        let status = try desk.run("status", "--format", "csv", now: "2022-01-05T10:00:00Z")
        #expect(CSV.rows(status.output).first { $0["feed"] == "us-ofac-sdn" }?["quarantined"] == "0")
        #expect(try desk.rows("entries", "us-ofac-sdn").count == 60)
        let state = try desk.state()
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.state() == state)
        #expect(try desk.rows("quarantine").isEmpty)
        try desk.verify()
    }

    @Test func aTornFileIsHeldForItsKeyAndNotFailed() throws {
        let (desk, run) = try desk(1...60, then: SDNFile(1...60))
        #expect(run["outcome"] == "unchanged")
        let torn = try desk.folder.write(
            "2022-01-05.csv",
            SDNFile(1...60).text.dropLast() + SDNFile([7]).text.replacingOccurrences(of: "ENTRY", with: "OTHER"))
        let held = try desk.run("import", "us-ofac-sdn", torn, "--seen", "2022-01-05")
        #expect(held.status == 3)
        #expect(held.errors.contains("held: sdn: entry 7 stands on lines 7 and 61 with other facts"), "\(held.errors)")
        #expect(try desk.rows("quarantine").map { $0["rules"] } == ["duplicate_key"])
    }

    @Test func aSurgePassesAndStandsAtTheTopOfTheReportOfItsWeek() throws {
        let (desk, run) = try desk(1...60, then: SDNFile(1...80))
        #expect(run["outcome"] == "stored")
        #expect(run["errors"]?.contains("warning: us-ofac-sdn: 20 entries added to 60 (33 %)") == true)
        for (week, isTold) in [("2022-W01", true), ("2022-W02", false)] {
            let report = try desk.run("report", "weekly", "--week", week, now: "2022-01-17T08:00:00Z")
            let top = report.output.components(separatedBy: "20 entries added to 60 (33 %)")
            #expect((top.count > 1) == isTold, "\(report.output)")
            if isTold { #expect(top[0].contains("Read this first") || top[0].contains("READ THIS FIRST")) }
        }
    }

    /// A line of `[expect]`, and the rule that it makes hold a list which loses two of sixty entries and gains one.
    static let expectations = [
        ("min_bytes = 100000", "bytes"), ("max_bytes = 100", "bytes"), ("min_rows = 60", "rows"),
        ("max_rows = 58", "rows"), ("max_removed = 1\nmax_removed_percent = 1", "removals"),
        ("max_added = 0\nmax_added_percent = 0", "additions"), ("max_programme_removed_percent = 3", "programmes"),
    ]

    @Test(arguments: expectations) func whatAFeedFileExpectsIsWhatItsListIsJudgedBy(expect: String, rule: String) throws
    {
        let desk = try Desk(.bare)
        let files = try [("2022-01-03", 1...60), ("2022-01-04", 3...61)].map { day, ids in
            try desk.folder.write("\(day).csv", SDNFile(ids).text)
        }
        try desk.feed("us-ofac-sdn", "ofac-csv")
        #expect(try desk.run("import", "us-ofac-sdn", files[0], "--seen", "@name:yyyy-MM-dd").status == 0)
        try desk.feed("us-ofac-sdn", "ofac-csv", "[expect]\n\(expect)")
        let run = try desk.run("import", "us-ofac-sdn", files[1], "--seen", "@name:yyyy-MM-dd")
        #expect(run.status == 3)
        #expect(try desk.rows("quarantine").map { $0["rules"] } == [rule], "\(run.errors)")
    }

    @Test func theProgrammesThatHaveEndedAreThoseOfTheConfiguration() throws {
        var file = SDNFile(1...900)
        for id in 901...930 { file.rows[id] = .init(name: "ENTRY \(id)", programme: "SYRIA") }
        let desk = try Desk()
        let whole = try desk.folder.write("2025-05-01.csv", file.text)
        let without = try desk.folder.write("without.csv", SDNFile(1...900).text)
        #expect(try desk.run("import", "us-ofac-sdn", whole, "--seen", "2025-05-01").status == 0)
        #expect(try desk.run("import", "us-ofac-sdn", without, "--seen", "2025-06-15").status == 3)
        #expect(try desk.rows("quarantine").map { $0["rules"] } == ["programmes"])
        #expect(try desk.run("import", "us-ofac-sdn", without, "--seen", "2025-07-01T12:00:00Z").status == 0)
    }

    /// Incidents that no rule has to judge, because the file is none that its reader knows.
    static let shapes = [
        ("un-sc", "<html><body>Busy</body></html>", "html_received"),
        ("un-sc", "<?xml version=\"1.0\"?><ERROR><INDIVIDUALS/></ERROR>", "wrong_root"),
        ("ecb-hist", "Day,USD\n2022-03-01,1.1\n", "wrong_header"),
    ]

    @Test(arguments: shapes) func aFileOfAnotherShapeFails(feed: String, text: String, code: String) throws {
        let desk = try Desk(.bare)
        try desk.feed(feed, feed == "un-sc" ? "un-xml" : "ecb-csv")
        let path = try desk.folder.write("file", text)
        let run = try desk.run("import", feed, path, "--seen", "2022-03-01", "--format", "json")
        #expect(run.status == 3)
        #expect(run.output.contains("failed"))
        let journal = try String(contentsOfFile: "\(desk.workspace)/Data/archive/journal.jsonl", encoding: .utf8)
        #expect(journal.contains("\"\(code)\""), "\(journal)")
        #expect(try desk.rows("quarantine").isEmpty)
    }

    @Test func aLedgerFromBeforeThereWereCensusesIsBroughtUpToDate() throws {
        let desk = try Desk()
        try desk.folder.write("2022-01-03.csv", SDNFile(1...60).text)
        try desk.folder.write("2022-01-04.csv", SDNFile(1...61).text)
        func take(_ day: String) throws -> Int32 {
            try desk.run("import", "us-ofac-sdn", "\(desk.folder.path)/\(day).csv", "--seen", "@name:yyyy-MM-dd").status
        }
        func python(_ lines: String) throws -> String {
            let script = "import sqlite3, sys\nd = sqlite3.connect(sys.argv[1])\n" + lines + "\nd.commit()"
            let run = try Execution.run(["python3", "-c", script, "\(desk.workspace)/Data/ledger.sqlite"])
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }
        #expect(try take("2022-01-03") == 0)
        _ = try python(
            "d.executescript('DROP TABLE event; DROP TABLE mark; DROP INDEX presence_by_moment; DROP TABLE census; "
                + "DROP TABLE acceptance; ALTER TABLE run DROP COLUMN warning; PRAGMA user_version = 1')"
        )
        // Also a command that only reads brings it along.
        let old = try desk.run("entries", "us-ofac-sdn")
        #expect(old.status == 0, "\(old.errors)")
        #expect(try take("2022-01-04") == 0)
        let count =
            "print(d.execute(\"SELECT kind, name, count FROM census WHERE run = (SELECT max(run) FROM census)\").fetchall())"
        let counted = try python(count)
        #expect(counted.contains("('entries', '', 61)") && counted.contains("('programme', 'CUBA', 61)"))
        #expect(try desk.run("rebuild").status == 0)
        #expect(try python(count) == counted)
    }
}
