package import Indicators
package import Vocabulary

/// All rates of one source on its publication days, as one table: the rows that comparisons count.
package struct RateTable: Sendable {
    /// What stands in the series' keys: `reference`, `parallel@Damascus`.
    package let measure: String
    package let source: String
    /// The currency that all are quoted against; worth one of itself.
    package let common: String
    /// Every publication day of the source, ascending, also those on which some currency is absent.
    package let days: [Day]
    /// When the rates of a day were struck.
    let fixInstant: @Sendable (Day) -> Instant
    /// Per currency the quote of each row; NaN where it is absent.
    private let quotes: [String: [Double]]
    private let lastRows: [String: Int]
    /// True for EUR/X (X per common), false for X/RUB (common per X).
    private let quotesPerCommon: Bool

    /// Lays series of one source and measure side by side; give all that the source publishes, for each day counts as a row.
    package init(_ series: [DatedSeries], fixInstant: @escaping @Sendable (Day) -> Instant) throws {
        guard let first = series.first, let pair = first.key.pair else {
            throw Fault("no_rates", "there is no rate to compare", remedy: "Give at least one series such as EUR/USD.")
        }
        let pairs = series.compactMap(\.key.pair)
        let perCommon = pairs.allSatisfy { $0.base == pair.base }
        guard pairs.count == series.count, perCommon || pairs.allSatisfy({ $0.quote == pair.quote }),
            series.allSatisfy({ $0.key.measure == first.key.measure && $0.key.source == first.key.source })
        else {
            throw Fault(
                "no_common_currency", "the series of \(first.key.source) are not quoted against one currency",
                remedy: "Give the series of one source and kind that share their base or their quote.")
        }
        measure = first.key.measure
        source = first.key.source
        common = perCommon ? pair.base : pair.quote
        quotesPerCommon = perCommon
        self.fixInstant = fixInstant
        days = Set(series.lazy.flatMap { $0.points.lazy.map(\.day.number) }).sorted().map { Day(number: Int($0)) }
        var quotes: [String: [Double]] = [:]
        for (series, pair) in zip(series, pairs) {
            quotes[perCommon ? pair.quote : pair.base] = RateTable.column(series, days: days)
        }
        self.quotes = quotes
        lastRows = quotes.compactMapValues { $0.lastIndex { !$0.isNaN } }
    }

    private static func column(_ series: DatedSeries, days: [Day]) -> [Double] {
        var column = [Double](repeating: .nan, count: days.count)
        var row = 0
        for point in series.points {
            while days[row] < point.day { row += 1 }
            if point.value > 0, point.value.isFinite { column[row] = point.value }
        }
        return column
    }

    /// Whether a key names this table's source and measure and a currency in it.
    package func covers(_ key: SeriesKey) -> Bool {
        guard key.measure == measure, key.source == source, let pair = key.pair else { return false }
        return has(pair.base) && has(pair.quote)
    }

    func has(_ currency: String) -> Bool { currency == common || quotes[currency] != nil }

    /// The value of one unit of a currency in the numeraire, per row; NaN where either is absent, nil where the source
    /// has no such currency.
    func values(of currency: String, in numeraire: String) -> [Double]? {
        guard has(currency), has(numeraire) else { return nil }
        let ones = [Double](repeating: 1, count: days.count)
        let (own, other) = (quotes[currency] ?? ones, quotes[numeraire] ?? ones)
        // A currency in itself is worth exactly one, but only on days on which it was quoted.
        return quotesPerCommon ? zip(other, own).map { $0 / $1 } : zip(own, other).map { $0 / $1 }
    }

    /// The last day on which a currency was quoted.
    func lastDay(of currency: String) -> Day? {
        currency == common ? days.last : lastRows[currency].map { days[$0] }
    }

    /// The first row dated on or after a day; nil: beyond the last row.
    func firstRow(onOrAfter day: Day) -> Int? { firstRow(where: { $0 >= day }) }

    /// The first row that answers a question which is false up to some row and true from it on.
    func firstRow(where isReached: (Day) -> Bool) -> Int? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(days[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < days.count ? low : nil
    }
}
