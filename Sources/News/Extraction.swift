internal import Configuration
package import Vocabulary
package import Zones

/// An event read from an article, with everything that says how.
package struct Extraction: Sendable {
    package var article: Article
    /// The event's cells; its date is that of `article.published`, and means nothing where that is nil.
    package var event: NewsEvent
    package var people: [String] = []
    package var organisations: [String] = []
    package var laws: [Acts.Law] = []
    package var claims: [StatedClaim] = []
    package var evidence: [Evidence] = []

    /// Without the article's text and the evidence, for tables that print neither.
    package var withoutText: Extraction {
        var short = self
        short.article.body = ""
        short.evidence = []
        return short
    }
}

/// Reads events from articles. Built once from the gazetteers and rules; safe to share between threads.
package struct Extractor: Sendable {
    private let gazetteer: Gazetteer
    private let tagger: Tagger

    package init(_ gazetteer: Gazetteer, _ tagger: Tagger) {
        self.gazetteer = gazetteer
        self.tagger = tagger
    }

    /// The events of a file: an article, a feed, JSON-LD, or one of GDELT.
    ///
    /// - Parameters:
    ///   - address: where the file was fetched from; empty where that is not known.
    ///   - zone: the publisher's; days that are stated in UTC are moved into it.
    ///   - now: what lies after it is no date of publication.
    package func events(_ bytes: [UInt8], address: String, zone: Zone = .utc, now: Instant) throws -> [Extraction] {
        switch TabRows.width(bytes) {
        case GDELTEvents.width: return try GDELTEvents.read(bytes, self)
        case GDELTKnowledge.width: return try GDELTKnowledge.read(bytes, self)
        default:
            return try NewsDocument.articles(bytes, address: address, now: now).map { extract($0.localised(to: zone)) }
        }
    }

    package func extract(_ article: Article) -> Extraction {
        let passage = Passage(article)
        let places = Places(passage, gazetteer)
        let organisations = Organisations(passage, places, gazetteer, publisher: article.publisher)
        let people = People(passage, taken: places.taken.union(organisations.taken))
        var acts = Acts(passage, places, gazetteer)
        let dates = article.published.map { RelativeDate.found(in: passage.words, published: $0.day) } ?? []
        enter(dates, &acts, passage)
        let tags = tagger.tags(passage)
        let direction = tagger.direction(passage)
        let names = people.people.map { (name: $0.name, range: $0.range) } + organisations.found
        let claims = ClaimReader(passage, places, gazetteer, speakers: names).claims()

        var event = NewsEvent(date: article.published?.day ?? Day(number: 0))
        if let date = article.published {
            event.time = date.instant
            event.precision = date.precision
            event.dateSource = date.source
        }
        event.title = article.title
        event.source = article.publisher
        event.url = article.address
        event.countries = places.countries
        event.currencies = (places.currencies + claims.map(\.subject).filter { SeriesKey.isCurrencyCode($0) }).uniqued()
        event.actors = people.people.map(\.name) + organisations.found.map(\.name)
        event.programmes = acts.laws.map(\.law.program).filter { !$0.isEmpty }.uniqued()
        event.tags = tags.tags
        event.direction = direction.word
        event.confidence = Extractor.confidence(article)
        if article.published != nil { event.id = event.identifier() }

        var result = Extraction(article: article, event: event)
        result.people = people.people.map(\.name)
        result.organisations = organisations.found.map(\.name)
        result.laws = acts.laws.map(\.law)
        result.claims = claims
        if let date = article.published {
            result.evidence.append(
                Evidence(
                    "date", date.day.description, phrase: date.phrase, offset: nil, part: date.source, note: date.rule))
        }
        result.evidence += places.evidence + tags.evidence
        result.evidence += [direction.evidence].compactMap(\.self)
        result.evidence += people.people.map {
            passage.evidence("people", $0.name, $0.range, note: "\($0.mentions) mentions")
        }
        result.evidence += organisations.found.map { passage.evidence("organisations", $0.name, $0.range) }
        result.evidence += acts.laws.map { passage.evidence("laws", $0.law.name, $0.range, note: $0.law.program) }
        result.evidence += claims.map {
            passage.evidence("claims", $0.subject, $0.range, note: $0.isImplied ? "the currency is implied" : "")
        }
        result.evidence += dates.map { passage.evidence("dates", $0.value, $0.range) }
        return result
    }

    /// What a law's sentence says of when it took effect.
    private func enter(_ dates: [RelativeDate], _ acts: inout Acts, _ passage: Passage) {
        let verbs = ["effect", "force", "effective"]
        for (index, law) in acts.laws.enumerated() {
            let sentence = passage.sentence(law.range.lowerBound)
            guard sentence.contains(where: { verbs.contains(passage.words[$0].lower) }),
                let date = dates.first(where: { sentence.overlaps($0.range) })
            else { continue }
            acts.setInForce(index, date.value)
        }
    }

    /// high where the publisher says the date to machines and nothing on the page speaks against it.
    private static func confidence(_ article: Article) -> String {
        guard let date = article.published else { return "low" }
        if article.notes.contains(where: { $0.hasPrefix("the page prints") }) { return "low" }
        return ["jsonld", "meta", "markup", "feed"].contains(date.source) ? "high" : "medium"
    }
}

extension Extraction {
    /// The event as a story that nobody has looked at yet.
    ///
    /// - Parameter feed: whose own key names the story where it has no address.
    package func story(of feed: String) -> NewsEvent {
        var story = event
        story.id = ""
        story.status = "new"
        story.title = String(event.title.prefix(500))
        // Without an address or a key of its feed a story is known by what it says.
        story.key =
            !event.url.isEmpty
            ? StoryKey.of(event.url)
            : !article.key.isEmpty ? "\(feed) \(article.key)" : "\(event.date) \(event.title.prefix(200))"
        let publisher = event.source.isEmpty ? feed : event.source
        if event.reports.isEmpty, !event.url.isEmpty { story.reports = ["\(publisher) \(event.url)"] }
        // A semicolon parts one report from the next.
        story.reports = story.reports.map { $0.replacing(";", with: "%3B") }
        story.excerpt = String(Headline.cleaned(article.body).prefix(300))
        story.evidence = evidence.map { item in
            EvidenceLine(
                field: item.field, value: item.value, part: item.part, offset: item.offset, phrase: item.phrase,
                note: item.note
            ).text
        }
        return story
    }
}
