internal import Glibc
internal import Vocabulary

/// What a series did from one row to the next: log returns of a currency, of which a fall is negative. One for all events.
final class Returns: Sendable {
    /// NaN where a row has no return: nothing is ever filled forward.
    let values: [Double]
    /// Rows whose return spans more days than an ordinary one may: kept in a window and flagged, kept out of estimation.
    let isGap: [Bool]
    /// How many rows before each have a return that is not a gap return.
    private let regularBefore: [Int32]

    init(_ prices: [Double], days: [Day], quantity: Quantity = .change, longestGap: Int = Rhythm.daily) {
        var values = [Double](repeating: .nan, count: prices.count)
        var isGap = [Bool](repeating: false, count: prices.count)
        var regularBefore = [Int32](repeating: 0, count: prices.count + 1)
        var previous: Int?
        for row in prices.indices {
            regularBefore[row + 1] = regularBefore[row]
            guard !prices[row].isNaN else { continue }
            if let previous {
                values[row] = Returns.change(prices[previous], prices[row], quantity)
                isGap[row] = days[row] - days[previous] > longestGap
                if !isGap[row] { regularBefore[row + 1] += 1 }
            }
            previous = row
        }
        self.values = values
        self.isGap = isGap
        self.regularBefore = regularBefore
    }

    private static func change(_ before: Double, _ after: Double, _ quantity: Quantity) -> Double {
        switch quantity {
        case .change, .premium: log(after / before)
        case .volatility: abs(log(after / before))
        case .difference: after - before
        }
    }

    func has(_ row: Int) -> Bool { !values[row].isNaN }
    func isRegular(_ row: Int) -> Bool { has(row) && !isGap[row] }
    func regularCount(_ rows: Range<Int>) -> Int {
        Int(regularBefore[rows.upperBound] - regularBefore[rows.lowerBound])
    }
    func areAllRegular(_ rows: Range<Int>) -> Bool { regularCount(rows) == rows.count }
    func hasAll(_ rows: Range<Int>) -> Bool { areAllRegular(rows) || rows.allSatisfy(has) }
}
