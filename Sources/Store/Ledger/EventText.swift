package import Vocabulary

/// An event as the ledger keeps it: the columns of the event record by name, as JSON with sorted keys, so that equal
/// events are equal text.
package enum EventText {
    static let list = "events"
    /// The status of a story that nobody has looked at.
    static let unreviewed = "new"

    /// Column names in the order of the event record.
    package static let columns = [
        "id", "date", "precision", "time_utc", "date_source", "title", "countries", "currencies", "actors", "programs",
        "tags", "direction", "expected", "confidence", "source", "url", "measure", "stage", "after_fix",
        "not_before", "not_after", "status", "reports", "excerpt",
    ]
    /// What is kept besides: not for files of events.
    package static let inner = ["key", "evidence"]

    /// An event's cells by column name; the empty ones left out.
    package static func cells(_ event: NewsEvent) -> [String: String] {
        let all: [String: String] = [
            "id": event.id, "date": event.date.description, "precision": event.precision,
            "time_utc": event.time?.description ?? "", "date_source": event.dateSource, "title": event.title,
            "countries": event.countries.joined(separator: ";"), "currencies": event.currencies.joined(separator: ";"),
            "actors": event.actors.joined(separator: ";"), "programs": event.programmes.joined(separator: ";"),
            "tags": event.tags.joined(separator: ";"), "direction": event.direction, "expected": event.expected,
            "confidence": event.confidence, "source": event.source, "url": event.url, "measure": event.measure,
            "stage": event.stage, "after_fix": event.afterFix.map(String.init) ?? "",
            "not_before": event.notBefore?.description ?? "", "not_after": event.notAfter?.description ?? "",
            "status": event.status, "reports": event.reports.joined(separator: ";"), "excerpt": event.excerpt,
            "key": event.key, "evidence": event.evidence.joined(separator: "\n"),
        ]
        return all.filter { !$0.value.isEmpty }
    }

    /// Nil where a cell that must be well formed is not.
    package static func event(_ cells: [String: String]) -> NewsEvent? {
        guard let date = cells["date"].flatMap({ Day(iso: $0) }) else { return nil }
        func list(_ name: String) -> [String] { (cells[name] ?? "").split(separator: ";").map(String.init) }
        var event = NewsEvent(id: cells["id"] ?? "", date: date)
        event.precision = cells["precision"] ?? "day"
        event.time = cells["time_utc"].flatMap { Instant(iso: $0) }
        event.dateSource = cells["date_source"] ?? "manual"
        event.title = cells["title"] ?? ""
        event.countries = list("countries")
        event.currencies = list("currencies")
        event.actors = list("actors")
        event.programmes = list("programs")
        event.tags = list("tags")
        event.direction = cells["direction"] ?? ""
        event.expected = cells["expected"] ?? "unknown"
        event.confidence = cells["confidence"] ?? ""
        event.source = cells["source"] ?? ""
        event.url = cells["url"] ?? ""
        event.measure = cells["measure"] ?? ""
        event.stage = cells["stage"] ?? ""
        event.afterFix = cells["after_fix"].flatMap { Int($0) }
        event.notBefore = cells["not_before"].flatMap { Instant(iso: $0) }
        event.notAfter = cells["not_after"].flatMap { Instant(iso: $0) }
        event.status = cells["status"] ?? ""
        event.reports = list("reports")
        event.excerpt = cells["excerpt"] ?? ""
        event.key = cells["key"] ?? ""
        event.evidence = (cells["evidence"] ?? "").split(separator: "\n").map(String.init)
        return event
    }

    static func encode(_ event: NewsEvent) throws -> String { CellText.encode(cells(event)) }

    static func decode(_ text: String) throws -> NewsEvent? { event(try CellText.decode(text)) }
}
