internal import Vocabulary

/// One event against one series by one rule, numeraire, model and window: what was found, or why nothing is claimed.
package final class ComparisonRow: Sendable {
    /// The event on the rows of the series' source.
    package let place: PlacedEvent
    package let model: NormalModel
    package let window: EventWindow
    package let status: ComparisonStatus
    /// Nil where no model could be fitted.
    private let figures: WindowFigures?
    /// Nil where the row withholds its figures.
    package let multiplicity: Multiplicity?

    init(_ measured: MeasuredWindow, _ multiplicity: Multiplicity?) {
        (place, model, window) = (measured.place, measured.model, measured.window)
        (status, figures) = (measured.status, measured.figures)
        self.multiplicity = multiplicity
    }

    package var fit: NormalFit? { figures?.fit }
    package var move: Double? { figures?.move }
    package var car: Double? { figures?.car }
    package var test: WindowTest? { figures?.test }
    package var filtered: FilteredHistory? { figures?.filtered }

    /// How a row stands among all rows of its invocation with the same numeraire, model and window.
    package struct Multiplicity: Sendable, Hashable {
        /// How many rows with a p there are.
        package var family: Int
        package var q: Double?
        /// Nil where no earlier span is as long as the window.
        package var placeboQ: Double?
        package var qTurbulent: Double?
        /// Nil where filtered history is withheld.
        package var qFiltered: Double?
    }

    /// Returns before the event below which a row withholds its figures.
    package static let leastReturns = EstimationRows.least

    /// Rows in a window up to which filtered history is the headline; beyond, t scaled by turbulence is.
    static let mostFiltered = 5

    /// Filtered history where it is the headline of the row.
    package var headline: FilteredHistory? { window.count <= ComparisonRow.mostFiltered ? filtered : nil }

    /// What is expected to be false among all that stands out as much as this row does.
    package var headlineQ: Double? {
        headline == nil ? multiplicity?.qTurbulent : multiplicity?.qFiltered
    }

    /// Its first rate comes so long after the event that what moved by then is no answer to it, whatever the figures say:
    /// longer than the holidays of any market, and of a slow source than two of its steps.
    package var isLate: Bool {
        guard let day = dayZero?.day else { return false }
        let longestHoliday = 14
        return day - place.date > max(longestHoliday, place.rhythm?.longestGap ?? 0)
    }

    /// Whether the row stands out from ordinary movement once its whole family is taken into account.
    package var standsOut: Bool { (headlineQ ?? 1) <= 0.05 }
}

/// A row before it is known how many others were asked beside it.
struct MeasuredWindow: Sendable {
    let place: PlacedEvent
    let model: NormalModel
    let window: EventWindow
    let status: ComparisonStatus
    let figures: WindowFigures?
}

extension ComparisonRow {
    /// Gives every window with a p its family and its q-values; those that withhold theirs do not count.
    static func rows(_ measured: [MeasuredWindow]) -> [ComparisonRow] {
        var families: [WindowFamily: [Int]] = [:]
        for (index, one) in measured.enumerated() where one.figures?.test != nil {
            families[WindowFamily(numeraire: one.place.numeraire, model: one.model, window: one.window), default: []]
                .append(index)
        }
        var found = [Multiplicity?](repeating: nil, count: measured.count)
        for family in families.values {
            for index in family { found[index] = Multiplicity(family: family.count) }
            func fill(_ p: (WindowFigures) -> Double?, set: (inout Multiplicity, Double) -> Void) {
                let own = family.compactMap { index in measured[index].figures.flatMap(p).map { (index, $0) } }
                for ((index, _), q) in zip(own, FalseDiscovery.qValues(own.map(\.1))) {
                    if var known = found[index] {
                        set(&known, q)
                        found[index] = known
                    }
                }
            }
            fill({ $0.test?.p }, set: { $0.q = $1 })
            fill({ $0.test?.placeboP }, set: { $0.placeboQ = $1 })
            fill({ $0.test?.pTurbulent }, set: { $0.qTurbulent = $1 })
            fill({ $0.filtered?.tailP }, set: { $0.qFiltered = $1 })
        }
        return zip(measured, found).map { ComparisonRow($0, $1) }
    }
}
