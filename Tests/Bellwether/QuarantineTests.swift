import Foundation
import TestSupport
import Testing

/// Half a list on 2 January, once more on 3 January, accepted on 5 January.
private struct HalfAList {
    let desk: Desk
    let run: String

    init() throws {
        desk = try Desk()
        for (day, count) in [(1, 60), (2, 30), (3, 30)] {
            try desk.folder.write("2022-01-0\(day).csv", SDNFile(1...count).text)
        }
        let first = try desk.run(
            "import", "us-ofac-sdn", "\(desk.folder.path)/2022-01-01.csv", "--seen", "@name:yyyy-MM-dd",
            now: "2022-01-01T08:00:00Z")
        guard first.status == 0 else { throw Mismatch(first.errors) }
        let held = try desk.run(
            "import", "us-ofac-sdn", "\(desk.folder.path)/2022-01-02.csv", "\(desk.folder.path)/2022-01-03.csv",
            "--seen", "@name:yyyy-MM-dd", "--format", "csv", now: "2022-01-03T08:00:00Z")
        guard held.status == 3, let run = CSV.rows(held.output).first?["run"] else { throw Mismatch(held.output) }
        self.run = run
    }

    func count(knownOn: String? = nil) throws -> Int {
        let known = knownOn.map { ["--known-on", $0] } ?? []
        let run = try Execution.bellwether(
            ["--workspace", desk.workspace, "entries", "us-ofac-sdn", "--format", "csv"] + known)
        return CSV.rows(run.output).count
    }

    func accept() throws -> Execution {
        try desk.run(
            "accept", run, "--reason", "the gazette says so, \"all\" of it", "--format", "csv",
            now: "2022-01-05T09:00:00Z")
    }
}

@Suite struct QuarantineTests {
    @Test func halfAListIsHeldBackWithTheReasonAndNothingOfItIsBelieved() throws {
        let half = try HalfAList()
        #expect(try half.count() == 60)
        #expect(try half.desk.rows("changes").isEmpty)
        let held = try half.desk.rows("quarantine")
        #expect(held.count == 2)
        #expect(held[0]["run"] == half.run)
        #expect(held[0]["rules"] == "removals;rows")
        #expect(held[0]["message"]?.contains("30 of 60 entries removed") == true)
        let health = try half.desk.run("status", "--format", "csv", now: "2022-01-03T09:00:00Z")
        #expect(CSV.rows(health.output).first { $0["feed"] == "us-ofac-sdn" }?["quarantined"] == "2")
        try half.desk.verify()
    }

    @Test func whatIsAcceptedIsKnownFromThenOnAndNotBefore() throws {
        let half = try HalfAList()
        let run = try half.accept()
        #expect(run.status == 0, "\(run.errors)")
        #expect(CSV.rows(run.output).map { $0["outcome"] } == ["stored", "unchanged"])
        #expect(try half.count() == 30)
        #expect(try half.count(knownOn: "2022-01-05") == 30)
        #expect(try half.count(knownOn: "2022-01-04") == 60)
        let changes = try half.desk.rows("changes")
        #expect(changes.count == 30)
        #expect(changes.allSatisfy { $0["change"] == "removed" && $0["seen_at"] == "2022-01-02T00:00:00Z" })
        #expect(try half.desk.rows("changes", "--known-on", "2022-01-04").isEmpty)
        #expect(try half.desk.rows("quarantine").isEmpty)
        #expect(try half.desk.run("accept", half.run, "--reason", "again").status == 1)
        try half.desk.verify()
    }

    @Test func rebuildAfterAnAcceptAnEventAndALateImportIsTheSameLedger() throws {
        let half = try HalfAList()
        _ = try half.accept()
        let event = try half.desk.run(
            "events", "add", "--date", "2022-01-04", "--title", "A test", "--country", "RU", "--currency", "RUB",
            now: "2022-01-05T10:00:00Z")
        #expect(event.status == 0, "\(event.errors)")
        let late = try half.desk.folder.write("2021-12-31.csv", SDNFile(1...59).text)
        #expect(
            try half.desk.run(
                "import", "us-ofac-sdn", late, "--seen", "@name:yyyy-MM-dd", now: "2022-01-06T08:00:00Z"
            ).status == 0)
        let before = try half.desk.state()
        let past = try half.desk.state(knownOn: "2022-01-04")
        #expect(before.contains("RU-2022-01-04"))
        try half.desk.verify()
        try FileManager.default.removeItem(atPath: "\(half.desk.workspace)/Data/ledger.sqlite")
        #expect(try half.desk.run("rates").errors.contains("bellwether rebuild"))
        #expect(try half.desk.run("rebuild").status == 0)
        #expect(try half.desk.state() == before)
        #expect(try half.desk.state(knownOn: "2022-01-04") == past)
        try half.desk.verify()
    }

    @Test func acceptWantsAReason() throws {
        let half = try HalfAList()
        for words in [["accept", half.run], ["accept", half.run, "--reason", " "]] {
            #expect(try Execution.bellwether(["--workspace", half.desk.workspace] + words).status == 2)
        }
        #expect(try half.count() == 60)
    }

    @Test func aFetchedDateThatGoesBackIsHeldAndAnImportedOneIsNot() throws {
        let server = try FileServer()
        let desk = try Desk(.bare)
        try desk.feed("ecb", "ecb-xml", address: server.url("plain/ecb.xml"), "allow_private = true")
        try server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        #expect(try desk.run("fetch", now: "2026-11-01T17:00:00Z").status == 0)
        let old = try server.folder.write("ecb.xml", fixture("feeds/ecb-90d/answer.xml"))
        let held = try desk.run("fetch", now: "2026-11-02T17:00:00Z")
        #expect(held.status == 3)
        #expect(held.errors.contains("published 2022-03-02, which is before the 2026-10-30"), "\(held.errors)")
        #expect(try desk.run("import", "ecb", old, "--seen", "2022-03-02T17:00:00Z").status == 0)
        try desk.verify()
    }

    @Test func aFeedThatThereIsNotIsNotAnEmptyQuarantine() throws {
        let run = try FetchedSample.shared.get().run("quarantine", "us-ofac-sdm")
        #expect(run.status == 2 && run.errors.contains("there is no feed us-ofac-sdm"), "\(run.errors)")
    }
}
