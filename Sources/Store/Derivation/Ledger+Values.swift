package import Vocabulary

extension Ledger {
    package func series() throws -> [SeriesDescription] {
        try rows.series().compactMap { row in
            SeriesKey(row.name).map {
                SeriesDescription(key: $0, unit: row.unit, period: Period(rawValue: row.period) ?? .daily)
            }
        }
    }

    /// Ascending by day; with `vintages` every reading of a day, else the one known last, withdrawn ones left out.
    package func observations(_ query: ObservationQuery) throws -> [Observation] {
        guard let series = try rows.series(named: query.series.text)?.key else { return [] }
        var sight = Sight(self, known: query.known)
        var found: [Observation] = []
        var hasWithdrawn = false
        found.reserveCapacity(256)
        try rows.values(of: series, days: Ledger.days(query.from, query.to), descending: false) { row in
            guard let run = try sight.run(at: row.moment) else { return true }
            let number = row.number
            let day = Day(number: Int(row.day))
            // By its index: the row itself would be copied, with every text in it.
            if let last = found.indices.last, found[last].day == day {
                // A row may repeat the value in front of it; only a different one is a vintage.
                if query.vintages, isSameFigure(found[last].number, number) { return true }
                if !query.vintages { found.removeLast() }
            }
            if number == nil { hasWithdrawn = true }
            found.append(Observation(day: day, number: number, knownFrom: run.known, run: run.id))
            return true
        }
        // A second pass over everything only where there is something to leave out, which is rare.
        if hasWithdrawn, !query.vintages { found.removeAll { $0.number == nil } }
        return found
    }

    /// The last value dated on or before a day, a row or two away however long the series is.
    ///
    /// - Parameter besides: a run whose own values do not count.
    package func latest(
        _ series: SeriesKey, onOrBefore day: Day, from: Day?, known: KnownOn, besides own: RunID?
    ) throws -> Observation? {
        guard let key = try rows.series(named: series.text)?.key else { return nil }
        let own = try own.flatMap { try run($0) }?.moment
        var sight = Sight(self, known: known)
        var withdrawn: Int64?
        var found: Observation?
        try rows.values(of: key, days: Ledger.days(from, day), descending: true) { row in
            guard row.day != withdrawn, row.moment != own, let run = try sight.run(at: row.moment) else { return true }
            guard let number = row.number else {
                withdrawn = row.day
                return true
            }
            found = Observation(day: Day(number: Int(row.day)), number: number, knownFrom: run.known, run: run.id)
            return false
        }
        return found
    }

    private static func days(_ from: Day?, _ to: Day?) -> ClosedRange<Int64> {
        let (first, last) = (Int64(from?.number ?? Int32.min), Int64(to?.number ?? Int32.max))
        return first...max(first, last)
    }
}

/// Equality of values that may be withdrawn.
private func isSameFigure(_ a: PublishedNumber?, _ b: PublishedNumber?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.isSameValue(as: b)
}
