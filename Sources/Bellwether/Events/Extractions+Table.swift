package import News
internal import Report
package import Tables
internal import Vocabulary

extension Table {
    /// The event record of each article, the date left empty where it is not known.
    package static func extractions(_ all: [Extraction]) -> Table {
        .events(all.map(\.event), withoutDate: all.map { $0.article.published == nil })
    }

    /// One article for a person: what was found, and what is not known said so.
    package static func extraction(_ one: Extraction) -> Table {
        let date = one.article.published
        var rows: [(String, String)] = [("title", one.event.title.isEmpty ? "unknown" : one.event.title)]
        func add(_ name: String, _ text: String) { if !text.isEmpty { rows.append((name, text)) } }
        func add(_ name: String, _ list: [String]) { add(name, list.joined(separator: "; ")) }
        add("date", date.map { "\($0.day)\($0.time.map { " \($0)" } ?? "") (\($0.source): \($0.rule))" } ?? "unknown")
        add("time_utc", date.flatMap { $0.instant?.description } ?? "unknown")
        add("page seen", one.article.pageSeen?.description ?? "")
        add("publisher", one.event.source)
        add("byline", one.article.byline)
        add("url", one.event.url)
        add("countries", one.event.countries)
        add("currencies", one.event.currencies)
        add("people", one.people)
        add("organisations", one.organisations)
        add("laws", one.laws.map { $0.inForce.isEmpty ? $0.name : "\($0.name) (in force: \($0.inForce))" })
        add("tags", one.event.tags)
        add("direction", one.event.direction)
        for claim in one.claims {
            add(
                "claim",
                "“\(claim.quote)” (\(claim.subject)\(claim.isImplied ? ", implied" : ""); \(claim.speaker.isEmpty ? "the article's own words" : claim.speaker))"
            )
        }
        for note in one.article.notes { add("note", note) }
        return .fields("event", rows)
    }

    /// What is known of one thing, a row for each field.
    package static func fields(_ name: String, value: String = "value", _ rows: [(String, String)]) -> Table {
        Table(name, rows, [Column("field", .word) { .text($0.0) }, Column(value) { .text($0.1) }])
    }
}
