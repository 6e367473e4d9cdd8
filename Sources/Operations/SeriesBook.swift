package import Store
package import Vocabulary

/// One day of a series: as printed, or divided from two printed legs.
package struct BookRow: Sendable, Hashable {
    package var day: Day
    /// Nil: withdrawn.
    package var value: Double?
    /// Nil for a cross.
    package var printed: PublishedNumber?
    package var knownFrom: Instant
    package var run: String
}

/// The series of a ledger as they were known, and the crosses between them: computed on asking, never stored.
package final class SeriesBook {
    private let ledger: any Ledger
    private let known: KnownOn
    private let described: [SeriesKey: SeriesDescription]

    package init(_ ledger: any Ledger, known: KnownOn) throws {
        self.ledger = ledger
        self.known = known
        described = Dictionary(uniqueKeysWithValues: try ledger.series().map { ($0.key, $0) })
    }

    package var published: [SeriesDescription] { described.values.sorted { $0.key < $1.key } }

    /// Series by name or pattern; a fault names what there is instead.
    package func keys(_ names: [String]) throws -> [SeriesKey] {
        try names.flatMap { name -> [SeriesKey] in
            if name.contains("*") {
                let found = described.keys.filter { SeriesBook.matches($0.text, name) }.sorted()
                guard !found.isEmpty else { throw unknown(name) }
                return found
            }
            guard let key = SeriesKey(name), isKnown(key) else { throw unknown(name) }
            return [key]
        }
    }

    package func isKnown(_ key: SeriesKey) -> Bool { described[key] != nil || legs(key) != nil }

    package func unit(_ key: SeriesKey) -> String {
        described[key]?.unit ?? key.pair.map { "\($0.quote) per \($0.base)" } ?? ""
    }

    /// The two published series that a cross is divided from; nil where it is none.
    package func legs(_ key: SeriesKey) -> (base: SeriesKey?, quote: SeriesKey?, common: String)? {
        guard described[key] == nil, let pair = key.pair else { return nil }
        let commons = Set(
            described.keys.filter { $0.source == key.source && $0.measure == key.measure }.compactMap { $0.pair?.base })
        for common in commons.sorted() {
            func leg(_ code: String) -> SeriesKey? {
                let leg = SeriesKey(base: common, quote: code, measure: key.measure, source: key.source)
                return described[leg] == nil ? nil : leg
            }
            // The common base itself is worth one of itself.
            let (base, quote) = (leg(pair.base), leg(pair.quote))
            if (base != nil || pair.base == common) && (quote != nil || pair.quote == common) {
                return (base, quote, common)
            }
        }
        return nil
    }

    package func observations(
        _ key: SeriesKey, from: Day? = nil, to: Day? = nil, vintages: Bool = false
    ) throws -> [BookRow] {
        if described[key] != nil { return try stored(key, from, to, vintages) }
        guard let legs = legs(key) else { throw unknown(key.text) }
        guard !vintages else {
            let names = [legs.base, legs.quote].compactMap { $0?.text }.joined(separator: " and ")
            throw Fault("usage", "\(key.text) is a cross and has no vintages of its own", remedy: "Ask for \(names).")
        }
        let base = try legs.base.map { try stored($0, from, to, false) }
        let quote = try legs.quote.map { try stored($0, from, to, false) }
        guard let base else { return quote ?? [] }
        let quotes = quote.map { rows in Dictionary(uniqueKeysWithValues: rows.map { ($0.day, $0) }) }
        return base.compactMap { row in
            guard let divisor = row.value, divisor != 0 else { return nil }
            guard let quotes else {
                return BookRow(day: row.day, value: 1 / divisor, printed: nil, knownFrom: row.knownFrom, run: row.run)
            }
            guard let other = quotes[row.day], let value = other.value else { return nil }
            let later = other.knownFrom > row.knownFrom ? other : row
            return BookRow(
                day: row.day, value: value / divisor, printed: nil, knownFrom: later.knownFrom, run: later.run)
        }
    }

    private func stored(_ key: SeriesKey, _ from: Day?, _ to: Day?, _ vintages: Bool) throws -> [BookRow] {
        try ledger.observations(ObservationQuery(key, from: from, to: to, known: known, vintages: vintages)).map {
            BookRow(
                day: $0.day, value: $0.number?.value, printed: $0.number, knownFrom: $0.knownFrom, run: $0.run)
        }
    }

    private func unknown(_ name: String) -> Fault {
        let sources = Set(described.keys.map(\.source)).sorted().joined(separator: ", ")
        return Fault(
            "usage", "there is no series \(name) in the ledger",
            remedy: described.isEmpty
                ? "Fetch or import rates first." : "sources: \(sources); `bellwether rates` lists all series")
    }

    static func matches(_ text: String, _ pattern: String) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map { Array($0.utf8) }
        var rest = Array(text.utf8)[...]
        for (index, piece) in pieces.enumerated() {
            if index == 0 {
                guard rest.starts(with: piece) else { return false }
                rest = rest.dropFirst(piece.count)
            } else if index == pieces.count - 1 {
                return rest.count >= piece.count && rest.suffix(piece.count).elementsEqual(piece)
            } else {
                while !rest.starts(with: piece) {
                    guard !rest.isEmpty else { return false }
                    rest = rest.dropFirst()
                }
                rest = rest.dropFirst(piece.count)
            }
        }
        return rest.isEmpty
    }
}
