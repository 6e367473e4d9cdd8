import News
import Testing
import Vocabulary

@Suite struct BadPageTests {
    private static let now = Instant(Day(year: 2026, month: 1, day: 1) ?? Day(number: 0))
    private func page(_ html: String) throws -> Article {
        try Article.page(Array(html.utf8), address: "", now: Self.now)
    }

    @Test("A page of 10 MB is read like any other")
    func large() throws {
        var paper = Newspaper()
        paper.below = "<div>14 March 2023</div>"
        paper.after = String(
            repeating:
                "<p>The bank said that it would look at the rate again, and at the reserves, in the month after.</p>\n",
            count: 100_000)
        let article = try page(paper.html)
        #expect(article.published?.day.description == "2023-03-14")
        #expect(article.body.utf8.count > 9_000_000)
    }

    @Test(
        "A hundred thousand tags in one another are refused, or read; never a crash",
        arguments: ["div", "b", "table", "ul"])
    func nested(_ tag: String) {
        do {
            _ = try page("<html><body>" + String(repeating: "<\(tag)>", count: 100_000) + "<p>Text.</p>")
        } catch {
            #expect((error as? Fault)?.code == "bad_html")
        }
    }

    @Test("Without a title none is made up; of two the one that the page also says elsewhere is taken")
    func titles() throws {
        #expect(try page("<html><body><p>Short.</p></body></html>").title.isEmpty)
        var paper = Newspaper()
        paper.above = "<h1>The Harbour Gazette</h1>"
        paper.head = "<title>Another window</title>"
        #expect(try page(paper.html).title == paper.title)
    }

    @Test("Script and style are no text; marks of direction and control characters leave the title")
    func hidden() throws {
        var paper = Newspaper()
        paper.middle = "<script>document.write('Sanctions')</script><style>p{}</style><noscript>Enable it</noscript>"
        let article = try page(paper.html)
        #expect(!article.body.contains("document") && !article.body.contains("Enable"))
        let marked = try page(
            "<html><body><h1>Bank \u{202E}raises\u{202C} its\u{0007} rate again today</h1><p>x</p></body></html>")
        #expect(marked.title == "Bank raises its rate again today")
    }

    @Test("Addresses that a page gives for itself are shown only where they are of the public web")
    func addresses() throws {
        for address in [
            "http://127.0.0.1/admin", "javascript:alert(1)", "http://localhost:8080/", "http://[::1]/",
            "file:///etc/passwd", "http://10.0.0.1/",
        ] {
            var paper = Newspaper()
            paper.head = "<link rel=\"canonical\" href=\"\(address)\">"
            let article = try page(paper.html)
            #expect(article.address.isEmpty, "\(address)")
            #expect(article.notes.contains { $0.contains("no address of the public web") })
        }
    }

    @Test("Old encodings are read as declared, and one bad byte costs no article")
    func encodings() throws {
        let cyrillic =
            Array("<html><head><meta charset=\"windows-1251\"><title>".utf8) + [
                0xD0, 0xF3, 0xE1, 0xEB, 0xFC, 0x20, 0xF3, 0xEF, 0xE0, 0xEB, 0x20, 0xF1, 0xED, 0xEE, 0xE2, 0xE0,
            ]
            + Array("</title></head><body><p>x</p></body></html>".utf8)
        #expect(try Article.page(cyrillic, address: "", now: Self.now).title == "Рубль упал снова")
        let stray =
            Array("<html><head><meta charset=\"utf-8\"><title>A rate is raised".utf8) + [0xFF]
            + Array("</title></head><body><p>x</p></body></html>".utf8)
        #expect(try Article.page(stray, address: "", now: Self.now).title.hasPrefix("A rate is raised"))
    }
}
