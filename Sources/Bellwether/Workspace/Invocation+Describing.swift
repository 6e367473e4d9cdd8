internal import CommandLine
internal import Findings
internal import Lists
internal import Tables
internal import Vocabulary

extension Option {
    /// What a person says of an event.
    static let describing: [Option] = [
        Option("country", .list, valueName: "CODE", help: "ISO 3166-1 alpha-2."),
        Option("currency", .list, valueName: "CODE", help: "ISO 4217."),
        Option("tag", .list, valueName: "TAG", help: "Tags."),
        Option("programme", .list, valueName: "TAG", help: "Sanctions programmes and acts."),
        Option(
            "direction", valueName: "WORD", allowed: ["tighten", "ease", "neutral"], help: "Needed to pool events."),
    ]
}

extension Invocation {
    /// Enters what the options say of an event, each value checked; what they do not say stays.
    func describe(_ event: inout NewsEvent) throws {
        if let bad = list("country").first(where: {
            $0.utf8.count != 2 || !$0.utf8.allSatisfy { (65...90).contains($0) }
        }) {
            throw fault("--country wants codes such as RU, not “\(bad)”")
        }
        if let bad = list("currency").first(where: { !SeriesKey.isCurrencyCode($0) }) {
            throw fault("--currency wants codes such as RUB, not “\(bad)”")
        }
        if !list("country").isEmpty { event.countries = list("country") }
        if !list("currency").isEmpty { event.currencies = list("currency") }
        if !list("tag").isEmpty { event.tags = list("tag") }
        if !list("programme").isEmpty { event.programmes = list("programme") }
        if let direction = value("direction") { event.direction = direction }
    }

    /// Prints which names a list may hold, and in one line each which lists have none of them and which nobody looked at.
    func show(_ screening: NameScreening, of names: [String], on day: Day) throws {
        let listed = screening.rows(names).filter { $0.status == .listed }
        if !listed.isEmpty { try console.print(.screening(listed, on: day), as: .text) }
        let without = screening.looked.filter { list in !listed.contains { $0.list == list } }
        if !without.isEmpty {
            try console.print("None of its names is on \(without.joined(separator: ", ")) as of \(day).\n")
        }
        if !screening.unknown.isEmpty {
            try console.print("Unknown, not looked at by then: \(screening.unknown.joined(separator: ", ")).\n")
        }
    }
}
