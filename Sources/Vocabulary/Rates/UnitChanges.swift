/// How currencies changed their unit: the rows of `Config/units.toml`, each a dated fact with its source.
///
/// Where a currency keeps its code, the unit of a value is a property of the feed and the day.
package struct UnitChanges: Sendable, Hashable {
    /// All of them, in the order of the file.
    package let changes: [Change]
    /// Those in force of a currency that kept its code, in the order of their days.
    package let underOneCode: [Change]

    package init(_ changes: [Change] = []) {
        self.changes = changes
        let dated = changes.compactMap { change in change.effective.map { (day: $0, change: change) } }
        underOneCode = dated.filter { $0.change.codeFrom == $0.change.codeTo && $0.change.status == .inForce }
            .sorted { $0.day < $1.day }.map(\.change)
    }

    /// One currency's step from an old unit to a new one.
    package struct Change: Sendable, Hashable {
        /// The code of the old unit.
        package var codeFrom: String
        /// Equal to `codeFrom` where a currency lost zeros and kept its code.
        package var codeTo: String
        /// As the act states it: old units in one new one, or new in one old where `isInverse`.
        package var ratio: Double
        /// Whether `ratio` counts new units in one old one.
        package var isInverse = false
        /// Nil while it is announced without a date; what is in force has one.
        package var effective: Day?
        /// The last day on which both units were money.
        package var bothUntil: Day?
        /// Only what is in force changes a figure.
        package var status: Status
        /// The act.
        package var source: String
        /// For people.
        package var note = ""
        /// What the old unit and the new one are called, where they share a code: `old pounds`, `new pounds`; or none.
        package var names: [String] = []
        /// The day on which a feed began to print the new unit under the same code, in the order of the file.
        package var switches: [Switch] = []

        package init(codeFrom: String, codeTo: String, ratio: Double, status: Status, source: String) {
            self.codeFrom = codeFrom
            self.codeTo = codeTo
            self.ratio = ratio
            self.status = status
            self.source = source
        }
    }

    /// How far a change has come.
    package enum Status: String, Sendable, CaseIterable {
        case announced, postponed
        case inForce = "in force"
    }

    /// When a feed went over to the new unit.
    package struct Switch: Sendable, Hashable {
        /// The feed's id.
        package var feed: String
        /// Its first day in the new unit.
        package var day: Day

        package init(feed: String, day: Day) {
            self.feed = feed
            self.day = day
        }
    }

    /// The changes of either currency of a pair, under its code.
    package func of(_ pair: SeriesKey.Pair) -> [Change] { underOneCode.filter { $0.divisor(of: pair) != nil } }

    /// What a value that a feed printed on a day is divided by to be in the newest unit there is.
    package func scale(_ pair: SeriesKey.Pair, feed: String, on day: Day) -> Double {
        underOneCode.reduce(1) { $1.isNew(feed, on: day) ? $0 : $0 * ($1.divisor(of: pair) ?? 1) }
    }
}

extension UnitChanges.Change {
    /// One in force, of a currency that kept its code.
    package init(
        code: String, divisor: Double, effective: Day, switches: [String: Day] = [:], names: [String] = []
    ) {
        self.init(codeFrom: code, codeTo: code, ratio: divisor, status: .inForce, source: "")
        self.effective = effective
        self.switches = switches.sorted { $0.key < $1.key }.map { UnitChanges.Switch(feed: $0.key, day: $0.value) }
        self.names = names
    }

    /// The code of the new unit.
    package var code: String { codeTo }

    /// What a price in old units is divided by to be in new ones.
    package var divisor: Double { isInverse ? 1 / ratio : ratio }

    /// What a rate of the pair in the old unit is divided by; nil where the pair is not of this currency.
    package func divisor(of pair: SeriesKey.Pair) -> Double? {
        if pair.quote == code { return divisor }
        return pair.base == code ? 1 / divisor : nil
    }

    /// The first day of a feed in the new unit; nil where it has not switched, as far as is known.
    package func switchDay(of feed: String) -> Day? { switches.lazy.filter { $0.feed == feed }.map(\.day).min() }

    /// Whether what a feed prints on a day is in the new unit.
    package func isNew(_ feed: String, on day: Day) -> Bool { switchDay(of: feed).map { day >= $0 } ?? false }

    /// The first day on which a source may print the new unit: some do a month before it is money.
    package var earliest: Day? { effective.map { $0 - 30 } }

    /// Whether a source may print the new unit on a day.
    package func mayShow(on day: Day) -> Bool { earliest.map { day >= $0 } ?? false }
}
