package import Configuration
package import Store
package import Vocabulary

/// The series of a ledger as they were known, and the crosses between them: computed on asking, never stored.
package final class SeriesBook {
    private let ledger: Ledger
    private let known: KnownOn
    let feeds: [FeedFile]
    let survey: RateSurvey
    private let options: SeriesOptions
    /// A series is screened whole, whatever part of it is asked for, and asked for more than once in a row.
    private var screened: [RateSurvey.Screened] = []
    /// A cross, its legs and what they are linked to.
    private static let kept = 8
    private(set) lazy var pairs = PairIndex.all(described.keys)
    var described: [SeriesKey: SeriesDescription] { survey.described }

    /// - Parameter settings: which feeds fill a series, and how currencies changed their unit.
    package init(
        _ settings: Settings, _ ledger: Ledger, known: KnownOn, options: SeriesOptions = SeriesOptions()
    ) throws {
        self.ledger = ledger
        self.known = known
        self.options = options
        feeds = settings.feeds
        survey = try RateSurvey(ledger, known: known, units: settings.units)
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
        let whole = try described[key] == nil ? cross(key) : stored(key)
        return whole.bounded(from: from, to: to)
    }

    /// A published series that is asked for only once: what it was made from is not kept.
    package func once(_ key: SeriesKey) throws -> DatedSeries { try dated(key, survey.series(key)) }

    /// A published series, linked and with its suspect values where that was asked for.
    func stored(_ key: SeriesKey) throws -> DatedSeries {
        var series = try dated(key, screening(key))
        if options.isLinked { series = try linked(series) }
        if options.keepsSuspects { (series.points, series.suspects) = (series.everyPoint, []) }
        return series
    }

    func screening(_ key: SeriesKey) throws -> RateSurvey.Screened {
        if let found = screened.first(where: { $0.key == key }) { return found }
        let found = try survey.series(key)
        if screened.count == SeriesBook.kept { screened.removeFirst() }
        screened.append(found)
        return found
    }

    /// Every reading of each day of a published series.
    package func vintages(_ key: SeriesKey, from: Day?, to: Day?) throws -> [Observation] {
        guard described[key] != nil else {
            let names = legs(key)?.keys.map(\.text).joined(separator: " and ") ?? "its legs"
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

    func unknown(_ name: String) -> Fault {
        let sources = Set(described.keys.map(\.source)).sorted().joined(separator: ", ")
        return Fault(
            "usage", "there is no series \(name) in the ledger",
            remedy: described.isEmpty
                ? "Fetch or import rates first."
                : SeriesNames.meant(name, among: described.keys.map(\.text))
                    ?? "sources: \(sources); `bellwether rates` lists all series")
    }
}

/// How a book reads series.
package struct SeriesOptions: Sendable, Hashable {
    /// Into the currencies that theirs took the place of.
    package var isLinked = false
    /// Values that nothing confirms are among the points.
    package var keepsSuspects = false

    package init() {}
}

extension SeriesBook {
    /// Every rate of a currency against a base, of all kinds and sources: units of the currency per one of the base, also
    /// where the publisher prints it the other way round or only against a third currency.
    package func rates(of currency: String, per base: String) throws -> [DatedSeries] {
        let markets = published.map(\.key).filter { $0.pair?.base == currency || $0.pair?.quote == currency }
        let keys = Set(
            markets.map { SeriesKey(base: base, quote: currency, measure: $0.measure, source: $0.source) })
        return try keys.sorted().filter { isKnown($0) }.map { try series($0) }
    }
}

extension SeriesBook {
    /// The published series whose names match a pattern such as `US:cpi_yoy:*`; none is no fault.
    package func matching(_ pattern: String) -> [SeriesKey] {
        published.map(\.key).filter { Pattern.matches($0.text, pattern) }
    }

    /// One currency priced in several others by one source: published series, or crosses between them.
    package func basket(of home: String, in currencies: [String], source: String?) throws -> [SeriesKey] {
        var origins: [(source: String, measure: String)] = []
        for key in published.map(\.key) where key.pair != nil && (source == nil || key.source == source) {
            if !origins.contains(where: { $0 == (key.source, key.measure) }) {
                origins.append((key.source, key.measure))
            }
        }
        let found = origins.map { origin in
            currencies.compactMap { currency in
                [(home, currency), (currency, home)].lazy
                    .map { SeriesKey(base: $0.0, quote: $0.1, measure: origin.measure, source: origin.source) }
                    .first { self.isKnown($0) }
            }
        }.filter { $0.count == currencies.count }
        guard let first = found.first else {
            throw Fault(
                "usage",
                "no source in the ledger prices \(home) in \(currencies.joined(separator: ", "))"
                    + (source.map { "; \($0) was asked for" } ?? ""),
                remedy: "Give a series for each: --series \(home)/\(currencies.first ?? "EUR"):reference:SOURCE.")
        }
        guard found.count == 1 else {
            let names = found.compactMap { $0.first.map { "\($0.measure) of \($0.source)" } }
            throw Fault(
                "usage", "several sources price \(home) in this basket: \(names.joined(separator: ", "))",
                remedy: "Name one with --set source=…, or give a series for each currency.")
        }
        return first
    }
}

extension SeriesBook {
    /// The series with the days before its first one from the currency that its own took the place of, divided by the
    /// ratio: EUR/TRY continued by EUR/TRL.
    func linked(_ series: DatedSeries) throws -> DatedSeries {
        guard let pair = series.key.pair, let first = series.points.first?.day else { return series }
        for code in [pair.quote, pair.base] {
            guard let change = predecessor(of: code) else { continue }
            let isQuote = code == pair.quote
            let key = SeriesKey(
                base: isQuote ? pair.base : change.codeFrom, quote: isQuote ? change.codeFrom : pair.quote,
                measure: series.key.measure, source: series.key.source)
            guard described[key] != nil else { continue }
            let before = try linked(dated(key, screening(key)))
            // Zeros that the successor lost later under its own code are lost to its predecessor as well.
            let later = try screening(series.key).followed.filter { $0.code == code }
                .reduce(1) { $0 * ($1.divisor(of: pair) ?? 1) }
            let divisor = (isQuote ? change.divisor : 1 / change.divisor) * later
            func adjusted(_ points: [DatedPoint]) -> [DatedPoint] {
                points.filter { $0.day < first }.map {
                    DatedPoint(
                        day: $0.day, value: $0.value / divisor, printed: $0.printed, knownFrom: $0.knownFrom,
                        run: $0.run)
                }
            }
            let earlier = adjusted(before.points)
            guard !earlier.isEmpty else { continue }
            var whole = series
            whole.points = earlier + series.points
            whole.suspects = adjusted(before.suspects) + series.suspects
            whole.links =
                [SeriesLink(key: key, divisor: divisor, before: first)]
                + before.links.map { SeriesLink(key: $0.key, divisor: $0.divisor * divisor, before: $0.before) }
            whole.unit += ", linked"
            return whole
        }
        return series
    }

    /// The one currency that another took the place of. The euro took the place of many and continues none of them; a
    /// currency that another merely absorbed is no predecessor either.
    private func predecessor(of code: String) -> UnitChanges.Change? {
        let found = survey.units.changes.filter {
            $0.codeTo == code && $0.codeFrom != code && $0.status == .inForce && !$0.isInverse
        }
        return found.count == 1 ? found[0] : nil
    }
}

extension SeriesBook {
    func legs(_ key: SeriesKey) -> CrossLegs? {
        guard described[key] == nil, let pair = key.pair else { return nil }
        return pairs[PairIndex.Name(measure: key.measure, source: key.source)]?.legs(pair.base, pair.quote)
    }

    /// A cross has the suspect days of its legs.
    func cross(_ key: SeriesKey) throws -> DatedSeries {
        guard let legs = legs(key) else { throw unknown(key.text) }
        let read = try legs.keys.map { try stored($0) }
        var cross = try divide(key, legs, read)
        if read.contains(where: { !$0.suspects.isEmpty }) {
            let whole = try divide(
                key, legs,
                read.map { leg in
                    var leg = leg
                    leg.points = leg.everyPoint
                    return leg
                })
            let believed = Set(cross.points.map(\.day))
            cross.suspects = whole.points.filter { !believed.contains($0.day) }
        }
        cross.openUnitSince = read.compactMap(\.openUnitSince).min()
        cross.links = read.flatMap(\.links).sorted { $0.before > $1.before }
        cross.unit += try read.lazy.compactMap { try unitName($0.key) }.first.map { " (\($0))" } ?? ""
        if !cross.links.isEmpty { cross.unit += ", linked" }
        return cross
    }

    private func divide(_ key: SeriesKey, _ legs: CrossLegs, _ read: [DatedSeries]) throws -> DatedSeries {
        switch legs {
        case .commonBase:
            var cross = try CrossRate.derive(key, base: read[0], quote: read[1])
            cross.unitScale = read[1].unitScale / read[0].unitScale
            return cross
        case .commonQuote:
            var cross = try CrossRate.derive(key, fromPriceOf: read[0], andOf: read[1])
            cross.unitScale = read[0].unitScale / read[1].unitScale
            return cross
        case .inverse:
            var cross = try CrossRate.inverse(key, of: read[0])
            cross.unitScale = 1 / read[0].unitScale
            cross.suspects = []
            return cross
        }
    }
}
