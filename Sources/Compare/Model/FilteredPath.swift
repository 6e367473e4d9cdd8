/// The abnormal returns up to a window and the variance expected of each: one path serves all windows of an event.
final class FilteredPath {
    /// Of the pool.
    let fit: NormalFit
    /// The basket's mean return per row; empty for `mean`.
    private let basket: [Double]
    /// f: the pool's residuals, then the abnormal returns after the pool; gap returns and rows without one are skipped.
    private(set) var moves: [Double]
    /// v: at each place what was expected of the move there, and at the end of the one to come.
    private(set) var variances: [Double]
    /// The first row that is not in it yet.
    private var next: Int

    /// RiskMetrics 1996.
    private static let decay = 0.96

    init(_ estimate: Estimate, day0: Int) {
        // The residuals are taken over and the estimate let go of: what is added to them copies nothing.
        (fit, basket, moves) = (estimate.fit, estimate.basket, estimate.residuals)
        next = max(0, day0 + EstimationRows.last + 1)
        variances = FilteredPath.variances(moves, from: fit.s2)
    }

    private static func variances(_ moves: [Double], from first: Double) -> [Double] {
        moves.withUnsafeBufferPointer { moves in
            // Room for the rows between the pool and a window.
            [Double](unsafeUninitializedCapacity: moves.count - EstimationRows.last) { variances, filled in
                var own = first
                variances[0] = own
                // Two steps at once: each waits for the one before it, and half as many waits take half the time.
                let even = moves.count / 2 * 2
                for index in stride(from: 0, to: even, by: 2) {
                    let (one, two) = (share(of: moves[index]), share(of: moves[index + 1]))
                    variances[index + 1] = decay * own + one
                    own = decay * decay * own + (decay * one + two)
                    variances[index + 2] = own
                }
                if even < moves.count { variances[even + 1] = expected(own, after: moves[even]) }
                filled = moves.count + 1
            }
        }
    }

    /// How many moves lie before a row; the path is led on to it.
    func count(before row: Int, _ returns: Returns) -> Int {
        while next < row {
            if returns.isRegular(next) {
                let move = abnormal(next, returns)
                moves.append(move)
                variances.append(FilteredPath.expected(variances[variances.count - 1], after: move))
            }
            next += 1
        }
        return row < next ? moves.count - returns.regularCount(row..<next) : moves.count
    }

    func abnormal(_ row: Int, _ returns: Returns) -> Double { fit.abnormal(returns.values[row], basket, row) }

    private static func share(of move: Double) -> Double { (1 - decay) * (move * move) }

    private static func expected(_ variance: Double, after move: Double) -> Double {
        decay * variance + share(of: move)
    }
}
