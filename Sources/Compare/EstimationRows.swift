/// The rows before an event on which its currency's ordinary movement is measured.
struct EstimationRows {
    static let first = -260
    static let last = -11
    /// Below this the figures are withheld.
    static let least = 120

    /// Rows [-260,-11], cut where the table begins.
    let range: Range<Int>
    /// Those of them with a return that is not a gap return, ascending; rows without one are left out, not replaced.
    let rows: [Int]

    /// - Parameter first: where they begin; filtered history looks further back.
    init(day0: Int, returns: Returns, first: Int = EstimationRows.first) {
        let end = max(0, day0 + EstimationRows.last + 1)
        range = min(end, max(0, day0 + first))..<end
        rows = returns.areAllRegular(range) ? Array(range) : range.filter(returns.isRegular)
    }

    var isWhole: Bool { rows.count == range.count }

    /// Where a row stands in the list of residuals.
    func position(of row: Int) -> Int? {
        if isWhole { return range.contains(row) ? row - range.lowerBound : nil }
        return rows.firstIndex(of: row)
    }
}
