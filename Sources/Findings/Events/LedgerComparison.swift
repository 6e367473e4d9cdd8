package import Compare
package import Configuration
internal import Indicators
package import Rates
package import Store
package import Vocabulary

extension Comparison {
    /// Events against the series of a ledger, as they were known.
    ///
    /// - Parameters:
    ///   - events: those to compare; they may confound each other.
    ///   - only: restricts to these series; empty: those that stand for the events' currencies.
    ///   - ledger: its events may confound; nil: no others do.
    ///   - cleansEstimation: whether rows around earlier events are kept out of the estimation.
    ///   - quantities: what of each series is compared.
    ///   - watch: nil: the workspace's own `watch.toml`.
    package init(
        _ settings: Settings, _ book: SeriesBook, events: [NewsEvent], only: [SeriesKey],
        confounders: (ledger: Ledger, known: KnownOn)? = nil, cleansEstimation: Bool = false,
        quantities: [Quantity] = [.change], watch: WatchList? = nil
    ) throws {
        let choices = settings.workspace.compare
        let watch = watch ?? settings.watch
        let standing = book.seriesByCurrency(choices, watch)
        let currencies = Set(events.flatMap(\.currencies)).sorted()
        var tables = ComparisonTables(settings, book)
        let alone = quantities == [.premium]
        for key in alone ? [] : only + currencies.flatMap({ standing[$0] ?? [] }) { try tables.add(key) }
        if quantities.contains(.premium) {
            try tables.addPremiums(only, currencies, watch)
        }
        self.init(events: events, tables: tables.tables, seriesByCurrency: standing)
        self.only = only
        self.quantities = quantities
        self.cleansEstimation = cleansEstimation
        // Events of a file confound each other as those of the ledger do.
        let known =
            try confounders.map {
                try Comparison.confounders(
                    of: events, in: tables.tables, $0.ledger, known: $0.known, cleansEstimation: cleansEstimation)
            } ?? []
        let ids = Set(known.map(\.id))
        knownEvents = known + events.filter { !ids.contains($0.id) }
        numeraires = choices.numeraires
        basket = choices.basket
    }

    /// The reviewed events of the ledger that may confound some: of their countries, near them.
    private static func confounders(
        of events: [NewsEvent], in tables: [RateTable], _ ledger: Ledger, known: KnownOn, cleansEstimation: Bool
    ) throws -> [NewsEvent] {
        let countries = Set(events.flatMap(\.countries))
        let days = events.map(\.date)
        guard let first = days.min(), let last = days.max(), !countries.isEmpty else { return [] }
        let reach = tables.map { $0.confoundingDays(first...last, cleansEstimation: cleansEstimation) }
        return try ledger.events(
            EventQuery(.reviewed) {
                $0.require(.country, anyOf: countries)
                $0.from = reach.map(\.lowerBound).min() ?? first
                $0.to = reach.map(\.upperBound).max() ?? last
            }, known: known)
    }
}

extension SeriesBook {
    /// The series that stand for a currency: those of `[compare.series]`; where no feed has brought any of them, the first
    /// of `watch.toml` that there is, so that an event is compared with the rate that is watched beside it.
    package func seriesByCurrency(_ settings: CompareSettings, _ watch: WatchList) -> [String: [SeriesKey]] {
        var found = settings.series
        for country in watch.countries {
            guard !(found[country.currency] ?? []).contains(where: isKnown) else { continue }
            if let watched = (country.official + country.parallel).first(where: isKnown) {
                found[country.currency] = [watched]
            }
        }
        return found
    }
}

/// The tables of the series that a comparison asks for, each read once.
private struct ComparisonTables {
    let settings: Settings
    let book: SeriesBook
    private(set) var tables: [RateTable] = []

    init(_ settings: Settings, _ book: SeriesBook) {
        self.settings = settings
        self.book = book
    }

    /// A rate brings all that its source quotes beside it; what is no rate stands alone.
    mutating func add(_ key: SeriesKey) throws {
        guard !tables.contains(where: { $0.covers(key) }) else { return }
        let fix = settings.fixInstant(source: key.source)
        guard key.pair != nil else {
            guard book.isKnown(key) else { return }
            let series = try book.series(key)
            let area = String(key.text.prefix { $0 != ":" })
            // A percentage, or what may be zero, has differences and no growth.
            let isDifference = series.unit.hasPrefix("percent") || series.points.contains { $0.value <= 0 }
            let lone = LoneSeries(name: key.text, area: area, quantity: isDifference ? .difference : .change)
            tables.append(RateTable(lone, series, fixInstant: fix))
            return
        }
        let published = book.published.map(\.key).filter { $0.source == key.source && $0.measure == key.measure }
        guard let members = ComparisonTables.sharing(key, published) else { return }
        tables.append(try RateTable(members, fixInstant: fix) { try book.once($0) })
    }

    /// The largest group of rates with a common base or a common quote in which both currencies of a rate stand: the
    /// ECB's EUR/X, a central bank's X/RUB. A source that quotes against two currencies has two tables.
    private static func sharing(_ key: SeriesKey, _ published: [SeriesKey]) -> [SeriesKey]? {
        guard let wanted = key.pair else { return nil }
        let groups =
            Array(Dictionary(grouping: published) { $0.pair?.base }.values)
            + Array(Dictionary(grouping: published) { $0.pair?.quote }.values)
        let fitting = groups.filter { group in
            let currencies = Set(group.compactMap(\.pair).flatMap { [$0.base, $0.quote] })
            return currencies.isSuperset(of: [wanted.base, wanted.quote])
        }
        // Of equal ones the same each time.
        return fitting.max { ($0.count, $1[0]) < ($1.count, $0[0]) }
    }

    /// The premiums of the two series named, or of the currencies' countries in `watch.toml`.
    mutating func addPremiums(_ only: [SeriesKey], _ currencies: [String], _ watch: WatchList) throws {
        guard only.isEmpty else {
            let parallel = only.filter { $0.kind == "parallel" }
            for key in parallel.isEmpty ? Array(only.prefix(1)) : parallel {
                for official in only where official != key && official.pair == key.pair && official.kind != "parallel" {
                    try addPremium(key, over: official)
                }
            }
            guard tables.contains(where: { $0.isPremium }) else {
                throw Fault(
                    "usage", "a premium needs two rates of the same two currencies",
                    place: "--series \(only.map(\.text).joined(separator: ","))",
                    remedy:
                        "Give the parallel one and the official one, such as USD/SYP:parallel:wfp,USD/SYP:official:cbu."
                )
            }
            return
        }
        for country in watch.countries where currencies.contains(country.currency) {
            let official = country.official.filter { book.isKnown($0) }
            for key in country.parallel where book.isKnown(key) {
                guard let same = official.first(where: { $0.pair == key.pair }) else { continue }
                try addPremium(key, over: same)
                break
            }
        }
    }

    private mutating func addPremium(_ parallel: SeriesKey, over official: SeriesKey) throws {
        let ratios = try PremiumSeries.ratios(parallel: try book.series(parallel), official: try book.series(official))
        let lone = LoneSeries(
            name: "premium(\(parallel) over \(official))", currency: parallel.pair?.quote ?? "", quantity: .premium)
        tables.append(RateTable(lone, ratios, fixInstant: settings.fixInstant(source: parallel.source)))
    }
}

extension Settings {
    /// When the rates of a day were struck: the feed's `fix` where the publisher is, else the end of that day.
    func fixInstant(source: String) -> @Sendable (Day) -> Instant {
        let feed = feeds.first { $0.source == source && $0.kind == .rates && $0.fix != nil }
        return { feed?.fixInstant($0) ?? Instant($0 + 1) + -1 }
    }
}
