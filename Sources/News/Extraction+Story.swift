package import Vocabulary

extension Extraction {
    /// The event as a story that nobody has looked at yet.
    package var story: NewsEvent {
        var story = event
        story.id = ""
        story.status = "new"
        let address = event.url
        // Without an address or a key of its feed a story is known by what it says.
        story.key =
            !address.isEmpty
            ? StoryKey.of(address) : !article.key.isEmpty ? article.key : "\(event.date) \(event.title)"
        story.url = address
        story.reports =
            !event.reports.isEmpty
            ? event.reports : address.isEmpty ? [] : ["\(event.source.isEmpty ? "?" : event.source) \(address)"]
        story.excerpt = Headline.cleaned(String(article.body.prefix(300)))
        story.evidence = evidence.map { item in
            [item.field, item.value, item.part, item.offset.map { String($0) } ?? "", item.phrase, item.note].map {
                cell in
                String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(200))
            }.joined(separator: "\t")
        }
        return story
    }
}
