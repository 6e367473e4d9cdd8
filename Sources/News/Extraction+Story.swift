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
            [item.field, item.value, item.part, item.offset.map { String($0) } ?? "", item.phrase, item.note]
                .map { Extraction.cell($0) }.joined(separator: "\t")
        }
        return story
    }

    /// A cell of a line of evidence: no tabs, no line ends, no more than a person reads.
    private static func cell(_ text: String) -> String {
        String(text.prefix(200).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
