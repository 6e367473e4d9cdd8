/// The last sixty logarithmic returns between believed values.
struct RecentReturns {
    private static let length = 60
    private static let least = 20
    private var ring: [Double] = []
    private var place = 0
    private var sum = 0.0
    private var squares = 0.0

    init() { ring.reserveCapacity(RecentReturns.length) }

    mutating func add(_ value: Double) {
        sum += value
        squares += value * value
        if ring.count < RecentReturns.length {
            ring.append(value)
        } else {
            let old = ring[place]
            sum -= old
            squares -= old * old
            ring[place] = value
            place = place + 1 == RecentReturns.length ? 0 : place + 1
        }
    }

    /// Of the sample; nil while there are fewer than twenty.
    var deviation: Double? {
        guard ring.count >= RecentReturns.least else { return nil }
        let count = Double(ring.count)
        return max(0, (squares - sum * sum / count) / (count - 1)).squareRoot()
    }
}
