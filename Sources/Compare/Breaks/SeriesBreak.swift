package import Vocabulary

/// What of a series may break.
package enum BreakKind: String, Sendable, CaseIterable {
    /// The mean of its returns.
    case drift
    /// How much they move.
    case volatility
    /// The logarithm of its value.
    case level
}

/// One row of `breaks`: a break, or that there is none (`number` 0), and what was minimised.
package struct SeriesBreak: Sendable {
    package var series: String
    package var numeraire: String
    package var kind: BreakKind
    /// How many returns, or rows of a level, were partitioned.
    package var n: Int
    /// 1.4826 times the median distance of returns from their median; nil for a level.
    package var mad: Double?
    /// Of one break; nil for a level.
    package var penalty: Double?
    /// Squared error plus penalties; the BIC of a level. Nil where nothing varies.
    package var objective: Double?
    package var number = 0
    /// Returns, or rows, before it.
    package var index: Int?
    package var lastOfSegment: Day?
    package var firstOfNext: Day?
    /// Of a level: rows counted from 1, not clipped, and their days where there are such rows.
    package var interval: ClosedRange<Int>?
    package var lowDay: Day?
    package var highDay: Day?
    /// Ids of the events within reach of this break, in the order given. Near in time; none is claimed.
    package var events: [String] = []
    /// Of all breaks of the series together; nil where no event names its currency.
    package var match: BreakMatch?
}

extension Comparison {
    /// The breaks of one series over a range of days, kind by kind.
    ///
    /// - Parameter candidates: the events that each break is held against; nil: none were asked for.
    package func breaks(
        _ key: SeriesKey, numeraire: String, kinds: [BreakKind], from: Day? = nil, to: Day? = nil,
        candidates: BreakCandidates? = nil
    ) throws -> [SeriesBreak] {
        guard let table = tables.first(where: { $0.covers(key) }) else {
            throw Fault(
                "no_series", "there are no values of \(key)", remedy: "`bellwether rates` lists the series there are.")
        }
        let currency = studied(key, in: [numeraire])
        guard let values = table.values(of: currency, in: numeraire) else {
            throw Fault(
                "no_market", "\(key.source) has no rate of \(currency) in \(numeraire)",
                place: "--numeraire \(numeraire)",
                remedy: "Give a currency that \(key.source) quotes, such as \(table.common).")
        }
        let slice = BreakSlice(values, of: table, from: from, to: to)
        return try kinds.flatMap { kind in
            let none = SeriesBreak(series: key.text, numeraire: numeraire, kind: kind, n: 0)
            let found = kind == .level ? try slice.level(none) : slice.partition(none)
            return slice.matched(found, candidates?.naming(currency, area: table.lone?.area ?? "") ?? [], in: table)
        }
    }
}
