import Testing

@testable import Report

@Suite struct MarkupTests {
    @Test(
        "Text becomes harmless and keeps its order",
        arguments: [
            ("a < b & c", "a &lt; b &amp; c"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"),
            ("\u{1b}[2J", "\\u{1b}[2J"), ("\u{202e}x", "\\u{202e}x"), ("on 2022-03-01.", "on <time>2022-03-01</time>."),
            ("2022-03-01T02:03:13Z", "<time>2022-03-01</time>T02:03:13Z"), ("12022-03-01", "12022-03-01"),
            ("RU-2022-02-25-2", "RU-<time>2022-02-25</time>-2"),
            ("أحمد (un-sc 1; YE)", "<bdi>أحمد</bdi> (un-sc 1; YE)"), ("x שלום עולם 3", "x <bdi>שלום עולם</bdi> 3"),
            ("محمد & co", "<bdi>محمد</bdi> &amp; co"), ("", ""),
        ])
    func text(given: String, html: String) {
        #expect(Markup.text(given) == html)
    }

    @Test(
        "Only the web and neighbours are linked",
        arguments: [
            ("https://home.treasury.gov/x?a=1", true), ("2022-W09/report.html", true), ("javascript:alert(1)", false),
            ("JAVASCRIPT:x", false), ("data:text/html,x", false), ("//evil.example", false), ("/etc/passwd", false),
            ("", false),
            ("https://a b", false), ("file:///etc/passwd", false),
        ])
    func addresses(given: String, isSafe: Bool) {
        #expect((Markup.safe(given) != nil) == isSafe)
    }

    @Test("A document's text has eighty columns, and its page every block")
    func document() throws {
        var document = Document(title: "Title", subtitle: "Sub")
        document.append(.heading("One & two"))
        document.append(.alert(String(repeating: "word ", count: 40)))
        document.append(.item("an item"))
        document.append(.subheading("sub"))
        document.append(.verdict("so"))
        let page = try Page(document, footer: "foot").html(styleDigest: [1, 2, 3])
        for part in [
            "<h2 id=\"one-two\">One &amp; two</h2>", "<ul class=\"alerts\">", "<li>an item</li>", "<h3>sub</h3>",
            "<p class=\"verdict\">so</p>", "<footer><p>foot</p>",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(try document.text().split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(page.matches(of: /<ul/).count == page.matches(of: /<\/ul>/).count)
        #expect(page.matches(of: /<section/).count == page.matches(of: /<\/section>/).count)
    }
}
