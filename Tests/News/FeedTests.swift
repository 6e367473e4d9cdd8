import News
import Testing
import Vocabulary

@Suite struct FeedTests {
    private static let now = Instant(Day(year: 2026, month: 1, day: 1) ?? Day(number: 0))
    private func read(_ text: String) throws -> [Extraction] {
        try Rules.extractor.events(Array(text.utf8), address: "", now: Self.now)
    }

    @Test("RSS 2.0: entities in titles, escaped markup in descriptions, RFC 822 dates, a link that is no web address")
    func rss() throws {
        let found = try read(
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>The Agency &amp; Sons</title><language>en</language>
            <item><title>Bank&amp;#8217;s rate &amp;amp; the rouble &lt;b&gt;slide&lt;/b&gt;</title><link>https://a.example/1</link>
            <pubDate>Mon, 07 Sep 2020 23:30:00 -0400</pubDate><description>&lt;p&gt;Sanctions &lt;i&gt;hit&lt;/i&gt; Russia.&lt;/p&gt;</description></item>
            <item><title>No date</title><link>javascript:alert(1)</link></item></channel></rss>
            """)
        #expect(found.map(\.event.title) == ["Bank’s rate & the rouble slide", "No date"])
        #expect(found[0].article.published?.day.description == "2020-09-07")
        #expect(found[0].event.time?.description == "2020-09-08T03:30:00Z")
        #expect(found[0].article.body == "Sanctions hit Russia." && found[0].event.source == "The Agency & Sons")
        #expect(found[1].article.published == nil && found[1].event.url.isEmpty)
    }

    @Test("Atom: published goes before updated, and updated alone is told to be a change")
    func atom() throws {
        let found = try read(
            """
            <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title>
            <entry><title type="html">One &amp;amp; two</title><link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/>
            <updated>2022-02-26T10:00:00Z</updated><published>2022-02-24T10:00:00+03:00</published><author><name>Jane Roe</name></author></entry>
            <entry><title>Two</title><id>urn:2</id><updated>2022-02-26T10:00:00Z</updated></entry></feed>
            """)
        #expect(
            found[0].article.published?.day.description == "2022-02-24" && found[0].event.url == "https://a.example/1")
        #expect(found[0].article.byline == ["Jane Roe"] && found[0].event.title == "One & two")
        #expect(found[1].article.notes == ["the feed says only when the item was changed"])
    }

    @Test("JSON Feed and JSON-LD")
    func json() throws {
        let feed = try read(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"Agency","items":[{"id":"1","url":"https://a.example/1","title":"A","content_html":"<p>Embargo.</p>","date_published":"2021-05-23T10:00:00+02:00"}]}"#
        )
        #expect(
            feed.count == 1 && feed[0].article.published?.day.description == "2021-05-23"
                && feed[0].event.tags == ["sanctions"])
        let article = try read(
            #"{"@context":"https://schema.org","@type":"NewsArticle","headline":"A &amp; B","datePublished":"2021-05-23","publisher":{"@type":"Organization","name":"P"},"articleBody":"Embargo."}"#
        )
        #expect(
            article[0].event.title == "A & B" && article[0].event.source == "P"
                && article[0].article.published?.source == "jsonld")
    }

    @Test(
        "What is broken is refused and says why",
        arguments: [
            ("", "empty_file"), ("<?xml version=\"1.0\"?><rss><channel><item><title>x</channel></rss>", "bad_xml"),
            ("{\"a\":1}", "no_rows"),
            ("{\"a\":", "bad_json"), ("PK\u{3}\u{4}", "zip_received"),
        ])
    func broken(_ text: String, _ code: String) {
        #expect { try read(text) } throws: { ($0 as? Fault)?.code == code }
    }

    @Test("GDELT events: 163 imposes, 085 eases, 1312 threatens; 172 and 174 are not taken; rows of one event are one")
    func gdelt() throws {
        func row(_ code: String, _ number: Int, actors: (String, String) = ("UNITED STATES", "RUSSIA")) -> String {
            var cells = [String](repeating: "", count: 61)
            (cells[0], cells[1], cells[26]) = ("\(number)", "20220224", code)
            (cells[6], cells[16]) = actors
            (cells[52], cells[59], cells[60]) = (
                "Moscow, Moskva, Russia", "20220224091500", "https://a.example/\(number)"
            )
            return cells.joined(separator: "\t")
        }
        let rows = [
            row("163", 1), row("163", 2), row("172", 3), row("0851", 4), row("1312", 5), row("174", 6), row("010", 7),
        ]
        let found = try read(rows.joined(separator: "\n") + "\nbroken\trow\n")
        #expect(
            found.map(\.event.tags) == [
                ["sanctions", "cameo:163"], ["sanctions", "cameo:085"], ["sanctions", "cameo:1312"],
            ])
        #expect(found.map(\.event.direction) == ["tighten", "ease", ""])
        #expect(found[0].event.reports == ["GDELT https://a.example/1", "GDELT https://a.example/2"])
        #expect(
            Set(found[0].event.countries) == ["US", "RU"] && found[0].event.time?.description == "2022-02-24T09:15:00Z")
        #expect(found[0].article.notes == ["1 rows of the file cannot be read"])
    }

    @Test("GDELT GKG: the four themes, the page's own title and time, and when GDELT saw it apart")
    func knowledge() throws {
        func row(_ themes: String, _ extras: String) -> String {
            var cells = [String](repeating: "", count: 27)
            (cells[1], cells[3], cells[4], cells[7]) = ("20220224091500", "a.example", "https://a.example/x", themes)
            (cells[9], cells[11], cells[26]) = ("1#Russia#RS#RS##60#100#RS", "elvira nabiullina", extras)
            return cells.joined(separator: "\t")
        }
        let page =
            "<PAGE_PRECISEPUBTIMESTAMP>20220223220000</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>A &amp; B</PAGE_TITLE>"
        let found = try read(
            [row("SANCTIONS;X", page), row("SANCTIONS_OTHER;X", page), row("Y", page), row("ECON_CENTRALBANK", "")]
                .joined(separator: "\n"))
        #expect(
            found.map(\.event.tags) == [["sanctions", "gkg:SANCTIONS"], ["central_bank", "gkg:ECON_CENTRALBANK"]])
        #expect(found[0].event.title == "A & B" && found[0].article.published?.day.description == "2022-02-23")
        #expect(found[0].article.pageSeen?.description == "2022-02-24" && found[0].people == ["Elvira Nabiullina"])
        #expect(found[1].event.confidence == "low")
    }
}
