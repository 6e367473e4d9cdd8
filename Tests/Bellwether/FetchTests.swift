import Foundation
import TestSupport
import Testing

/// A publisher of three feeds on this computer, and a workspace that fetches from it.
private struct Publisher {
    let server: FileServer
    let desk: Desk

    init(habit: String) throws {
        server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb-90d/answer.xml"))
        try server.folder.write("sdn.csv", fixture("feeds/us-ofac-sdn/sdn.csv"))
        try server.folder.write("un.xml", fixture("feeds/un-sc/answer.xml"))
        desk = try Desk(.bare)
        for (id, reader, file) in Publisher.feeds {
            try desk.feed(id, reader, address: server.url("\(habit)/\(file)"), "allow_private = true")
        }
        try desk.write("Config/bellwether.toml", "[fetch]\nretries = 0\n")
    }

    static let feeds = [
        ("ecb", "ecb-xml", "ecb.xml"), ("us-ofac-sdn", "ofac-csv", "sdn.csv"), ("un-sc", "un-xml", "un.xml"),
    ]

    func outcomes(_ words: String..., now: String) throws -> (code: Int, [String: String], errors: String) {
        let run = try Execution.bellwether(
            ["--workspace", desk.workspace, "fetch", "--format", "csv", "--now", now] + words)
        let rows = CSV.rows(run.output)
        return (
            Int(run.status), Dictionary(uniqueKeysWithValues: rows.map { ($0["feed"] ?? "", $0["outcome"] ?? "") }),
            run.errors
        )
    }

    static func all(_ outcome: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: feeds.map { ($0.0, outcome) })
    }
}

@Suite struct FetchTests {
    private let first = "2026-11-01T17:00:00Z"
    private let second = "2026-11-02T17:00:00Z"

    @Test func whatTheServerSaysIsNotModifiedIsUnchanged() throws {
        let publisher = try Publisher(habit: "etag")
        #expect(try publisher.outcomes(now: first) == (0, Publisher.all("stored"), ""))
        let before = try publisher.desk.state()
        let again = try publisher.desk.rows("fetch", now: second)
        #expect(again.map { $0["http"] } == ["304", "304", "304"])
        #expect(again.allSatisfy { $0["outcome"] == "unchanged" })
        #expect(try publisher.server.requests().suffix(3).allSatisfy { $0.headers["if-none-match"] != nil })
        #expect(try publisher.desk.state() == before)
        #expect(try publisher.desk.run("status", now: second).status == 0)
        try publisher.desk.verify()
        // --force asks without conditions, and the hash says the rest.
        let forced = try publisher.desk.rows("fetch", "--force", now: "2026-11-02T18:00:00Z")
        #expect(forced.allSatisfy { $0["http"] == "200" && $0["outcome"] == "unchanged" })
    }

    @Test func equalBytesFromAServerWithoutConditionsAreUnchanged() throws {
        let publisher = try Publisher(habit: "plain")
        #expect(try publisher.outcomes(now: first) == (0, Publisher.all("stored"), ""))
        let before = try publisher.desk.state()
        let again = try publisher.desk.rows("fetch", now: second)
        #expect(again.allSatisfy { $0["outcome"] == "unchanged" && $0["http"] == "200" && $0["changes"] == "0" })
        #expect(try publisher.desk.state() == before)
        #expect(try publisher.desk.rows("status", now: second).allSatisfy { $0["last_success"] == second })
        try publisher.desk.verify()
    }

    @Test(arguments: [
        ("html", "<!DOCTYPE html><html><body>Please log in</body></html>", "HTML"),
        ("empty", "", "empty"),
        ("cut", "4243,\"EBANO\",\"vessel\",\"CU", "line 1"),
        ("columns", "36,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n37,\"B\",-0- \r\n", "line 2"),
        ("nul", "36,\"A\0B\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u{1A}", ""),
        ("json", "{\"error\": \"quota exceeded\"}", ""),
    ])
    func aFeedThatSendsRubbishFailsAndTheOthersGoOn(name: String, body: String, word: String) throws {
        let publisher = try Publisher(habit: "plain")
        #expect(try publisher.outcomes(now: first).code == 0)
        let before = try publisher.desk.rows("entries", "us-ofac-sdn")
        try publisher.server.folder.write("sdn.csv", body)
        try publisher.server.folder.write("ecb.xml", fixture("feeds/ecb/answer.xml"))
        let (code, outcomes, errors) = try publisher.outcomes(now: second)
        #expect(code == 3)
        #expect(outcomes == ["ecb": "stored", "un-sc": "unchanged", "us-ofac-sdn": "failed"])
        #expect(errors.contains("us-ofac-sdn"))
        #expect(errors.contains("sdn.csv"), "\(errors)")
        if !word.isEmpty { #expect(errors.contains(word), "\(errors)") }
        #expect(try publisher.desk.rows("entries", "us-ofac-sdn") == before)
        #expect(try publisher.desk.rows("changes").isEmpty)
        try publisher.desk.verify()
        // The next good answer is taken as if nothing had been.
        try publisher.server.folder.write("sdn.csv", fixture("feeds/us-ofac-sdn/sdn.csv"))
        #expect(try publisher.outcomes(now: "2026-11-03T17:00:00Z").1["us-ofac-sdn"] == "unchanged")
    }

    @Test(arguments: [
        ("html", Array("<html>Service unavailable</html>".utf8), "HTML"),
        ("empty", [], "empty"),
        ("cut", Array("<?xml version=\"1.0\"?><gesmes:Envelope xmlns:gesmes=\"x\"><Cube>".utf8), ""),
    ])
    func ratesThatAreNoRatesFail(name: String, body: [UInt8], word: String) throws {
        let publisher = try Publisher(habit: "etag")
        #expect(try publisher.outcomes(now: first).code == 0)
        let before = try publisher.desk.rows("rates", "*", "--vintages")
        try publisher.server.folder.write("ecb.xml", body)
        let (code, outcomes, errors) = try publisher.outcomes(now: second)
        #expect(code == 3)
        #expect(outcomes == ["ecb": "failed", "un-sc": "unchanged", "us-ofac-sdn": "unchanged"])
        #expect(errors.contains("ecb.xml"), "\(errors)")
        #expect(word.isEmpty || errors.contains(word), "\(errors)")
        #expect(try publisher.desk.rows("rates", "*", "--vintages") == before)
    }

    @Test func aCutZipFails() throws {
        let server = try FileServer()
        let zip = try fixture("feeds/ecb-hist/answer.zip")
        let desk = try Desk(.bare)
        try desk.feed("ecb-hist", "ecb-csv", address: server.url("plain/hist.zip"), "allow_private = true")
        for count in [4, 40, zip.count / 2, zip.count - 1] {
            try server.folder.write("hist.zip", Array(zip.prefix(count)))
            let run = try desk.run("fetch", "ecb-hist", now: first)
            #expect(run.status == 3)
            #expect(run.errors.contains("hist.zip"), "\(run.errors)")
            #expect(try desk.rows("rates").isEmpty)
        }
        try server.folder.write("hist.zip", zip)
        #expect(try desk.run("fetch", "ecb-hist", now: second).status == 0)
        try desk.verify()
    }

    @Test func aServerErrorIsNamedWithItsStatusAndNothingChanges() throws {
        let publisher = try Publisher(habit: "plain")
        #expect(try publisher.outcomes(now: first).code == 0)
        let before = try publisher.desk.state()
        try publisher.desk.feed(
            "ecb", "ecb-xml", address: publisher.server.url("500/ecb.xml"), "allow_private = true")
        let (code, outcomes, errors) = try publisher.outcomes(now: second)
        #expect(code == 3)
        #expect(outcomes == ["ecb": "failed", "un-sc": "unchanged", "us-ofac-sdn": "unchanged"])
        #expect(errors.contains("500") && errors.contains("500/ecb.xml"), "\(errors)")
        #expect(try publisher.desk.state() == before)
        try publisher.desk.verify()
    }

    @Test func anAddressInAPrivateNetworkIsAskedOnlyWhereTheFeedSaysSo() throws {
        let publisher = try Publisher(habit: "plain")
        try publisher.desk.feed("ecb", "ecb-xml", address: publisher.server.url("plain/ecb.xml"))
        let run = try publisher.desk.run("fetch", "ecb", now: first)
        #expect(run.status == 3)
        #expect(run.errors.contains("private network"), "\(run.errors)")
        #expect(try publisher.server.requests().isEmpty)
    }

    @Test func aDryRunAsksNothingAndWritesNothing() throws {
        let publisher = try Publisher(habit: "plain")
        let run = try publisher.desk.run("fetch", "--dry-run", "--format", "csv", now: first)
        #expect(run.status == 0)
        #expect(CSV.rows(run.output).map { $0["feed"] } == ["ecb", "un-sc", "us-ofac-sdn"])
        #expect(try publisher.server.requests().isEmpty)
    }
}
