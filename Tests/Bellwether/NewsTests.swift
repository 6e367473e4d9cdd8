import Foundation
import TestSupport
import Testing

/// Articles and feeds through the commands: read, stored, looked at, compared with.
@Suite struct NewsTests {
    private static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Agency One</title>
        <item><title>US lifts sanctions on the airline of Syria</title><link>https://one.example/2025/05/24/lifts</link>
        <pubDate>Sat, 24 May 2025 01:30:00 GMT</pubDate><description>The US Treasury eased sanctions on Syria.</description></item>
        <item><title>Cup final tonight</title><link>https://one.example/cup</link><pubDate>Sat, 24 May 2025 01:30:00 GMT</pubDate></item>
        </channel></rss>
        """
    private static let now = "2025-05-25T10:00:00Z"
    private static let id = "US-2025-05-24"

    private func desk() throws -> Desk {
        let desk = try Desk()
        let one = try desk.write("one.xml", Self.feed)
        let two = try desk.write(
            "two.xml",
            Self.feed.replacingOccurrences(of: "one.example", with: "two.example").replacingOccurrences(
                of: "Agency One", with: "Agency Two"))
        for file in [one, two] { #expect(try desk.run("events", "import", file, now: Self.now).status == 0) }
        return desk
    }

    @Test("The same story from two feeds is one event with two reports, its evidence is shown, and both were archived")
    func imported() throws {
        let desk = try desk()
        let events = try desk.rows("events", "list", now: Self.now)
        #expect(
            events.map { $0["id"] } == [Self.id] && events[0]["status"] == "new" && events[0]["direction"] == "ease")
        #expect(
            events[0]["reports"]
                == "Agency One https://one.example/2025/05/24/lifts;Agency Two https://two.example/2025/05/24/lifts")
        let shown = try desk.run("events", "show", Self.id, now: Self.now).output
        #expect(shown.contains("feed pubDate") && shown.contains("lifts sanctions"))
        try desk.verify()
        let before = try desk.run("events", "list", "--format", "csv").output
        #expect(try desk.run("rebuild").status == 0)
        #expect(try desk.run("events", "list", "--format", "csv").output == before)
    }

    @Test("A story waits for review: accepted, retagged, dropped and merged, each known from then on")
    func reviewed() throws {
        let desk = try desk()
        #expect(try desk.rows("events", "review", now: Self.now).count == 1)
        #expect(
            try desk.run("compare", "--tag", "sanctions", now: Self.now).errors.contains(
                "1 story that nobody has reviewed is left out"))
        #expect(try desk.run("events", "review", "accept", Self.id, now: Self.now).status == 0)
        #expect(try desk.rows("events", "review", now: Self.now).isEmpty)
        #expect(
            try desk.run("events", "review", "retag", Self.id, "--tag", "aviation", "--currency", "SYP", now: Self.now)
                .status == 0)
        let retagged = try desk.rows("events", "list", now: Self.now)
        #expect(
            retagged[0]["tags"] == "aviation" && retagged[0]["currencies"] == "SYP"
                && retagged[0]["status"] == "accepted")
        // What a person decided is not undone by the next fetch.
        _ = try desk.run("events", "import", "\(desk.workspace)/one.xml", now: "2025-05-26T10:00:00Z")
        #expect(try desk.rows("events", "list")[0]["tags"] == "aviation")
        let other = try desk.write(
            "three.xml",
            Self.feed.replacingOccurrences(
                of: "lifts sanctions on the airline of Syria", with: "waives export controls for Syria, ministers say"
            ).replacingOccurrences(of: "one.example", with: "three.example"))
        #expect(try desk.run("events", "import", other, now: "2025-05-26T11:00:00Z").status == 0)
        #expect(
            try desk.run("events", "review", "merge", "\(Self.id)-2", "--into", Self.id, now: "2025-05-26T12:00:00Z")
                .status == 0)
        let merged = try desk.rows("events", "list")
        #expect(merged.count == 1 && merged[0]["reports"]?.contains("three.example") == true)
        #expect(try desk.run("events", "review", "drop", Self.id, now: "2025-05-26T13:00:00Z").status == 2)
        #expect(
            try desk.run("events", "review", "drop", Self.id, "--reason", "no event", now: "2025-05-26T13:00:00Z")
                .status == 0)
        #expect(try desk.rows("events", "list").isEmpty)
        #expect(try desk.rows("events", "list", "--known-on", "2025-05-25").count == 1)
        #expect(try desk.run("events", "review", "accept", "XX-1").status == 1)
        #expect(try desk.run("events", "review", "retag", Self.id).status != 0)
        try desk.verify()
    }

    @Test("A feed of news is fetched like any other: stored once, unchanged the second time; read shows what it holds")
    func fetched() throws {
        let desk = try Desk(.bare)
        try desk.write("feed.xml", Self.feed)
        try desk.write(
            "Config/feeds/agency.toml",
            """
            id = "agency"
            source = "agency"
            kind = "news"
            reader = "news"
            address = "file://./feed.xml"
            allow_file = true
            licence = "test"
            zone = "America/New_York"
            """)
        #expect(try desk.rows("fetch", now: Self.now).map { $0["outcome"] } == ["stored"])
        #expect(try desk.rows("fetch", "agency", now: "2025-05-26T10:00:00Z").map { $0["outcome"] } == ["unchanged"])
        // 01:30 in Greenwich is still the evening before in New York.
        #expect(try desk.rows("events", "list").map { $0["date"] } == ["2025-05-23"])
        #expect(try desk.run("read", "agency", "\(desk.workspace)/feed.xml").output.contains("US lifts sanctions"))
        // Changed rules make of the same bytes another snapshot; missing ones stop this feed and no other.
        let tags = try desk.folder.read("desk/Config/tags.toml")
        try desk.write("Config/tags.toml", tags + "\n[[tag]]\nid = \"aviation\"\nphrases = [\"airline\"]\n")
        #expect(try desk.rows("fetch", "agency", now: "2025-05-27T10:00:00Z").map { $0["outcome"] } == ["stored"])
        #expect(try desk.rows("events", "list")[0]["tags"]?.contains("aviation") == true)
        try FileManager.default.removeItem(atPath: "\(desk.workspace)/Config/places.toml")
        let missing = try desk.run("fetch", "agency", now: "2025-05-28T10:00:00Z")
        #expect(missing.status == 3 && missing.errors.contains("news is read with places.toml, which is not there"))
        #expect(try desk.run("events", "list").status == 0)
    }

    @Test(
        "Codes that are none are refused, by add and by retag",
        arguments: [["--country", "Syria"], ["--currency", "pound"]])
    func codes(_ option: [String]) throws {
        let desk = try desk()
        for words in [["add", "--date", "2025-05-24", "--title", "x"], ["review", "retag", Self.id]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace, "events"] + words + option)
            #expect(run.status == 2 && run.errors.contains("wants codes such as"))
        }
        #expect(try desk.rows("events", "list").count == 1)
    }

    @Test("A feed without a story of ours is taken in and says what was left out")
    func irrelevant() throws {
        let desk = try Desk()
        let feed = try desk.write(
            "cup.xml",
            Self.feed.replacingOccurrences(of: "lifts sanctions on the airline of Syria", with: "wins the cup")
                .replacingOccurrences(of: "The US Treasury eased sanctions on Syria.", with: "It won."))
        let run = try desk.run("events", "import", feed, "--format", "csv", now: Self.now)
        #expect(run.status == 0 && run.output.contains("stored") && run.output.contains("2 without any tag"))
        #expect(try desk.rows("events", "list", now: Self.now).isEmpty)
    }

    @Test("extract prints the contract's keys, needs no workspace, and one bad page stops no other")
    func extracted() throws {
        let desk = try Desk()
        let page = try desk.write(
            "page.html",
            "<html><body><h1>Ankara raises its tariffs again this week</h1><p>Published 14 March 2023</p><p>Turkey raised tariffs on steel and on grain from three of its neighbours, officials said.</p><p>The lira was steady after the decision, and traders expected no more.</p></body></html>"
        )
        let empty = try desk.write("empty.html", "")
        let run = try desk.run("events", "extract", page, empty, "--format", "json")
        #expect(run.status == 3 && run.errors.contains("empty.html"))
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let event = try #require((document["events"] as? [[String: Any]])?.first)
        let keys = [
            "id", "date", "time_utc", "precision", "date_source", "title", "source", "url", "countries", "currencies",
            "actors", "programs",
            "tags", "direction", "expected", "confidence", "measure", "stage", "time_local", "page_seen", "byline",
            "people", "organisations",
            "laws", "claims", "evidence", "body",
        ]
        #expect(Set(keys).isSubset(of: event.keys))
        #expect(event["date"] as? String == "2023-03-14" && event["countries"] as? [String] == ["TR"])
        let outside = try desk.shell("mkdir none; cd none; $b events extract \(page) --format csv")
        #expect(outside.status == 0 && outside.output.contains("TR-2023-03-14"))
        let text = try desk.run(
            "events", "extract",
            try desk.write(
                "a.txt",
                "Sanctions on a bank\n\nSomeone said that sanctions were put on a bank, and nobody said when.\n")
        ).output
        #expect(text.contains("date") && text.contains("unknown"))
    }

    @Test("Names of an event are screened against the lists as they stood on its day")
    func screened() throws {
        let desk = try FetchedSample.shared.get()
        let page = try desk.folder.write(
            "screen.html",
            "<html><body><h1>Businessman protests against the sanctions on him</h1><p>Published 6 March 2022</p><p>Alisher Usmanov, a Russian businessman, said that the sanctions were unfair, and that he would go to court.</p><p>A spokesman for Jane Roe, a lawyer, gave no comment to reporters who asked for it.</p></body></html>"
        )
        let run = try desk.run("events", "extract", page, "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let event = try #require((document["events"] as? [[String: Any]])?.first)
        let rows = try #require(event["screening"] as? [[String: Any]])
        func status(_ name: String, _ list: String) -> [String] {
            rows.filter { $0["name"] as? String == name && $0["list"] as? String == list }.compactMap {
                $0["status"] as? String
            }
        }
        #expect(status("Alisher Usmanov", "us-ofac-sdn") == ["listed"])
        #expect(status("Jane Roe", "us-ofac-sdn") == ["not listed"])
    }
}
