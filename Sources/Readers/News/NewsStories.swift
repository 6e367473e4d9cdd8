internal import Configuration
internal import Formats
internal import News
internal import Vocabulary

/// Stories of a feed or an article, as events that a person has yet to look at. The gazetteers and rules that they are
/// read with come as parts of the snapshot: the same bytes read alike for ever, whatever the files say later.
enum NewsStories {
    static let reader = Reader(
        name: "news", version: 1, kind: .news, parts: ["main"] + NewsCompanions.names
    ) { snapshot in
        let extractor = try NewsCompanions.extractor(snapshot)
        let zone = try NewsCompanions.zone(snapshot)
        let found = try extractor.events(
            try snapshot.required("main"), address: NewsCompanions.address(snapshot), zone: zone,
            now: Instant(snapshot.seen ?? Day(number: 50_000)))
        var events: [NewsEvent] = []
        var undated = 0
        var untagged = 0
        for one in found {
            if one.article.published == nil {
                undated += 1
            } else if one.event.tags.isEmpty, found.count > 1 {
                // What somebody picked out to import is kept whatever it is about.
                untagged += 1
            } else {
                events.append(one.story(of: snapshot.feed))
            }
        }
        var reading = Reading(.events(events))
        reading.records = found.count
        if undated > 0 { reading.warnings.append("\(undated) without a date that can be believed: left out") }
        if untagged > 0 { reading.warnings.append("\(untagged) without any tag: left out") }
        if found.count == 1, undated == 1 {
            throw Fault(
                "no_date", "“\(found[0].article.title.prefix(60))” has no date that can be believed",
                remedy:
                    "`bellwether events extract` says what was looked at; `bellwether events add` takes a date from you."
            )
        }
        return reading
    }
}
