import Foundation
import TestSupport
import Testing

/// Whole files of publishers, against counts made from them by other programs.
@Suite(.enabled(if: RealData.isPresent, "BELLWETHER_REAL_DATA names no folder of real files"))
struct RealDataTests {
    @Test func theWholeHistoryOfTheECBGoesThroughImport() throws {
        let desk = try Desk()
        let zip = try RealData.path("rates/ecb/eurofxref-hist.zip")
        let run = try desk.rows(
            "import", "ecb-hist", zip, "--seen", "2026-10-30T17:00:00Z", now: "2026-11-01T08:00:00Z")
        #expect(run.first?["rows"] == "221702" && run.first?["outcome"] == "stored")
        #expect(
            try desk.rows("rates", "USD/RUB:reference:ecb", "--to", "2022-02-18").last?["value"]?.hasPrefix("75.99")
                == true)
        let last = try #require(try desk.rows("rates", "EUR/RUB:reference:ecb").last)
        #expect(last["day"] == "2022-03-01" && last["value"] == "117.201")
        let again = try desk.rows(
            "import", "ecb-hist", zip, "--seen", "2026-10-31T17:00:00Z", now: "2026-11-01T08:00:00Z")
        #expect(again.first?["outcome"] == "unchanged" && again.first?["changes"] == "0")
    }

    @Test func the143SnapshotsOfSDNGiveTheCountsOfTheirLedger() throws {
        let desk = try Desk()
        let archive = try RealData.path("lists/us-ofac-sdn/sdn-csv-2021-08-to-2022-12.tar.zst")
        let unpacked = try Execution.run(["tar", "--zstd", "-xf", archive], in: desk.folder.path)
        #expect(unpacked.status == 0, "\(unpacked.errors)")
        let run = try desk.shell(
            "\"$b\" --workspace \"$w\" import us-ofac-sdn */*.csv --seen @name:yyyy-MM-ddTHHmmss -q --format csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(CSV.rows(run.output).count == 143)
        let steps = try desk.rows("changes", "us-ofac-sdn", "--summary", "step")
        let path = try RealData.path("lists/us-ofac-sdn/ledger-2021-08-to-2022-12.csv")
        let expected = CSV.rows(try String(contentsOfFile: path, encoding: .utf8))
        try #require(steps.count == 142 && expected.count == 142)
        let columns = [
            ("entries", "entries"), ("added", "added"), ("removed", "removed"), ("raw_changed", "changed_rows"),
            ("programme_changed", "program_changed"), ("returned", "reappeared_ids"),
        ]
        for (step, wanted) in zip(steps, expected) {
            #expect(step["seen_at"].map { $0.dropLast() } == wanted["snapshot_utc"]?.prefix(19))
            for (column, theirs) in columns { #expect(step[column] == wanted[theirs], "\(step)") }
        }
        #expect(steps.compactMap { Int($0["modified"] ?? "") }.reduce(0, +) == 927)
        #expect(steps.compactMap { Int($0["rekeyed"] ?? "") }.reduce(0, +) == 2)
        // Active Business Consult goes on under its key of 2014, Tornado Cash under one made for its second programme.
        let rekeyed = try desk.rows("changes", "us-ofac-sdn").filter { $0["field"] == "entry_id" }
        #expect(rekeyed.map { [$0["before"], $0["after"]] } == [["36417", "18748"], ["38499", "39796"]])
        #expect(steps.compactMap { Int($0["raw_changed"] ?? "") }.reduce(0, +) == 928)
        // 24 February in Washington, though seen on the 25th in UTC.
        let day = try desk.rows(
            "changes", "us-ofac-sdn", "--summary", "day", "--from", "2022-02-24", "--to", "2022-02-24")
        #expect(day.first?["added"] == "91")
    }

    @Test func theSecurityCouncilsListReplaysFrom2017To2025() throws {
        let desk = try Desk()
        for day in [
            "2017-06-20", "2018-08-24", "2020-11-24", "2021-03-12", "2024-09-21", "2025-04-19", "2025-12-09",
            "2025-12-10",
        ] {
            let packed = try RealData.path("lists/un-sc/\(day).xml.xz")
            try desk.folder.write("un/\(day).xml", try Execution.run(["xz", "-dc", packed]).output)
        }
        let run = try desk.shell(
            "\"$b\" --workspace \"$w\" import un-sc un/*.xml --seen @name:yyyy-MM-dd -q --format csv")
        #expect(run.status == 0, "\(run.errors)")
        let steps = try desk.rows("changes", "un-sc", "--summary", "step")
        // Counted in the files by DATAID; one entry of December 2025 went on under another one, word for word.
        let counted = [
            [92, 18, 0], [31, 111, 0], [4, 18, 0], [38, 167, 0], [4, 2, 0], [132 - 1, 9 - 1, 84], [0, 1, 0],
        ]
        #expect(steps.map { step in ["added", "removed", "returned"].map { Int(step[$0] ?? "") } } == counted)
        let last = try desk.rows("changes", "un-sc", "--from", "2025-12-10")
        #expect(last.map { $0["change"] } == ["removed"])
        let gone = try desk.rows("changes", "un-sc", "--from", "2025-12-10")[0]["entry_id"] ?? ""
        let entry = try desk.run("entries", "un-sc", gone, "--on", "2025-12-09").output
        #expect(entry.contains("IQi.074"))
    }

    @Test func aTornSetIsHeldAndNothingOfItIsBelieved() throws {
        let desk = try Desk()
        for part in ["sdn", "add", "alt"] {
            let packed = try RealData.path("lists/us-ofac-sdn/csv-2022-01-31/\(part).csv.xz")
            try desk.folder.write("set/\(part).csv", try Execution.run(["xz", "-dc", packed]).output)
        }
        let run = try desk.run("import", "us-ofac-sdn", "\(desk.folder.path)/set", "--seen", "2022-01-31T20:00:00Z")
        #expect(run.status == 3)
        #expect(
            run.errors.contains("held: sdn: entry 2677 stands on lines 57 and 9044 with other facts"), "\(run.errors)")
        #expect(try desk.rows("quarantine").map { $0["rules"] } == ["duplicate_key"])
        #expect(try desk.rows("changes").isEmpty)
        #expect(try desk.run("entries", "us-ofac-sdn").status == 2)
        try desk.verify()
    }
}
