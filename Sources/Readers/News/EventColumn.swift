internal import Formats
internal import Vocabulary

/// A column of the event record, in the order in which files are written.
enum EventColumn: String, CaseIterable {
    case id, date
    case timeUTC = "time_utc"
    case precision
    case dateSource = "date_source"
    case title, source, url, countries, currencies, actors, programs, tags, direction, expected, confidence, measure
    case stage
    case afterFix = "after_fix"
    case notBefore = "not_before"
    case notAfter = "not_after"
    case status, reports, excerpt

    /// Also the singular and British spellings that people write by hand.
    init?(name: String) {
        switch name {
        case "program", "programme", "programmes": self = .programs
        case "country": self = .countries
        case "currency": self = .currencies
        case "tag": self = .tags
        case "actor": self = .actors
        case "time": self = .timeUTC
        default: self.init(rawValue: name)
        }
    }

    func set(_ text: String, in event: inout NewsEvent) throws {
        switch self {
        case .id:
            guard !text.isEmpty else { throw Fault("bad_event", "the id is empty") }
            event.id = text
        case .date:
            guard let day = Day(iso: text) else { throw Fault("bad_day", "\"\(text)\" is no day; write yyyy-MM-dd") }
            event.date = day
        case .timeUTC: event.time = try instant(text) ?? event.time
        case .notBefore: event.notBefore = try instant(text)
        case .notAfter: event.notAfter = try instant(text)
        case .precision:
            event.precision = try word(text, ["minute", "hour", "day", "week", "month"]) ?? event.precision
        case .dateSource:
            let sources = ["official", "jsonld", "meta", "markup", "feed", "url", "text", "manual", "seen"]
            event.dateSource = try word(text, sources) ?? event.dateSource
        case .title: event.title = text
        case .source: event.source = text
        case .url: event.url = text
        case .countries: event.countries = try codes(text, length: 2, "ISO 3166-1 alpha-2")
        case .currencies: event.currencies = try codes(text, length: 3, "ISO 4217")
        case .actors: event.actors = list(text)
        case .programs: event.programmes = list(text)
        case .tags: event.tags = list(text)
        case .direction: event.direction = try word(text, ["tighten", "ease", "neutral"]) ?? ""
        case .expected:
            event.expected = try word(text, ["surprise", "scheduled", "leaked", "unknown"]) ?? event.expected
        case .confidence: event.confidence = try word(text, ["high", "medium", "low"]) ?? ""
        case .measure: event.measure = text
        case .stage: event.stage = text
        case .status: event.status = try word(text, ["new", "accepted"]) ?? ""
        case .reports: event.reports = list(text)
        case .excerpt: event.excerpt = String(text.prefix(300))
        case .afterFix: event.afterFix = try word(text, ["0", "1"]).flatMap { Int($0) }
        }
    }

    func text(of event: NewsEvent) -> String {
        switch self {
        case .id: event.id
        case .date: event.date.description
        case .timeUTC: event.time?.description ?? ""
        case .precision: event.precision
        case .dateSource: event.dateSource
        case .title: event.title
        case .source: event.source
        case .url: event.url
        case .countries: event.countries.joined(separator: ";")
        case .currencies: event.currencies.joined(separator: ";")
        case .actors: event.actors.joined(separator: ";")
        case .programs: event.programmes.joined(separator: ";")
        case .tags: event.tags.joined(separator: ";")
        case .direction: event.direction
        case .expected: event.expected
        case .confidence: event.confidence
        case .measure: event.measure
        case .stage: event.stage
        case .afterFix: event.afterFix.map { String($0) } ?? ""
        case .notBefore: event.notBefore?.description ?? ""
        case .notAfter: event.notAfter?.description ?? ""
        case .status: event.status
        case .reports: event.reports.joined(separator: ";")
        case .excerpt: event.excerpt
        }
    }

    /// Nil for an empty text.
    private func instant(_ text: String) throws -> Instant? {
        guard !text.isEmpty else { return nil }
        guard text.utf8.count > 10, let time = Instant(iso: text) else {
            throw Fault("bad_event", "\"\(text)\" is no time; write yyyy-MM-ddTHH:mm:ssZ")
        }
        return time
    }

    /// Nil for an empty text: the record's default stands.
    private func word(_ text: String, _ allowed: [String]) throws -> String? {
        guard !text.isEmpty else { return nil }
        guard allowed.contains(text) else {
            throw Fault("bad_event", "\"\(text)\" is none of \(allowed.joined(separator: ", "))")
        }
        return text
    }

    private func list(_ text: String) -> [String] {
        text.split(separator: ";").map { collapsed($0) }.filter { !$0.isEmpty }
    }

    private func codes(_ text: String, length: Int, _ standard: String) throws -> [String] {
        let codes = list(text)
        for code in codes where code.utf8.count != length || !code.utf8.allSatisfy({ (65...90).contains($0) }) {
            throw Fault(
                "bad_event", "\"\(code)\" is no code of \(standard)", remedy: "Separate several codes by semicolons.")
        }
        return codes
    }
}
