internal import Glibc
internal import Vocabulary

/// The log returns of one currency in one numeraire, row by row; a fall of the currency is negative.
struct Returns {
    /// NaN where a row has no return: nothing is ever filled forward.
    let values: [Double]
    /// Rows whose return spans more than `longestGap`: kept in a window and flagged, kept out of estimation.
    let isGap: [Bool]
    /// How many rows before each have a return that is not a gap return.
    private let regularBefore: [Int32]

    /// Easter and the longest year ends fit into five calendar days.
    static let longestGap = 5

    init(_ prices: [Double], days: [Day]) {
        var values = [Double](repeating: .nan, count: prices.count)
        var isGap = [Bool](repeating: false, count: prices.count)
        var regularBefore = [Int32](repeating: 0, count: prices.count + 1)
        var previous: Int?
        for row in prices.indices {
            regularBefore[row + 1] = regularBefore[row]
            guard !prices[row].isNaN else { continue }
            if let previous {
                values[row] = log(prices[row] / prices[previous])
                isGap[row] = days[row] - days[previous] > Returns.longestGap
                if !isGap[row] { regularBefore[row + 1] += 1 }
            }
            previous = row
        }
        self.values = values
        self.isGap = isGap
        self.regularBefore = regularBefore
    }

    func has(_ row: Int) -> Bool { !values[row].isNaN }
    func isRegular(_ row: Int) -> Bool { has(row) && !isGap[row] }
    func regularCount(_ rows: Range<Int>) -> Int {
        Int(regularBefore[rows.upperBound] - regularBefore[rows.lowerBound])
    }
    func areAllRegular(_ rows: Range<Int>) -> Bool { regularCount(rows) == rows.count }
    func hasAll(_ rows: Range<Int>) -> Bool { areAllRegular(rows) || rows.allSatisfy(has) }
}
