import News
import TestSupport
import Testing
import Vocabulary

/// The article that the program began with, as text and wrapped in pages in three ways: whatever its form, the same event.
@Suite(.enabled(if: RealData.isPresent, Comment(rawValue: RealData.reason)))
struct SeedArticleTests {
    enum Form: CaseIterable { case text, paragraphs, site, breaks }
    private static let now = Instant(Day(year: 2026, month: 1, day: 1) ?? Day(number: 0))

    private static func read(_ form: Form) throws -> Extraction {
        let bytes = try RealData.bytes("news/algemeiner-2020-09-07.txt")
        guard form != .text else { return Rules.extractor.extract(try Article.text(bytes, address: "", now: now)) }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let escaped = lines.map { $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        let title = escaped[2]
        let head = "<html><head><meta charset=utf-8><title>\(title) | A Site</title></head><body>"
        let body: String
        switch form {
        case .text, .paragraphs:
            body = escaped.map { $0 == title ? "<h1>\($0)</h1>" : "<p>\($0)</p>" }.joined(separator: "\n")
        case .breaks: body = "<div>" + escaped.joined(separator: "<br><br>\n") + "</div>"
        case .site:
            let related = escaped.firstIndex { $0.hasPrefix("Related") } ?? 0
            let share = escaped.firstIndex { $0.hasPrefix("Share this") } ?? escaped.count
            body = """
                <div class="top">\(escaped[0])</div><nav><a href="/">Home</a></nav><article><div class="posted">\(escaped[1])</div>
                <h1 class="entry-title">\(title)</h1><div class="byline"><img alt=""> \(escaped[3])</div>
                <figure><img src="x.jpg"><figcaption>\(escaped[4])</figcaption></figure><div class="entry-content">
                \(escaped[5..<related].map { "<p>\($0)</p>" }.joined())
                <div class="related-coverage"><h4>\(escaped[related])</h4><span>\(escaped[related + 1])</span><h5><a href="/b">\(escaped[related + 2])</a></h5><p>\(escaped[related + 3])</p></div>
                \(escaped[(related + 4)..<share].map { "<p>\($0)</p>" }.joined())</div></article>
                <div class="share">\(escaped[share])</div><footer>\(escaped[(share + 1)...].map { "<p>\($0)</p>" }.joined())</footer>
                """
        }
        return Rules.extractor.extract(
            try Article.page(Array((head + body + "</body></html>").utf8), address: "", now: now))
    }

    @Test("Every field of it is as a careful reader finds it", arguments: Form.allCases)
    func fields(_ form: Form) throws {
        let found = try Self.read(form)
        let article = found.article
        #expect(article.title == "Russian Delegation Holds Talks With Assad as Syrian Economy Crumbles")
        #expect(article.published?.day.description == "2020-09-07")
        #expect(article.published?.time?.description == "09:28")
        #expect(article.published?.instant == nil, "no zone is printed")
        #expect(article.pageSeen?.description == "2022-01-20")
        #expect(article.byline == ["Reuters", "Algemeiner Staff"])
        #expect(found.event.countries == ["SY", "RU", "US", "IR"])
        #expect(
            Set(found.people) == ["Bashar al-Assad", "Yuri Borisov", "Sergei Lavrov", "Vladimir Putin", "Hussam Taleb"])
        #expect(
            Set(found.organisations) == [
                "United Nations", "Russian Foreign Ministry", "Syrian state television", "Syrian state media",
                "Reuters",
            ])
        #expect(found.laws.map(\.name) == ["Caesar Syria Civilian Protection Act of 2019"])
        #expect(found.laws.map(\.inForce) == ["2020-06"])
        let required: Set = ["sanctions", "currency", "economy", "diplomacy", "trade", "energy"]
        #expect(required.isSubset(of: found.event.tags))
        #expect(Set(found.event.tags).subtracting(required).isSubset(of: ["mining", "conflict", "poverty"]))
        #expect(found.evidence.contains { $0.field == "dates" && $0.phrase == "on Monday" && $0.value == "2020-09-07" })
    }

    @Test(
        "Its figure is a claim of the text: minus 80 % of the implied currency, without period or base",
        arguments: Form.allCases)
    func claim(_ form: Form) throws {
        let claim = try #require(try Self.read(form).claims.first)
        #expect(claim.quote == "the currency has lost 80% of its value")
        #expect(claim.number == -80)
        #expect(claim.unit == "%")
        #expect(claim.subject == "SYP")
        #expect(claim.isImplied)
        #expect(claim.period.isEmpty && claim.speaker.isEmpty)
    }

    @Test("The body goes on behind the related block, and nothing of later years is in it", arguments: Form.allCases)
    func body(_ form: Form) throws {
        let found = try Self.read(form)
        for absent in ["Biden", "Ukraine", "Related coverage", "reCAPTCHA", "Share", "2022", "2025", "Join"] {
            #expect(!found.article.body.contains(absent), "\(absent)")
        }
        #expect(found.article.body.contains("Russia turned the tide"))
        #expect(found.article.body.hasPrefix("Senior Russian officials"))
        #expect(found.article.body.hasSuffix("Tartus port."))
        #expect(
            !found.evidence.contains { $0.field != "date" && ($0.value.contains("2022") || $0.value.contains("2025")) })
    }
}
