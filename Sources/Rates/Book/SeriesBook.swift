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
