internal import Store
package import Vocabulary

/// A day on which a feed seems to have gone over to a new unit under the same code: proposed, never applied.
package struct UnitProposal: Sendable, Hashable {
    /// What it goes over to, as `Config/units.toml` has it.
    package var change: UnitChanges.Change
    package var feed: String
    package var day: Day
    /// What it is read from.
    package var evidence: String

    /// The rows to paste below the change in `Config/units.toml`.
    package var toml: String {
        """
        # \(change.code), \(change.effective?.description ?? ""): \(evidence)
        [[unit.switch]]
        feed = "\(feed)"
        day = \(day)
        """
    }
}

extension SeriesBook {
    /// One for each feed and change that `Config/units.toml` has no day for and the data speak of.
    package func unitProposals() throws -> [UnitProposal] {
        var found: [UnitProposal] = []
        for change in survey.units.underOneCode {
            for key in described.keys.sorted() {
                guard let pair = key.pair, let divisor = change.divisor(of: pair) else { continue }
                let rows = try survey.series(key).observations
                for (feed, own) in Dictionary(grouping: rows, by: { $0.run.feed })
                    .sorted(by: { $0.key < $1.key })
                where change.switchDay(of: feed) == nil
                    && !found.contains(where: { $0.change == change && $0.feed == feed })
                {
                    let stepped = step(change, feed, key: key, rows: own, divisor: divisor)
                    if let proposal = try stepped ?? beside(change, feed, key: key, rows: own) {
                        found.append(proposal)
                    }
                }
            }
        }
        return found
    }

    /// A step by the ratio, on or after its day but for a month's grace, that stays.
    private func step(
        _ change: UnitChanges.Change, _ feed: String, key: SeriesKey, rows: [Observation], divisor: Double
    ) -> UnitProposal? {
        func isStep(_ a: Observation, _ b: Observation) -> Bool {
            guard let before = a.number?.value, let after = b.number?.value, before > 0 else { return false }
            return abs(after / before * divisor - 1) <= RateScreen.unitTolerance
        }
        for index in rows.indices.dropFirst() where change.mayShow(on: rows[index].day) {
            let (before, after) = (rows[index - 1], rows[index])
            guard isStep(before, after), index + 1 < rows.count, isStep(before, rows[index + 1]) else { continue }
            return UnitProposal(
                change: change, feed: feed, day: after.day,
                evidence: "\(key) went from \(text(before)) to \(text(after))")
        }
        return nil
    }

    /// A feed that begins after the change: it is in the new unit where another source, in new units, says the same.
    private func beside(
        _ change: UnitChanges.Change, _ feed: String, key: SeriesKey, rows: [Observation]
    ) throws -> UnitProposal? {
        guard let first = rows.first, let effective = change.effective, first.day >= effective else { return nil }
        let code = change.code
        func dollars(_ source: SeriesKey) throws -> (key: SeriesKey, value: Double)? {
            let wanted = SeriesKey(base: "USD", quote: code, measure: source.measure, source: source.source)
            guard isKnown(wanted) else { return nil }
            let series = try series(wanted)
            guard case .found(let index, _) = series.asOf(first.day) else { return nil }
            return (wanted, series.points[index].value)
        }
        guard let own = try dollars(key) else { return nil }
        for other in described.keys.sorted() {
            guard other.pair?.base == code || other.pair?.quote == code, other.source != key.source,
                (other.kind == "parallel") == (key.kind == "parallel"),
                let twin = try dollars(other), try series(twin.key).unitScale == 1
            else { continue }
            if abs(own.value / twin.value - 1) <= RateScreen.unitTolerance {
                return UnitProposal(
                    change: change, feed: feed, day: first.day,
                    evidence:
                        "\(own.key) begins with \(Wording.short(own.value, significant: 5, grouped: false)), as \(twin.key) has it; the feed may "
                        + "have switched earlier")
            }
        }
        return nil
    }

    private func text(_ row: Observation) -> String { "\(row.number?.description ?? "") (\(row.day))" }
}
