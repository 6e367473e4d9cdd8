package import Vocabulary

/// One event against one series by one rule, numeraire, model and window: what was found, or why nothing is claimed.
package struct ComparisonRow: Sendable {
    /// The event's id.
    package var event: String
    package var date: Day
    /// 0: day 0 is on or after the date; 1: strictly after it.
    package var afterFix: Int
    /// Nil where the event lies outside the source's days.
    package var dayZero: DayZero?
    /// The series' name; the currency code where none is configured for it.
    package var series: String
    package var currency: String
    package var quantity: Quantity
    package var numeraire: String
    package var model: NormalModel
    package var window: EventWindow
    package var status: ComparisonStatus
    /// How many estimation returns there are, also where they are too few to fit anything.
    package var estimationCount: Int?
    /// The first and last estimation row used.
    package var estimation: ClosedRange<Day>?
    package var fit: NormalFit?
    /// The currency's own log return over the window, nothing taken off.
    package var move: Double?
    /// The abnormal log return over the window.
    package var car: Double?
    package var test: WindowTest?
    /// Nil where fewer than 300 returns precede, or the series is managed.
    package var filtered: FilteredHistory?
    package var multiplicity: Multiplicity?
    /// Ids of other events of the same country close by.
    package var confounders: [String]
    /// The last day on which the currency was quoted.
    package var lastObservation: Day?
    /// Fewer than 200 observations a year: a window counts observations, not trading days.
    package var isSlow = false

    /// How a row stands among all rows of its invocation with the same numeraire, model and window.
    package struct Multiplicity: Sendable, Hashable {
        /// How many rows with a p there are.
        package var family: Int
        package var q: Double
        package var placeboQ: Double
        package var qTurbulent: Double
        /// Nil where filtered history is withheld.
        package var qFiltered: Double?
    }

    /// Takes back every figure that claims something.
    mutating func withhold(_ status: ComparisonStatus) {
        (self.status, test, filtered, car, move) = (status, nil, nil, nil, nil)
    }

    /// Rows in a window up to which filtered history is the headline; beyond, t scaled by turbulence is.
    static let mostFiltered = 5

    /// Filtered history where it is the headline of the row.
    package var headline: FilteredHistory? { window.count <= ComparisonRow.mostFiltered ? filtered : nil }

    /// What is expected to be false among all that stands out as much as this row does.
    package var headlineQ: Double? {
        headline == nil ? multiplicity?.qTurbulent : multiplicity?.qFiltered
    }

    /// Whether the row stands out from ordinary movement once its whole family is taken into account.
    package var standsOut: Bool { (headlineQ ?? 1) <= 0.05 }
}

private struct Family: Hashable {
    var numeraire: String
    var model: NormalModel
    var window: EventWindow
}

extension [ComparisonRow] {
    /// Gives every row with a p its family and its q-values; rows that withhold theirs do not count.
    mutating func countFamilies() {
        var families: [Family: [(row: Int, test: WindowTest)]] = [:]
        for index in indices {
            guard let test = self[index].test else { continue }
            let row = self[index]
            families[Family(numeraire: row.numeraire, model: row.model, window: row.window), default: []]
                .append((index, test))
        }
        for family in families.values {
            let q = FalseDiscovery.qValues(family.map(\.test.p))
            let placebo = FalseDiscovery.qValues(family.map(\.test.placeboP))
            let turbulent = FalseDiscovery.qValues(family.map(\.test.pTurbulent))
            let filtered = family.filter { self[$0.row].filtered != nil }
            let q4 = FalseDiscovery.qValues(filtered.compactMap { self[$0.row].filtered?.tailP })
            let qFiltered = Dictionary(uniqueKeysWithValues: zip(filtered.map(\.row), q4))
            for (position, member) in family.enumerated() {
                self[member.row].multiplicity = .init(
                    family: family.count, q: q[position], placeboQ: placebo[position], qTurbulent: turbulent[position],
                    qFiltered: qFiltered[member.row])
            }
        }
    }
}
