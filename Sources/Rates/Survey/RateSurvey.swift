package import Store
package import Vocabulary

/// The rates of a ledger as they were known, in one unit each, and which of them nothing confirms: what the report,
/// the commands and the intake of a new run all ask, so that they cannot disagree.
package final class RateSurvey {
    /// A series, value by value.
    package struct Screened: Sendable {
        package var key: SeriesKey
        /// Ascending, each day once, as published.
        package var observations: [Observation]
        /// In the newest unit that any of them was printed in.
        package var values: [Double]
        /// Ascending.
        package var suspects: [RateScreen.Suspect] = []
        /// Changes of unit that its values follow.
        package var followed: [UnitChanges.Change] = []
        /// Changes in force that they do not follow, as far as is known.
        package var open: [UnitChanges.Change] = []
        /// What the values are divided by to be in the newest unit of their currencies.
        package var unitScale = 1.0
    }

    package let ledger: Ledger
    let known: KnownOn
    package let units: UnitChanges
    package let described: [SeriesKey: SeriesDescription]
    private lazy var accepted = Result { try ledger.accepted(known: known) }
    private lazy var byMarket = Dictionary(grouping: described.keys) { Market($0) }

    package init(_ ledger: Ledger, known: KnownOn, units: UnitChanges) throws {
        self.ledger = ledger
        self.known = known
        self.units = units
        described = Dictionary(uniqueKeysWithValues: try ledger.series().map { ($0.key, $0) })
    }

    /// The observations of a published series, screened where it is a rate.
    package func series(_ key: SeriesKey, from: Day? = nil, to: Day? = nil) throws -> Screened {
        try screen(key, try ledger.observations(ObservationQuery(key, from: from, to: to, known: known)))
    }

    package func screen(_ key: SeriesKey, _ observations: [Observation]) throws -> Screened {
        var screened = Screened(key: key, observations: observations, values: [])
        let changes = key.pair.map { units.of($0) } ?? []
        guard let pair = key.pair, !changes.isEmpty else {
            screened.values = observations.map { $0.number?.value ?? 0 }
            if key.pair != nil { screened.suspects = try suspects(screened, []) }
            return screened
        }
        // A change that no value follows leaves the series in its old unit.
        let followed = changes.filter { change in observations.contains { change.isNew($0.run.feed, on: $0.day) } }
        screened.followed = followed
        let open = changes.filter { !followed.contains($0) }
        screened.open = open
        screened.unitScale = open.reduce(1) { $0 * ($1.divisor(of: pair) ?? 1) }
        screened.values = observations.map { row in
            followed.reduce(row.number?.value ?? 0) { value, change in
                change.isNew(row.run.feed, on: row.day) ? value : value / (change.divisor(of: pair) ?? 1)
            }
        }
        screened.suspects = try suspects(screened, open)
        return screened
    }

    private func suspects(_ series: Screened, _ open: [UnitChanges.Change]) throws -> [RateScreen.Suspect] {
        guard let pair = series.key.pair, let period = described[series.key]?.period, period <= .monthly else {
            return []
        }
        var screen = RateScreen(monthly: period == .monthly)
        screen.unitSteps = open.compactMap { change in
            guard let divisor = change.divisor(of: pair), let earliest = change.earliest else { return nil }
            return RateScreen.UnitStep(divisor: divisor, from: earliest)
        }
        return try screen.suspects(days: series.observations.map(\.day), values: series.values) { index, isUnitStep in
            let row = series.observations[index]
            if try accepted.get().contains(row.run) { return true }
            // Sources that went over to a new unit side by side would confirm each other's mistake.
            return try !isUnitStep && confirms(series.values[index] / series.unitScale, on: row.day, of: series.key)
        }
    }

    /// Whether a second source of the pair and the class has about the same value, then or up to three days before.
    private func confirms(_ value: Double, on day: Day, of key: SeriesKey) throws -> Bool {
        guard let pair = key.pair else { return false }
        for other in byMarket[Market(key)] ?? [] where other.source != key.source {
            guard let row = try ledger.latest(other, onOrBefore: day, from: day + -3, known: known, besides: nil),
                let number = row.number
            else { continue }
            let scale = units.scale(pair, feed: row.run.feed, on: row.day)
            if abs(value / (number.value / scale) - 1) <= 0.05 { return true }
        }
        return false
    }

    /// Why a value is suspect, as a note says it: `0.41 after 158.2 on 2025-04-03: KRW's number?`
    package func reason(_ suspect: RateScreen.Suspect, in series: Screened) throws -> String {
        let (row, before) = (series.observations[suspect.index], series.observations[suspect.previous])
        guard let pair = series.key.pair, let number = row.number, let previous = before.number else { return "" }
        // Of all values behind a step to a new unit the first one says what it was.
        let first = suspect.unitStep.map { series.observations[$0] } ?? row
        var hint = RateHint(
            value: first.number?.value ?? number.value, previous: previous.value, pair: pair, day: first.day)
        hint.feed = row.run.feed
        hint.units = units
        if hint.text == nil {
            hint.siblings = try described.keys.sorted().compactMap { other in
                guard other.source == series.key.source, other.measure == series.key.measure, let twin = other.pair,
                    twin.base == pair.base, twin.quote != pair.quote,
                    let last = try ledger.latest(other, onOrBefore: before.day, from: nil, known: known, besides: nil)
                else { return nil }
                return last.number.map { (twin.quote, $0.value) }
            }
        }
        let words = suspect.index == suspect.previous ? "" : " after \(previous) on \(before.day)"
        return "\(number)\(words)" + (hint.text.map { ": \($0)" } ?? "")
    }
}

/// Series whose values may confirm each other: a parallel market never speaks for an official rate.
package struct Market: Sendable, Hashable {
    package var pair: SeriesKey.Pair?
    package var isParallel: Bool

    package init(_ key: SeriesKey) {
        pair = key.pair
        isParallel = key.kind == "parallel"
    }
}

extension Period {
    static func <= (a: Period, b: Period) -> Bool {
        let order: [Period] = [.daily, .monthly, .quarterly, .annual]
        return (order.firstIndex(of: a) ?? 0) <= (order.firstIndex(of: b) ?? 0)
    }
}
