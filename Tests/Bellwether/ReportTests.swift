import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
    private let monday = "2022-03-07T06:00:00Z"

    @Test func theWeeksFolderHoldsEveryFileAndTheSummaryIsWhatIsPrinted() throws {
        let desk = try FetchedSample.copy()
        let run = try desk.run("report", "weekly", now: monday)
        #expect(run.status == 0, "\(run.errors)")
        let folder = "\(desk.workspace)/Reports/2022-W09"
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
        #expect(
            files.isSuperset(of: [
                "summary.txt", "indicators.csv", "changes.csv", "events.csv", "comparison.csv", "sources.csv",
                "manifest.json",
            ]))
        let summary = try String(contentsOfFile: "\(folder)/summary.txt", encoding: .utf8)
        #expect(run.output == summary)
        #expect(summary.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
        for figure in ["105.000", "75.992", "27.6 %", "EUR/RUB:reference:ecb ends on 2022-03-01"] {
            #expect(summary.contains(figure), "\(figure)")
        }
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: "\(folder)/manifest.json")))
                as? [String: Any])
        #expect(manifest["schema"] as? Int == 1)
        // Once more, at the same moment, it is the same to the byte.
        let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")) }
        #expect(try desk.run("report", "weekly", now: monday).output == summary)
        #expect(try files.map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")) } == bytes)
    }

    @Test func aSourceThatFailedIsSaidFirstAndTheReportIsWrittenAllTheSame() throws {
        let desk = try FetchedSample.copy()
        #expect(try desk.run("report", "weekly", "--week", "2022-W09", now: "2022-03-05T06:00:00Z").status == 0)
        let good = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/sources.csv", encoding: .utf8)
        let believed = try #require(CSV.rows(good).first { $0["feed"] == "un-sc" }?["sha256"]?.prefix(8))
        #expect(try desk.run("fetch", "un-sc", "--force", now: "2022-03-06T06:00:00Z").status == 3)
        let run = try desk.run("report", "weekly", now: monday)
        #expect(run.status == 3)
        // The bytes that the figures rest on are those before the failure.
        let line = try #require(
            run.output.split(separator: "\n").first { $0.hasPrefix("un-sc ") && $0.contains("failed") })
        #expect(line.hasSuffix(believed))
        let head = try #require(run.output.components(separatedBy: "Rates\n-----").first)
        #expect(head.contains("un-sc"), "\(head)")
        #expect(run.output.contains("105.000"))
        let sources = try String(contentsOfFile: "\(desk.workspace)/Reports/2022-W09/sources.csv", encoding: .utf8)
        #expect(CSV.rows(sources).first { $0["feed"] == "un-sc" }?["outcome"] == "failed")
    }

    @Test func aProgrammeTagThatNobodyKnowsIsSaidFirst() throws {
        let desk = try FetchedSample.copy()
        let known = try String(contentsOfFile: "\(desk.workspace)/Config/programs.csv", encoding: .utf8)
        let fewer = known.split(separator: "\n").filter { !$0.contains(",ELECTION-EO13848,") }
        try desk.write("Config/programs.csv", fewer.joined(separator: "\n") + "\n")
        let run = try desk.run("report", "weekly", now: monday)
        let head = try #require(run.output.components(separatedBy: "Rates\n-----").first)
        let line = "us-ofac-sdn: unknown programme tag ELECTION-EO13848 ("
        #expect(head.contains(line) && head.contains("Config/programs.csv"), "\(head)")
        let families = try desk.rows("changes", "us-ofac-sdn", "--summary", "family")
        #expect(families.contains { $0["family"] == "(no family)" })
    }

    @Test func aReportCanBeAskedForAsItWasKnownThen() throws {
        let desk = try FetchedSample.copy()
        let then = try desk.run("report", "weekly", "--week", "2022-W09", "--known-on", "2022-02-28", now: monday)
        #expect(!then.output.contains("105.000"))
        #expect(!then.output.contains("HOUTHIS"))
    }

    @Test func aReportThatCannotBeWrittenLeavesTheOldOne() throws {
        let desk = try FetchedSample.copy()
        #expect(try desk.run("report", "weekly", now: monday).status == 0)
        let summary = URL(fileURLWithPath: "\(desk.workspace)/Reports/2022-W09/summary.txt")
        let old = try Data(contentsOf: summary)
        let run = try desk.shell(
            """
            said=$(ulimit -f 1; "$b" --workspace "$w" report weekly --now 2022-03-07T07:00:00Z 2>&1 >/dev/null); code=$?
            echo "$said" >&2; exit $code
            """)
        #expect(run.status == 1, "\(run.errors)")
        #expect(try Data(contentsOf: summary) == old)
    }
}
