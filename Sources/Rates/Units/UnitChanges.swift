package import Vocabulary

/// Currencies that changed their unit and kept their code: which unit a value is in is a property of the feed and day.
package struct UnitChanges: Sendable, Hashable {
    /// One change that is in force.
    package struct Change: Sendable, Hashable {
        package var code: String
        /// What a price in old units is divided by to be in new ones.
        package var divisor: Double
        package var effective: Day
        /// The first day of each feed in the new unit; a feed without one has not switched.
        package var switches: [String: Day]
        /// The old unit's name and the new one's: `old pounds`, `new pounds`; or none.
        package var names: [String]

        package init(
            code: String, divisor: Double, effective: Day, switches: [String: Day] = [:], names: [String] = []
        ) {
            self.code = code
            self.divisor = divisor
            self.effective = effective
            self.switches = switches
            self.names = names
        }

        /// What a rate of the pair in the old unit is divided by; nil where the pair is not of this currency.
        package func divisor(of pair: SeriesKey.Pair) -> Double? {
            if pair.quote == code { return divisor }
            return pair.base == code ? 1 / divisor : nil
        }

        package func isNew(_ feed: String, on day: Day) -> Bool { switches[feed].map { day >= $0 } ?? false }

        /// How long before its day a source may already have printed the new unit.
        package static let grace = 30
    }

    /// In the order of their days.
    package var rows: [Change]

    package init(_ rows: [Change] = []) { self.rows = rows.sorted { $0.effective < $1.effective } }

    /// The changes of either currency of a pair.
    package func of(_ pair: SeriesKey.Pair) -> [Change] { rows.filter { $0.divisor(of: pair) != nil } }

    /// What a value that a feed printed on a day is divided by to be in the newest unit there is.
    package func scale(_ pair: SeriesKey.Pair, feed: String, on day: Day) -> Double {
        rows.reduce(1) { $1.isNew(feed, on: day) ? $0 : $0 * ($1.divisor(of: pair) ?? 1) }
    }

    /// The feed that a run's id names: `20260401T060000Z-cbu-0123abcd`, perhaps with `-v2` behind it.
    package static func feed(ofRun id: String) -> String {
        var pieces = id.split(separator: "-").dropFirst()
        if pieces.count > 2, let last = pieces.last, last.first == "v", last.dropFirst().allSatisfy(\.isNumber) {
            pieces = pieces.dropLast()
        }
        return pieces.dropLast().joined(separator: "-")
    }
}
