internal import Formats
package import Vocabulary

/// Reads stories of a feed or an article, as events that a person has yet to look at.
package enum NewsReader {
    package static let reader: Reader = {
        var reader = Reader(name: "news", version: 1, kind: .news, read: read)
        reader.needs = .newsRules
        return reader
    }()

    private static func read(_ snapshot: Snapshot) throws -> Reading {
        guard case .news(let context) = snapshot.context else {
            throw Fault("missing_part", "news is read with rules, and there are none", place: snapshot.feed)
        }
        let found = try context.extractor().events(
            try snapshot.required("main"), address: context.address, zone: context.publisherZone,
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
