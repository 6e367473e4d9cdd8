import Foundation
import TestSupport
import Testing

@Suite struct ProgrammesTests {
    @Test func aFamilyIsPrintedWithItsTagsOnEveryList() throws {
        let rows = try FetchedSample.shared.get().rows("programmes", "KP.main")
        #expect(rows.allSatisfy { $0["family"] == "KP.main" && $0["country"] == "KP" })
        #expect(rows.contains { $0["list"] == "un-sc" && $0["tag"] == "DPRK" && $0["act"] == "UNSCR 1718" })
        #expect(rows.contains { $0["list"] == "us-csl" && $0["tag"] == "DPRK3" && $0["restriction"] == "block" })
        let text = try FetchedSample.shared.get().run("programmes", "KP.main", "--list", "us-ofac-sdn,us-csl").output
        #expect(text.contains("us-ofac-sdn +1"))
        let wrong = try FetchedSample.shared.get().run("programmes", "KP.mian")
        #expect(wrong.status != 0 && wrong.errors.contains("no family \"KP.mian\""))
    }

    @Test func entriesAreAskedForByFamilyWhateverTheirTagWasCalledThen() throws {
        let desk = try FetchedSample.shared.get()
        let entries = try desk.rows("entries", "us-ofac-sdn", "--family", "BY.main")
        #expect(entries.count > 3)
        #expect(entries.allSatisfy { $0["programs"]?.contains("BELARUS") == true && $0["restrictions"] == "block" })
        #expect(try desk.run("entries", "us-ofac-sdn", "--family", "BY.mian").status != 0)
    }

    @Test func whatAListingForbidsIsSaidToComeFromItsProgramme() throws {
        let desk = try FetchedSample.shared.get()
        let one = try desk.run("entries", "un-sc", "6908455").output
        for row in ["restriction  block (from programme)", "restriction  travel (from programme)"] {
            #expect(one.contains(row), "\(one)")
        }
        let travellers = try desk.rows("entries", "un-sc", "--restriction", "travel")
        #expect(!travellers.isEmpty && travellers.allSatisfy { $0["kind"] == "person" })
        #expect(try desk.run("entries", "un-sc", "--restriction", "blok").status == 2)
    }

    @Test func aTagThatNobodyKnowsIsSaidFirstInTheReportAndWhereItHidesEntries() throws {
        let desk = try Desk()
        var file = SDNFile(1...3)
        file.rows[2]?.programme = "MOON-EO99999"
        let path = try desk.folder.write("sdn.csv", file.text)
        #expect(try desk.run("import", "us-ofac-sdn", path, "--seen", "2022-03-01T12:00:00Z").status == 0)
        let report = try desk.run("report", "weekly", "--week", "2022-W09", now: "2022-03-07T06:00:00Z").output
        let head = try #require(report.components(separatedBy: "Rates\n-----").first)
        #expect(head.replacing("\n  ", with: " ").contains("unknown programme tag MOON-EO99999 (1 entry)"), "\(head)")
        let filtered = try desk.run("entries", "us-ofac-sdn", "--family", "CU.main", "--format", "csv")
        #expect(CSV.rows(filtered.output).map { $0["entry_id"] } == ["1", "3"])
        #expect(filtered.errors.contains("no row for \"MOON-EO99999\" of us-ofac-sdn"))
        #expect(try desk.run("entries", "us-ofac-sdn").errors == "")
    }
}
