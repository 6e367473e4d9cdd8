import Configuration
import News
import Readers
import TestSupport
import Testing
import Vocabulary
import Zones

@Suite struct NewsTests {
    private static func rules() throws -> [ConfigFile] {
        try NewsRules.names.map { try ConfigFile(name: $0, path: "\(Repository.root)/\($0)") }
    }

    /// What the reader makes of a fixture, read with the shipped rules.
    private func stories(_ path: String, zone: String = "UTC") throws -> Reading {
        let zone = try #require(Zone(zone))
        var snapshot = Snapshot(
            feed: "a-feed", source: "news", parts: [.init(name: "main", bytes: try fixture(path))],
            context: .news(NewsContext(try Self.rules(), zone: zone)))
        snapshot.seen = Day(year: 2022, month: 3, day: 2)
        return try #require(ReaderCatalogue.named("news")).read(snapshot)
    }

    @Test("RSS: a stamp in UTC is moved to the publisher's day; what has no tag or no date is left out and counted")
    func rss() throws {
        let reading = try stories("readers/news/recent-actions.xml", zone: "America/New_York")
        let event = try #require(reading.events.first)
        #expect(reading.events.count == 1)
        #expect(event.date.description == "2022-02-24" && event.time?.description == "2022-02-25T01:40:00Z")
        #expect(event.programmes == ["EO14024"] && event.countries.first == "RU" && event.direction == "tighten")
        #expect(event.actors.contains("Sberbank") && event.actors.contains("VTB"))
        #expect(event.status == "new" && event.key == "actions.example/recent-actions/20220224")
        #expect(event.reports == ["Office of Recent Actions https://actions.example/recent-actions/20220224"])
        #expect(reading.warnings == ["1 without a date that can be believed: left out", "1 without any tag: left out"])
    }

    @Test("Atom: the day is that of the offset, the address is a name without what only counts readers")
    func atom() throws {
        let events = try stories("feeds/articles/answer.atom").events
        #expect(events.map(\.date.description) == ["2022-02-24", "2022-02-24"])
        #expect(events.map(\.key) == ["agency.example/2022/02/24/sberbank-vtb", "agency.example/2022/02/24/again"])
    }

    @Test("A page: the article of the graph, its body without the related block, a claim with its subject")
    func page() throws {
        let event = try #require(try stories("../../Sample/articles/key-rate.html").events.first)
        #expect(event.date.description == "2022-02-28" && event.dateSource == "jsonld" && event.confidence == "high")
        #expect(event.title == "Bank of Russia raises its key rate to 20%" && event.source == "The Harbour Gazette")
        #expect(event.actors == ["Elvira Nabiullina", "Bank of Russia"] && event.currencies == ["RUB"])
        #expect(event.excerpt.utf8.count <= 300 && !event.excerpt.contains("Related"))
        #expect(event.evidence.contains { $0.hasPrefix("claims\tRUB\tbody") })
    }

    @Test("GDELT: two rows of one event are one, and both addresses are kept")
    func gdelt() throws {
        let event = try #require(try stories("readers/news/events.export.CSV").events.first)
        #expect(event.tags == ["sanctions", "cameo:163"] && event.reports.count == 2 && event.precision == "hour")
    }

    @Test("An article without a date that can be believed is refused")
    func undated() throws {
        let parts = [
            Snapshot.Part(name: "main", bytes: Array("<html><body><h1>Sanctions on a bank</h1></body></html>".utf8))
        ]
        let snapshot = Snapshot(
            feed: "a", source: "a", parts: parts, context: .news(NewsContext(try Self.rules(), zone: .utc)))
        #expect { try ReaderCatalogue.named("news")?.read(snapshot) } throws: { ($0 as? Fault)?.code == "no_date" }
    }
}
