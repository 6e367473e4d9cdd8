package import Rates
internal import Vocabulary

/// A premium as a series of its own: the parallel rate over the official one, on the days of the parallel one.
package enum PremiumSeries {
    /// Each parallel rate beside the last official one that is not too old for its day; days without one have no ratio.
    /// Both are in the newest unit of the currency.
    ///
    /// - Returns: a series under the parallel one's key whose values are ratios: 1 where there is no premium.
    package static func ratios(parallel: DatedSeries, official: DatedSeries) throws -> DatedSeries {
        let rates = try RatePair([parallel, official], for: "a premium")
        var series = parallel
        series.unit = "ratio"
        series.points = parallel.points.indices.compactMap { index in
            guard case .found(let at, _) = official.asOf(parallel.points[index].day) else { return nil }
            let values = rates.values(index, at)
            guard values.official > 0 else { return nil }
            var point = parallel.points[index]
            point.value = values.parallel / values.official
            point.printed = nil
            return point
        }
        series.legs = [parallel, official]
        return series
    }
}
