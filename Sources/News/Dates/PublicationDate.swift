internal import Vocabulary

/// When a page was published, in the order of Docs/News.md: what its publisher says to machines first, then its address,
/// then what it prints.
struct PublicationDate {
    private(set) var found: FoundDate?
    private(set) var seen: Day?
    private(set) var notes: [String] = []
    private let limit: Day

    init(
        _ page: WebPage?, structured: StructuredArticle?, address: String, _ lines: [Line], _ parts: ArticleParts,
        now: Instant
    ) {
        limit = now.day + 1
        var head = HeadDates(lines, parts, language: page?.language ?? "")
        seen = head.seen
        if let structured { take(structured.published, "jsonld", "JSON-LD datePublished") }
        if let page {
            for name in PublicationDate.names where found == nil {
                if let value = page.meta(name) { take(value, "meta", "meta \(name)") }
            }
            if found == nil { markup(page, lines, parts) }
        }
        if found == nil, let day = AddressDate.day(address), isPossible(day, "the address") {
            found = FoundDate(day: day, source: "url", rule: "the address", phrase: address)
        }
        let printed = head.best(notAfter: limit)
        if found == nil, let printed {
            found = FoundDate(
                printed.date, day: printed.day, source: "text",
                rule: printed.isPublication ? "a line that says publication" : printed.rule,
                phrase: printed.text)
        } else if let printed {
            localise(printed, head.candidates)
        }
        notes += head.notes
        if let day = found?.day, let printed, abs(printed.day - day) > 1 {
            notes.append("the page prints \(printed.day), its \(found?.source ?? "") says \(day)")
        }
        if found == nil, let structured, structured.modified != "", structured.published.isEmpty {
            notes.append("only the date of a change is given: \(structured.modified)")
        }
    }

    private mutating func take(_ value: String, _ source: String, _ rule: String) {
        guard found == nil, !value.isEmpty else { return }
        guard let stamp = Stamp(value) else {
            notes.append("\(rule) is no date that can be read: “\(value.prefix(60))”")
            return
        }
        guard isPossible(stamp.day, rule) else { return }
        found = FoundDate(stamp, source: source, rule: rule, phrase: value)
    }

    private mutating func isPossible(_ day: Day, _ rule: String) -> Bool {
        if day > limit { notes.append("\(rule) gives a day in the future: \(day)") }
        if day.civil.year < 1995 { notes.append("\(rule) gives a day before there were pages: \(day)") }
        return day <= limit && day.civil.year >= 1995
    }

    /// The `<time>` that is marked as publication, else the one nearest to the title.
    private mutating func markup(_ page: WebPage, _ lines: [Line], _ parts: ArticleParts) {
        let title = parts.titleLine >= 0 ? lines[parts.titleLine].block : 0
        let last = parts.body.first.map { lines[$0].block } ?? page.blocks.count
        let usable = page.stamps.filter { !$0.isUpdate && !page.isSurrounding($0.surrounding) && !isUpdate($0, page) }
        let near = usable.filter { $0.block >= title - 8 && $0.block <= last + 1 }
        let chosen =
            near.first(where: \.isPublication) ?? near.min { abs($0.block - title) < abs($1.block - title) }
            ?? usable.first(where: \.isPublication)
        if let chosen { take(chosen.value, "markup", "<time>") }
    }

    /// Whether the line that a stamp stands in says that it is of a change.
    private func isUpdate(_ stamp: WebPage.Stamp, _ page: WebPage) -> Bool {
        guard page.blocks.indices.contains(stamp.block) else { return false }
        let text = page.text(page.blocks[stamp.block])
        return text.utf8.count < 120 && DateLine.isUpdate(text) && !DateLine.isPublication(text)
    }

    /// A stamp in UTC says the moment; the publisher's day is the one that the page prints, a day before or after.
    private mutating func localise(_ printed: HeadDates.Candidate, _ all: [HeadDates.Candidate]) {
        guard var date = found, date.source != "url" else { return }
        let same = all.filter { abs($0.day - date.day) <= 1 }
        guard let local = same.first(where: \.isPublication) ?? same.min(by: { $0.distance < $1.distance }) else {
            return
        }
        if date.time == nil, let instant = date.instant {
            guard local.date.clock == nil || agrees(local, instant) else { return }
            if local.day != date.day { date.rule += ", its UTC day moved to the day that the page prints" }
            date.day = local.day
            date.time = local.date.clock?.time
        } else if date.time == nil, local.day == date.day {
            date.time = local.date.clock?.time
            date.instant = local.date.clock?.instant(on: local.day)
        }
        found = date
    }

    /// Whether a printed clock can be that moment's in any zone: whole quarters of an hour from UTC.
    private func agrees(_ local: HeadDates.Candidate, _ instant: Instant) -> Bool {
        guard let clock = local.date.clock else { return true }
        let shift = (Instant(local.day) + clock.time.seconds) - instant
        // What is printed may be a minute off what is stated.
        return abs(shift) <= 14 * 3600 && !(61..<840).contains(abs(shift) % 900)
    }

    private static let names = [
        "article:published_time", "article:published", "og:published_time", "article.published", "datepublished",
        "published_time",
        "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "publication_date",
        "pubdate",
        "article_date_original", "cxenseparse:recs:publishtime", "citation_publication_date", "dc.date.issued",
        "dcterms.issued", "dc.date.created",
        "dcterms.created", "dcterms.date", "dc.date", "date", "bt:pubdate", "originalpublicationdate", "created",
        "article:created",
        "mediator_published_time", "published_at", "released", "rnews:datepublished", "citation_date", "displaydate",
        "pub_date", "article.created",
    ]
}
