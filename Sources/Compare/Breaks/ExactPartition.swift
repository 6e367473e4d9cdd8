/// The partition of a row of numbers into stretches of constant mean that minimises squared error plus a penalty for each
/// break: every position is tried, and the optimum is exact (Jackson et al. 2005, optimal partitioning).
package struct ExactPartition: Sendable {
    /// Numbers before each break, ascending.
    package let breaks: [Int]
    /// Squared error plus penalty times breaks.
    package let objective: Double

    /// - Parameters:
    ///   - shortest: of a stretch.
    ///   - penalty: of one break. Of partitions that cost the same the one with the earliest break is taken.
    package init(_ y: [Double], penalty: Double, shortest: Int) {
        let n = y.count
        var sums = [0.0]
        var squares = [0.0]
        sums.reserveCapacity(n + 1)
        squares.reserveCapacity(n + 1)
        for value in y {
            sums.append(sums[sums.count - 1] + value)
            squares.append(squares[squares.count - 1] + value * value)
        }
        guard n >= 2 * shortest else {
            breaks = []
            objective = n == 0 ? 0 : squares[n] - sums[n] * sums[n] / Double(n)
            return
        }
        // best[s] is the least cost of the first s numbers, and stands without their squares: those of the whole are added
        // once. A position that cannot end a stretch costs infinitely much.
        var best = [Double](repeating: .infinity, count: n + 1)
        var previous = [Int](repeating: 0, count: n + 1)
        best[0] = -penalty
        // At n - t + s stands 1 / (t - s), so that for each t the lengths lie side by side.
        let reciprocals = (0...n).map { $0 == n ? 0 : 1 / Double(n - $0) }
        for t in shortest...n {
            let (least, at) = PartitionStep.least(
                best, sums, reciprocals, upTo: t - shortest + 1, sum: sums[t], offset: n - t)
            best[t] = least + penalty
            previous[t] = at
        }
        var found: [Int] = []
        var at = previous[n]
        while at > 0 {
            found.append(at)
            at = previous[at]
        }
        breaks = found.reversed()
        objective = best[n] + squares[n]
    }
}

/// The inner loop, eight positions at once.
private enum PartitionStep {
    typealias Lanes = SIMD8<Double>

    /// The least of `best[s] - (sum - sums[s])^2 / (t - s)` over s below a bound, and the first s that has it.
    static func least(
        _ best: [Double], _ sums: [Double], _ reciprocals: [Double], upTo end: Int, sum: Double, offset: Int
    ) -> (Double, Int) {
        best.withUnsafeBufferPointer { best in
            sums.withUnsafeBufferPointer { sums in
                reciprocals.withUnsafeBufferPointer { reciprocals in
                    let (best, sums) = (UnsafeRawBufferPointer(best), UnsafeRawBufferPointer(sums))
                    let lengths = UnsafeRawBufferPointer(reciprocals)
                    let wide = Lanes(repeating: sum)
                    let stride = 8 * MemoryLayout<Double>.stride
                    let whole = end / 8
                    var (least, block) = (Double.infinity, 0)
                    for index in 0..<whole {
                        let difference = wide - sums.loadUnaligned(fromByteOffset: index * stride, as: Lanes.self)
                        let reciprocal = lengths.loadUnaligned(
                            fromByteOffset: offset * MemoryLayout<Double>.stride + index * stride, as: Lanes.self)
                        let cost =
                            best.loadUnaligned(fromByteOffset: index * stride, as: Lanes.self)
                            - difference * difference * reciprocal
                        let lowest = cost.min()
                        if lowest < least { (least, block) = (lowest, index) }
                    }
                    func cost(_ s: Int) -> Double {
                        let difference = sum - sums.loadUnaligned(fromByteOffset: s * 8, as: Double.self)
                        return best.loadUnaligned(fromByteOffset: s * 8, as: Double.self) - difference * difference
                            * lengths.loadUnaligned(fromByteOffset: (offset + s) * 8, as: Double.self)
                    }
                    var at = 0
                    if least.isFinite { at = (block * 8..<block * 8 + 8).first { cost($0) == least } ?? block * 8 }
                    for s in whole * 8..<end {
                        let own = cost(s)
                        if own < least { (least, at) = (own, s) }
                    }
                    return (least, at)
                }
            }
        }
    }
}
