package import Vocabulary

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
