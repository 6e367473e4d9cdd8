internal import Indicators
package import Rates
package import Vocabulary

/// All series of one source and measure on its publication days, as one table: the rows that comparisons count.
package struct RateTable: Sendable {
    /// What stands in the series' keys: `reference`, `parallel@Damascus`.
    package let measure: String
    package let source: String
    /// The currency that all are quoted against, worth one of itself; empty for a series that is no rate.
    package let common: String
    /// Every publication day of the source, ascending, also those on which some currency is absent.
    package let days: [Day]
    /// How often the source publishes.
    let rhythm: Rhythm
    /// When the rates of a day were struck.
    let fixInstant: @Sendable (Day) -> Instant
    /// Per currency the quote of each row; NaN where it is absent. A series that is no rate stands alone, under its name.
    private let columns: [String: [Double]]
    private let lastRows: [String: Int]
    private let laterSuspects: [String: Int]
    /// True for EUR/X (X per common), false for X/RUB (common per X).
    private let quotesPerCommon: Bool
    /// Of a series that stands alone: what is studied of it.
    let lone: LoneSeries?
    package var isPremium: Bool { lone?.quantity == .premium }

    /// Lays series of one source and measure side by side; give all that the source publishes, for each day counts as a row.
    package init(_ series: [DatedSeries], fixInstant: @escaping @Sendable (Day) -> Instant) throws {
        let byKey = Dictionary(series.map { ($0.key, $0) }) { first, _ in first }
        try self.init(series.map(\.key), fixInstant: fixInstant) { byKey[$0] ?? series[0] }
    }

    /// - Parameter read: asked once per key, so that only one series stands in memory whole.
    package init(
        _ keys: [SeriesKey], fixInstant: @escaping @Sendable (Day) -> Instant,
        read: (SeriesKey) throws -> DatedSeries
    ) throws {
        guard let first = keys.first, let pair = first.pair else {
            throw Fault("no_rates", "there is no rate to compare", remedy: "Give at least one series such as EUR/USD.")
        }
        let pairs = keys.compactMap(\.pair)
        let perCommon = pairs.allSatisfy { $0.base == pair.base }
        guard pairs.count == keys.count, perCommon || pairs.allSatisfy({ $0.quote == pair.quote }),
            keys.allSatisfy({ $0.measure == first.measure && $0.source == first.source })
        else {
            throw Fault(
                "no_common_currency", "the series of \(first.source) are not quoted against one currency",
                remedy: "Give the series of one source and kind that share their base or their quote.")
        }
        (measure, source, common) = (first.measure, first.source, perCommon ? pair.base : pair.quote)
        (quotesPerCommon, lone) = (perCommon, nil)
        self.fixInstant = fixInstant
        let scattered = try keys.map { ScatteredColumn(try read($0)) { $0 > 0 } }
        days = ScatteredColumn.days(scattered)
        rhythm = Rhythm(days)
        var columns: [String: [Double]] = [:]
        var suspects: [String: Int] = [:]
        for (pair, column) in zip(pairs, scattered) {
            columns[perCommon ? pair.quote : pair.base] = column.laid(on: days)
        }
        for (pair, column) in zip(pairs, scattered) where column.laterSuspects > 0 {
            suspects[perCommon ? pair.quote : pair.base] = column.laterSuspects
        }
        (self.columns, laterSuspects) = (columns, suspects)
        lastRows = columns.compactMapValues { $0.lastIndex { !$0.isNaN } }
    }

    /// A series that is compared with nothing beside it: an indicator of the ledger, or a premium.
    package init(_ lone: LoneSeries, _ series: DatedSeries, fixInstant: @escaping @Sendable (Day) -> Instant) {
        (measure, source, common) = (series.key.measure, series.key.source, "")
        (quotesPerCommon, self.lone) = (true, lone)
        self.fixInstant = fixInstant
        let column = ScatteredColumn(series) { lone.quantity == .difference || $0 > 0 }
        days = ScatteredColumn.days([column])
        rhythm = Rhythm(days)
        columns = [lone.name: column.laid(on: days)]
        laterSuspects = [lone.name: column.laterSuspects]
        lastRows = columns.compactMapValues { $0.lastIndex { !$0.isNaN } }
    }

    /// Whether a key names this table's source and measure and a currency in it.
    package func covers(_ key: SeriesKey) -> Bool {
        guard key.measure == measure, key.source == source else { return false }
        guard lone == nil, let pair = key.pair else { return lone?.name == key.text }
        return has(pair.base) && has(pair.quote)
    }

    func has(_ currency: String) -> Bool { currency == common || columns[currency] != nil }

    /// The value of one unit of a currency in the numeraire, per row; NaN where either is absent, nil where the source
    /// has no such currency. A series that stands alone is what it is in every numeraire.
    func values(of currency: String, in numeraire: String) -> [Double]? {
        if let lone { return columns[lone.name] }
        guard has(currency), has(numeraire) else { return nil }
        let ones = [Double](repeating: 1, count: days.count)
        let (own, other) = (columns[currency] ?? ones, columns[numeraire] ?? ones)
        // A currency in itself is worth exactly one, but only on days on which it was quoted.
        return quotesPerCommon ? zip(other, own).map { $0 / $1 } : zip(own, other).map { $0 / $1 }
    }

    /// The last day on which a currency was quoted.
    func lastDay(of currency: String) -> Day? {
        currency == common && lone == nil ? days.last : lastRows[lone?.name ?? currency].map { days[$0] }
    }

    /// How many values after that day nothing confirms yet.
    func laterSuspects(of currency: String) -> Int { laterSuspects[lone?.name ?? currency] ?? 0 }

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
