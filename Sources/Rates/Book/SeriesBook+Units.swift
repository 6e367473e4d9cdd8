internal import Configuration
internal import Store
package import Vocabulary

extension SeriesBook {
    /// The observations as indicators read them, in the newest unit that any of them was printed in.
    func dated(_ key: SeriesKey, _ screened: RateSurvey.Screened) -> DatedSeries {
        func point(_ index: Int) -> DatedPoint {
            let row = screened.observations[index]
            return DatedPoint(
                day: row.day, value: screened.values[index], printed: row.number, knownFrom: row.knownFrom,
                run: row.run)
        }
        let isSuspect = Set(screened.suspects.map(\.index))
        // Several feeds may fill one source's series: the one that publishes most often says how soon it is old.
        let own = feeds.filter { $0.source == key.source && $0.kind == .rates }
        let period = described[key]?.period ?? .daily
        let age = own.map { Int($0.maxAge.seconds / 86_400) }.min() ?? (period == .daily ? 7 : 45)
        let perYear: Double =
            switch period {
            case .daily: Double(own.map(\.periodsPerYear).max() ?? 252)
            case .monthly: 12
            case .quarterly: 4
            case .annual: 1
            }
        var series = DatedSeries(
            key: key, unit: unit(key),
            points: isSuspect.isEmpty
                ? screened.observations.indices.map(point)
                : screened.observations.indices.compactMap { isSuspect.contains($0) ? nil : point($0) },
            maximumAgeDays: age, observationsPerYear: perYear,
            closedWeekdays: own.first { $0.isCalendarFilled }?.closedWeekdays ?? [])
        series.suspects = screened.suspects.map { point($0.index) }
        series.unitScale = screened.unitScale
        series.openUnitSince = SeriesBook.openSince(screened)
        if let name = unitName(key, screened) { series.unit += " (\(name))" }
        return series
    }

    /// `old pounds` or `new pounds`, of a series whose currency changed its unit under its code.
    func unitName(_ key: SeriesKey) throws -> String? {
        // Few currencies changed their unit, and reading the series is the long way.
        try namedChange(key) == nil ? nil : unitName(key, screening(key))
    }

    private func unitName(_ key: SeriesKey, _ screened: RateSurvey.Screened) -> String? {
        namedChange(key).map { change in
            if screened.followed.contains(change) { return change.names[1] }
            return SeriesBook.unnamed(change, screened) ?? change.names[0]
        }
    }

    /// Of a series that begins after the change nobody can tell the unit by its name until a switch day is configured, or
    /// a step tells the old one.
    private static func unnamed(_ change: UnitChanges.Change, _ screened: RateSurvey.Screened) -> String? {
        guard let first = screened.observations.first?.day, let effective = change.effective, first >= effective,
            !screened.followed.contains(change), screened.suspects.allSatisfy({ $0.unitStep == nil })
        else { return nil }
        return "\(change.names[0]) or \(change.names[1]), not known"
    }

    /// A series that begins a year and more after a change needs no switch day: nobody asks which pound it was by then.
    private static func openSince(_ screened: RateSurvey.Screened) -> Day? {
        guard let first = screened.observations.first?.day else { return nil }
        return screened.open.compactMap(\.effective).filter { first < $0 + 366 }.min()
    }

    /// The last change of unit under a currency's code whose old and new unit have names.
    private func namedChange(_ key: SeriesKey) -> UnitChanges.Change? {
        key.pair.flatMap { survey.units.of($0).last { $0.names.count == 2 } }
    }

    /// The unit in which one value of a published series was printed.
    package func printedUnit(_ key: SeriesKey, on day: Day, run: RunID) throws -> String {
        guard let change = namedChange(key) else { return unit(key) }
        let isNew = change.isNew(run.feed, on: day)
        let isBefore = change.effective.map { day < $0 } ?? true
        let unnamed = try isNew || isBefore ? nil : SeriesBook.unnamed(change, screening(key))
        return "\(unit(key)) (\(unnamed ?? change.names[isNew ? 1 : 0]))"
    }

    /// Why the value of a day is suspect, by day.
    package func suspicions(_ series: DatedSeries) throws -> [Day: String] {
        let keys = (series.legs.isEmpty ? [series.key] : series.legs.map(\.key)) + series.links.map(\.key)
        var found: [Day: String] = [:]
        for key in keys where described[key] != nil {
            let screened = try screening(key)
            for suspect in screened.suspects {
                let day = screened.observations[suspect.index].day
                guard found[day] == nil else { continue }
                let name = series.legs.isEmpty ? "" : "\(key) "
                found[day] = try "suspect: \(name)\(survey.reason(suspect, in: screened))"
            }
        }
        return found
    }
}
