internal import Glibc
internal import Vocabulary

/// The rows of a range that have a value, and the returns between them.
struct BreakSlice {
    private(set) var days: [Day] = []
    private(set) var values: [Double] = []
    /// In percent; gap returns are left out. Each is dated the later of its two rows.
    private(set) var returns: [Double] = []
    private(set) var returnDays: [Day] = []

    /// Whether the series is compared by differences: then it has no logarithm either.
    private let isDifference: Bool

    init(_ all: [Double], of table: RateTable, from: Day?, to: Day?) {
        isDifference = table.lone?.quantity == .difference
        for (day, value) in zip(table.days, all) where !value.isNaN {
            if let from, day < from { continue }
            if let to, day > to { break }
            if let last = days.last, day - last <= table.rhythm.longestGap {
                let before = values[values.count - 1]
                returns.append(isDifference ? value - before : 100 * log(value / before))
                returnDays.append(day)
            }
            days.append(day)
            values.append(value)
        }
    }

    static let shortest = 20
    /// Returns further out than this many MADs count as that many: one leap is no break.
    static let clip = 5.0

    func partition(_ none: SeriesBreak) -> [SeriesBreak] {
        var row = none
        row.n = returns.count
        guard !returns.isEmpty else { return [row] }
        let centre = median(returns)
        let mad = 1.4826 * median(returns.map { abs($0 - centre) })
        row.mad = mad
        guard mad > 0 else { return [row] }
        let clipped = returns.map { min(BreakSlice.clip, max(-BreakSlice.clip, $0 / mad)) }
        let y = none.kind == .drift ? clipped : clipped.map { abs($0) }
        let mean = y.reduce(0, +) / Double(y.count)
        let variance = none.kind == .drift ? 1 : y.reduce(0) { $0 + squared($1 - mean) } / Double(y.count)
        // Moves all of one size have no volatility to break, and a penalty of nothing would cut them anywhere.
        guard variance > 1e-18 * squared(mean) else { return [row] }
        let penalty = 3 * log(Double(y.count)) * variance
        row.penalty = penalty
        let found = ExactPartition(y, penalty: penalty, shortest: BreakSlice.shortest)
        row.objective = found.objective
        return rows(row, found.breaks.map { LevelBreaks.Break(index: $0) }, days: returnDays)
    }

    func level(_ none: SeriesBreak) throws -> [SeriesBreak] {
        guard days.count <= LevelBreaks.mostRows else {
            throw Fault(
                "too_long", "\(days.count) rows are too many for breaks of a level", place: none.series,
                remedy: "Give a range of at most \(LevelBreaks.mostRows) rows with --from and --to.")
        }
        var row = none
        row.n = days.count
        let y = isDifference ? values : values.map { 100 * log($0) }
        guard let first = y.first, y.contains(where: { $0 != first }) else { return [row] }
        let found = LevelBreaks(y)
        row.objective = found.bic
        return rows(row, found.breaks, days: days)
    }

    private func rows(_ none: SeriesBreak, _ breaks: [LevelBreaks.Break], days: [Day]) -> [SeriesBreak] {
        func day(_ row: Int) -> Day? { days.indices.contains(row - 1) ? days[row - 1] : nil }
        guard !breaks.isEmpty else { return [none] }
        return breaks.enumerated().map { number, found in
            var row = none
            row.number = number + 1
            row.index = found.index
            row.lastOfSegment = days[found.index - 1]
            row.firstOfNext = days[found.index]
            row.interval = found.interval
            row.lowDay = found.interval.flatMap { day($0.lowerBound) }
            row.highDay = found.interval.flatMap { day($0.upperBound) }
            return row
        }
    }
}
