/// What a row of a comparison may claim; where several hold, the one further down is printed.
package enum ComparisonStatus: String, Sendable, CaseIterable {
    case ok
    /// The window holds a return over more than five calendar days; its figures are computed with it.
    case gap
    /// The window is not wholly present.
    case truncated
    /// A peg or a stale series: mostly zero returns, no t statistic.
    case managed
    /// Fewer than 120 estimation returns.
    case shortEstimation = "short_estimation"
    /// The source lacks the numeraire or the basket.
    case noMarket = "no_market"
    /// One observation a month does not date a move: day 0 and the next row are two months.
    case infrequent
    case noSeries = "no_series"
    /// The event lies outside the days the source has published.
    case outside
}
