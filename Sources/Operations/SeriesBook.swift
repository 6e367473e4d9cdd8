internal import Configuration
package import Indicators
package import Store
package import Vocabulary

/// The series of a ledger as they were known, and the crosses between them: computed on asking, never stored.
package final class SeriesBook {
    private let ledger: any Ledger
    private let known: KnownOn
    private let feeds: [FeedFile]
    private let described: [SeriesKey: SeriesDescription]

    package init(_ workspace: Workspace, _ ledger: any Ledger, known: KnownOn) throws {
        self.ledger = ledger
        self.known = known
        feeds = workspace.settings.feeds
        described = Dictionary(uniqueKeysWithValues: try ledger.series().map { ($0.key, $0) })
    }

    package var published: [SeriesDescription] { described.values.sorted { $0.key < $1.key } }

    /// Series by name or pattern; a fault names what there is instead.
    package func keys(_ names: [String]) throws -> [SeriesKey] {
        try names.flatMap { name -> [SeriesKey] in
            if name.contains("*") {
                let found = described.keys.filter { Pattern.matches($0.text, name) }.sorted()
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

    /// A published series, or the cross that its name asks for.
    package func series(_ key: SeriesKey, from: Day? = nil, to: Day? = nil) throws -> DatedSeries {
        if described[key] != nil { return try stored(key, from, to) }
        guard let legs = legs(key) else { throw unknown(key.text) }
        switch (legs.base, legs.quote) {
        case (let base?, let quote?):
            return try CrossRate.derive(key, base: stored(base, from, to), quote: stored(quote, from, to))
        case (let base?, nil): return try CrossRate.inverse(key, of: stored(base, from, to))
        default: throw unknown(key.text)
        }
    }

    /// Every reading of each day of a published series.
    package func vintages(_ key: SeriesKey, from: Day?, to: Day?) throws -> [Observation] {
        guard described[key] != nil else {
            let legs = legs(key)
            let names = [legs?.base, legs?.quote].compactMap { $0?.text }.joined(separator: " and ")
            throw Fault(
                "usage", "\(key.text) is a cross and has no vintages of its own", remedy: "Ask for \(names).")
        }
        return try ledger.observations(ObservationQuery(key, from: from, to: to, known: known, vintages: true))
    }

    /// The days on which a source published anything, ascending.
    package func publicationDays(source: String, from: Day? = nil, to: Day? = nil) throws -> [Day] {
        var days: Set<Day> = []
        for key in described.keys where key.source == source {
            days.formUnion(
                try ledger.observations(ObservationQuery(key, from: from, to: to, known: known)).map(\.day))
        }
        return days.sorted()
    }

    private func legs(_ key: SeriesKey) -> (base: SeriesKey?, quote: SeriesKey?)? {
        guard described[key] == nil, let pair = key.pair else { return nil }
        let commons = Set(
            described.keys.filter { $0.source == key.source && $0.measure == key.measure }.compactMap { $0.pair?.base })
        for common in commons.sorted() {
            func leg(_ code: String) -> SeriesKey? {
                let leg = SeriesKey(base: common, quote: code, measure: key.measure, source: key.source)
                return described[leg] == nil ? nil : leg
            }
            if let base = leg(pair.base) {
                if pair.quote == common { return (base, nil) }
                if let quote = leg(pair.quote) { return (base, quote) }
            }
        }
        return nil
    }

    private func stored(_ key: SeriesKey, _ from: Day?, _ to: Day?) throws -> DatedSeries {
        let rows = try ledger.observations(ObservationQuery(key, from: from, to: to, known: known))
        var points: [DatedPoint] = []
        points.reserveCapacity(rows.count)
        for row in rows {
            guard let number = row.number else { continue }
            points.append(
                DatedPoint(
                    day: row.day, value: number.value, printed: number, knownFrom: row.knownFrom, run: row.run))
        }
        // Several feeds may fill one source's series: the one that publishes most often says how soon it is old.
        let own = feeds.filter { $0.source == key.source && $0.kind == .rates }
        let period = described[key]?.period ?? .daily
        let age = own.map { Int($0.maxAge.seconds / 86_400) }.min() ?? (period == .daily ? 7 : 45)
        let isFilled = own.contains { $0.isCalendarFilled }
        let perYear: Double =
            switch period {
            case .daily: Double(own.map(\.periodsPerYear).max() ?? 252)
            case .monthly: 12
            case .quarterly: 4
            case .annual: 1
            }
        return DatedSeries(
            key: key, unit: unit(key), points: points, maximumAgeDays: age, observationsPerYear: perYear,
            closedWeekdays: isFilled ? [6, 7] : [])
    }

    private func unknown(_ name: String) -> Fault {
        let sources = Set(described.keys.map(\.source)).sorted().joined(separator: ", ")
        return Fault(
            "usage", "there is no series \(name) in the ledger",
            remedy: described.isEmpty
                ? "Fetch or import rates first." : "sources: \(sources); `bellwether rates` lists all series")
    }
}

/// Names with `*` for any run of characters.
enum Pattern {
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
