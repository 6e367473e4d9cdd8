import News
import Testing
import Vocabulary

@Suite struct DateTests {
    private static let now = Instant(Day(year: 2026, month: 1, day: 1) ?? Day(number: 0))

    @Test("The date of a page is the one that a careful reader finds, or unknown", arguments: PageCases.all.indices)
    func pages(_ index: Int) throws {
        let expected = PageCases.all[index]
        let article = try Article.page(Array(expected.page.html.utf8), address: expected.address, now: DateTests.now)
        let found = article.published
        let label = Comment(
            rawValue:
                "\(expected.layout) \(index): \(expected.page.head)\(expected.page.above)\(expected.page.below)\(expected.address) \(article.notes)"
        )
        #expect((found?.day.description ?? "") == expected.day, label)
        #expect((found?.source ?? "") == expected.source, label)
        #expect((found?.time?.description ?? "") == expected.time, label)
        #expect((found?.instant?.description ?? "") == expected.instant, label)
        #expect(article.title == expected.page.title, label)
        #expect(
            !article.body.contains("cookies") && !article.body.contains("I disagree")
                && !article.body.contains("older story"), label)
        #expect(article.body.contains("A further meeting is planned"), label)
    }

    @Test("Months are known in nine languages and the Persian calendar", arguments: LanguageCases.all.indices)
    func languages(_ index: Int) throws {
        let (language, printed, day) = LanguageCases.all[index]
        var page = Newspaper()
        page.language = language
        page.below = "<div class=\"when\">\(printed)</div>"
        let article = try Article.page(Array(page.html.utf8), address: "", now: DateTests.now)
        #expect((article.published?.day.description ?? "") == day, "\(language) \(printed) \(article.notes)")
    }

    @Test("Of three dates that disagree the first in the order of sources is taken, and the page's own is told")
    func disagreement() throws {
        var page = Newspaper()
        page.head = #"""
            <meta property="article:published_time" content="2020-05-05"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-06-06"}</script>
            """#
        page.below = "<div>7 July 2020</div>"
        let article = try Article.page(Array(page.html.utf8), address: "", now: DateTests.now)
        #expect(article.published?.day.description == "2020-06-06")
        #expect(article.notes.contains { $0.contains("2020-07-07") })
    }

    @Test("A date in the future is none, and the next source is asked")
    func future() throws {
        var page = Newspaper()
        page.head = #"<meta property="article:published_time" content="2031-05-05T10:00:00Z">"#
        #expect(try Article.page(Array(page.html.utf8), address: "", now: DateTests.now).published == nil)
        page.below = "<div>7 July 2020</div>"
        let article = try Article.page(Array(page.html.utf8), address: "", now: DateTests.now)
        #expect(article.published?.day.description == "2020-07-07")
        #expect(article.notes.contains { $0.contains("2031-05-05") })
    }

    @Test("The day on which a page was looked at is a field of its own, also where only a second calendar has the year")
    func seen() throws {
        let text = """
            Tuesday, March 14th | 21 Adar 5783

            March 1, 2023 4:30 pm

            Bank of the river state raises its rate again

            By Jane Roe

            The bank of the river state raised its rate for the second time on Wednesday, as was expected by most traders.

            It said that it would meet again when the harvest is in, and that no other measure was planned before that day.
            """
        let article = try Article.text(Array(text.utf8), address: "", now: DateTests.now)
        #expect(article.pageSeen?.description == "2023-03-14")
        #expect(article.published?.day.description == "2023-03-01")
        #expect(article.published?.time?.description == "16:30")
        #expect(article.title == "Bank of the river state raises its rate again")
        #expect(article.byline == ["Jane Roe"])
    }
}
