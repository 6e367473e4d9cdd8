internal import Formats
package import Vocabulary
package import Zones

/// An article as its page or text shows it, before anything is read out of its words.
package struct Article: Sendable {
    package var title = ""
    /// The names as they are printed, without "by".
    package var byline: [String] = []
    package var publisher = ""
    /// BCP 47, as the page says.
    package var language = ""
    package var address = ""
    /// What names it in its feed; empty elsewhere.
    package var key = ""
    package var published: FoundDate?
    /// The day on which the page was looked at, where it prints it.
    package var pageSeen: Day?
    package var captions: [String] = []
    /// Paragraphs parted by line ends.
    package var body = ""
    /// What a reader should know of how it was read.
    package var notes: [String] = []

    package init() {}

    /// Reads a web page.
    ///
    /// - Parameters:
    ///   - address: where it was fetched from; empty where that is not known. Nothing is asked of it.
    ///   - now: what lies after it is no date of publication.
    package static func page(_ bytes: [UInt8], address: String, now: Instant) throws -> Article {
        var page = try PageWalk.read(bytes)
        page.correctSurroundings()
        var article = Article()
        let structured = StructuredArticle.of(page.jsonLD, notes: &article.notes)
        let site = Headline.cleaned(page.meta("og:site_name", "application-name") ?? structured?.publisher ?? "")
        article.address = WebAddress.shown(
            address, page.canonical, shared: page.meta("og:url") ?? "", notes: &article.notes)
        article.language = page.language.isEmpty ? structured?.language ?? "" : page.language
        let title = Headline.of(page, structured: structured?.headline ?? "", site: site)
        article.fill(page.lines(), title: title, page: page, structured, now)
        if !site.isEmpty { article.publisher = site }
        return article
    }

    /// Reads an article that was saved as plain text.
    package static func text(_ bytes: [UInt8], address: String, now: Instant) throws -> Article {
        let text = String(decoding: try PageEncoding.utf8(bytes), as: UTF8.self)
        var article = Article()
        article.address = address
        article.fill(Line.lines(of: text), title: "", page: nil, nil, now)
        return article
    }

    private mutating func fill(
        _ lines: [Line], title given: String, page: WebPage?, _ structured: StructuredArticle?, _ now: Instant
    ) {
        let parts = ArticleParts(lines, title: given)
        title = Headline.cleaned(parts.title)
        let date = PublicationDate(page, structured: structured, address: address, lines, parts, now: now)
        (published, pageSeen) = (date.found, date.seen)
        notes += date.notes
        captions = parts.captions
        body = parts.body.map { Headline.cleaned(lines[$0].text) }.joined(separator: "\n")
        if body.isEmpty, let said = structured?.body, !said.isEmpty { body = said }
        byline = bylines(lines, parts, page: page, structured: structured)
        if let staff = byline.first(where: { $0.hasSuffix(" Staff") || $0.hasSuffix(" staff") }) {
            publisher = String(staff.dropLast(6))
        }
        if let said = structured?.publisher, !said.isEmpty { publisher = said }
    }

    private func bylines(_ lines: [Line], _ parts: ArticleParts, page: WebPage?, structured: StructuredArticle?)
        -> [String]
    {
        if let authors = structured?.authors, !authors.isEmpty {
            return authors.flatMap { Byline.split(Headline.cleaned($0)) }.uniqued()
        }
        for index in parts.head.sorted(by: { abs($0 - parts.titleLine) < abs($1 - parts.titleLine) }) {
            if let names = Byline.names(lines[index].text), !names.isEmpty { return names.uniqued() }
        }
        if let author = page?.meta(
            "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
            !author.hasPrefix("http")
        {
            return (Byline.names(author) ?? Byline.split(author)).uniqued()
        }
        return []
    }
}

extension Article {
    /// With the day of its moment in the publisher's zone, where it was stated in UTC alone.
    package func localised(to zone: Zone) -> Article {
        guard zone != .utc, var date = published, date.time == nil, let instant = date.instant else { return self }
        var article = self
        date.day = zone.day(of: instant)
        date.time = zone.time(of: instant)
        date.rule += ", in \(zone.identifier)"
        article.published = date
        return article
    }
}
