/// The rows before an event on which its currency's ordinary movement is measured.
struct EstimationRows: Sendable {
    static let first = -260
    static let last = -11
    /// Below this the figures are withheld.
    static let least = 120

    /// Rows [-260,-11], cut where the table begins.
    let range: Range<Int>
    /// Those of them with a return that is not a gap return, ascending; rows without one are left out, not replaced.
    /// Nil where that is all of them, as it nearly always is.
    private let chosen: [Int]?

    /// - Parameters:
    ///   - first: where they begin; filtered history looks further back.
    ///   - excluded: rows around earlier events, for `--clean-estimation`.
    init(day0: Int, returns: Returns, first: Int = EstimationRows.first, excluded: [Range<Int>] = []) {
        let end = max(0, day0 + EstimationRows.last + 1)
        let range = min(end, max(0, day0 + first))..<end
        self.range = range
        let isWhole = returns.areAllRegular(range) && !excluded.contains { $0.overlaps(range) }
        chosen =
            isWhole
            ? nil : range.filter { row in returns.isRegular(row) && !excluded.contains { $0.contains(row) } }
    }

    var count: Int { chosen?.count ?? range.count }
    var first: Int? { chosen.map(\.first) ?? range.first }
    var last: Int? { chosen.map(\.last) ?? range.last }

    /// Ascending.
    var rows: [Int] { chosen ?? Array(range) }

    /// A column's values on these rows, where they stand wherever that is possible.
    func withValues<Result>(of column: [Double], _ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        if let chosen { return chosen.map { column[$0] }.withUnsafeBufferPointer(body) }
        return column.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func allSatisfy(_ holds: (Int) -> Bool) -> Bool { chosen?.allSatisfy(holds) ?? range.allSatisfy(holds) }

    /// Where a row stands in the list of residuals.
    func position(of row: Int) -> Int? {
        guard let chosen else { return range.contains(row) ? row - range.lowerBound : nil }
        return chosen.firstIndex(of: row)
    }
}
