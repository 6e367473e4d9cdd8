import TestSupport
import Testing

@Suite struct StatusTests {
    @Test(
        "A dead-man's switch waits for what fetch asks, and no longer than the feed's own cadence allows",
        arguments: [
            // lines of the feed file, hours since its success, whether --max-age 36h finds it stale
            ("every = \"1d\"", 30, false), ("every = \"1d\"", 40, true), ("every = \"7d\"", 40, false),
            ("every = \"7d\"", 260, true), ("every = \"1d\"\non_request = true", 400, false),
        ])
    func cadence(lines: String, hours: Int, isStale: Bool) throws {
        let server = try FileServer()
        try server.folder.write("ecb.xml", fixture("feeds/ecb-90d/answer.xml"))
        let desk = try Desk(.bare)
        try desk.feed("ecb", "ecb-xml", address: server.url("plain/ecb.xml"), "allow_private = true\n\(lines)")
        try #require(try desk.run("fetch", "ecb", now: "2026-11-01T00:00:00Z").status == 0)
        let (day, hour) = (1 + hours / 24, hours % 24)
        let now = "2026-11-\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour):00:00Z"
        let run = try desk.run("status", "--max-age", "36h", now: now)
        #expect(run.status == (isStale ? 3 : 0), "\(run.output)")
    }
}
