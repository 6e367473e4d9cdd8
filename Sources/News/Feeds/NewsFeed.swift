internal import Formats
internal import Vocabulary

/// Reads the items of a feed as articles: RSS 2.0 and 1.0 (RDF), Atom (RFC 4287), JSON Feed 1.1, schema.org JSON-LD.
package enum NewsFeed {
    /// The items of a document of XML, in its order.
    static func xml(_ bytes: [UInt8], root: String, now: Instant) throws -> [Article] {
        let document = try XMLDocumentTree.read(bytes.span, root: root)
        let channel = document.children("channel").first ?? document
        var site = Site()
        site.name = plain(text(channel, "title"))
        site.language = text(channel, "language").isEmpty ? text(document, "lang") : text(channel, "language")
        let items =
            channel.children("item") + (root == "RDF" ? document.children("item") : []) + document.children("entry")
        guard !items.isEmpty || channel.children("title").count > 0 else {
            throw Fault("no_rows", "the feed has neither items nor a title", remedy: "Open its address in a browser.")
        }
        return items.map { article($0, site, now) }
    }

    /// The items of a document of JSON: a JSON Feed, or articles of schema.org.
    static func json(_ bytes: [UInt8], now: Instant) throws -> [Article] {
        let document = try JSONDocument.read(bytes.span)
        if text(document, "version").contains("jsonfeed.org") {
            var site = Site()
            site.name = plain(text(document, "title"))
            site.language = text(document, "language")
            return document.children("items").map { article($0, site, now) }
        }
        let all = StructuredArticle.all(document)
        guard !all.isEmpty else {
            throw Fault(
                "no_rows", "neither a JSON Feed nor JSON-LD of an article",
                remedy: "A JSON Feed names its version; JSON-LD has @type NewsArticle.")
        }
        return all.map { article($0, now) }
    }

    private struct Site {
        var name = ""
        var language = ""
    }

    private static func article(_ item: DocumentNode, _ site: Site, _ now: Instant) -> Article {
        var article = Article()
        article.title = plain(text(item, "title"))
        article.publisher = site.name
        article.language = site.language
        article.address = address(item)
        article.key = text(item, "guid").isEmpty ? text(item, "id") : text(item, "guid")
        for name in ["encoded", "content", "content_html", "content_text", "description", "summary"]
        where article.body.isEmpty {
            article.body = plain(text(item, name))
        }
        article.byline = (authors(item, "author") + authors(item, "authors") + authors(item, "creator")).flatMap {
            Byline.split($0)
        }.uniqued()
        for name in ["pubDate", "published", "date_published", "date", "issued", "created"]
        where article.published == nil {
            take(text(item, name), "feed \(name)", article: &article, now: now)
        }
        for name in ["updated", "modified", "date_modified"] where article.published == nil {
            take(text(item, name), "feed \(name)", article: &article, now: now)
            if article.published != nil { article.notes.append("the feed says only when the item was changed") }
        }
        return article
    }

    private static func article(_ said: StructuredArticle, _ now: Instant) -> Article {
        var article = Article()
        article.title = Headline.cleaned(said.headline)
        article.publisher = said.publisher
        article.language = said.language
        article.address = said.address
        article.byline = said.authors
        article.body = Headline.cleaned(said.body.isEmpty ? said.summary : said.body)
        take(said.published, "JSON-LD datePublished", article: &article, now: now, source: "jsonld")
        return article
    }

    private static func take(
        _ value: String, _ rule: String, article: inout Article, now: Instant, source: String = "feed"
    ) {
        guard !value.isEmpty else { return }
        guard let stamp = Stamp(value) else {
            article.notes.append("\(rule) is no date that can be read: “\(value.prefix(60))”")
            return
        }
        guard stamp.day <= now.day + 1, stamp.day.civil.year >= 1995 else {
            article.notes.append("\(rule) gives a day that cannot be: \(stamp.day)")
            return
        }
        article.published = FoundDate(stamp, source: source, rule: rule, phrase: value)
    }

    /// RSS has it as text, Atom in `href` of the link that is not to something else, JSON Feed in `url`.
    private static func address(_ item: DocumentNode) -> String {
        for link in item.children("link") {
            if case .text(let text) = link, WebAddress.isPublic(text) { return text }
            let relation = text(link, "rel")
            let target = text(link, "href")
            if relation.isEmpty || relation == "alternate", WebAddress.isPublic(target) { return target }
        }
        for name in ["url", "guid", "id"] where WebAddress.isPublic(text(item, name)) { return text(item, name) }
        return ""
    }

    private static func authors(_ item: DocumentNode, _ name: String) -> [String] {
        item.children(name).map { child in
            if case .text(let text) = child {
                // RSS: mail@example.org (Jane Doe)
                if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
                    return String(text[text.index(after: open)..<close])
                }
                return text
            }
            return text(child, "name")
        }.filter { !$0.isEmpty && !$0.contains("@") }
    }

    static func text(_ node: DocumentNode, _ name: String) -> String {
        for child in node.children(name) {
            if case .text(let text) = child { return text }
            let inner = child.fields.first { $0.name == "text" }?.node
            if case .text(let text)? = inner { return text }
        }
        return ""
    }

    /// Titles and descriptions hold HTML, escaped once or twice; what is left is text.
    static func plain(_ text: String) -> String {
        let decoded = Entities.decoded(text)
        guard decoded.contains("<") || decoded.contains("&") else { return Headline.cleaned(decoded) }
        guard decoded.contains("<"), decoded.contains(">") else { return Headline.cleaned(Entities.decoded(decoded)) }
        var page = ""
        do {
            let read = try PageWalk.read(Array(decoded.utf8))
            page = read.blocks.map { read.text($0) }.joined(separator: " ")
        } catch {
            page = decoded
        }
        return Headline.cleaned(Entities.decoded(page))
    }
}
