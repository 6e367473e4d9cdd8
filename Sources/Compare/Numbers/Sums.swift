/// Sums over rows of numbers, eight at a time: what every fit and every test is made of.
///
/// The order of addition is fixed, so that a figure does not depend on the machine.
enum Sums {
    private typealias Lanes = SIMD8<Double>
    private static let lanes = 8

    static func plain(_ x: UnsafeBufferPointer<Double>) -> Double {
        var (sum, rest) = (Lanes.zero, 0.0)
        let whole = x.count / lanes * lanes
        for at in stride(from: 0, to: whole, by: lanes) { sum += eight(x, at) }
        for at in whole..<x.count { rest += x[at] }
        return sum.sum() + rest
    }

    /// The sum of the squares of distances from a centre.
    static func squares(_ x: UnsafeBufferPointer<Double>, around centre: Double = 0) -> Double {
        var (sum, rest) = (Lanes.zero, 0.0)
        let (whole, middle) = (x.count / lanes * lanes, Lanes(repeating: centre))
        for at in stride(from: 0, to: whole, by: lanes) {
            let distance = eight(x, at) - middle
            sum += distance * distance
        }
        for at in whole..<x.count { rest += squared(x[at] - centre) }
        return sum.sum() + rest
    }

    /// How many are exactly zero.
    static func zeros(_ x: UnsafeBufferPointer<Double>) -> Int {
        var (found, rest) = (SIMD8<Int64>.zero, 0)
        let whole = x.count / lanes * lanes
        for at in stride(from: 0, to: whole, by: lanes) { found.replace(with: found &+ 1, where: eight(x, at) .== 0) }
        for at in whole..<x.count { rest += x[at] == 0 ? 1 : 0 }
        return Int(found.wrappedSum()) + rest
    }

    /// Sums of squares and products around the means of two rows of the same length: differences of large sums would lose
    /// the digits that a test rests on.
    static func moments(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, meanX: Double, meanY: Double
    ) -> (xx: Double, xy: Double, yy: Double) {
        var (xx, xy, yy) = (Lanes.zero, Lanes.zero, Lanes.zero)
        var rest = (xx: 0.0, xy: 0.0, yy: 0.0)
        let whole = x.count / lanes * lanes
        let (middleX, middleY) = (Lanes(repeating: meanX), Lanes(repeating: meanY))
        for at in stride(from: 0, to: whole, by: lanes) {
            let (a, b) = (eight(x, at) - middleX, eight(y, at) - middleY)
            xx += a * a
            xy += a * b
            yy += b * b
        }
        for at in whole..<x.count {
            let (a, b) = (x[at] - meanX, y[at] - meanY)
            rest.xx += a * a
            rest.xy += a * b
            rest.yy += b * b
        }
        return (xx.sum() + rest.xx, xy.sum() + rest.xy, yy.sum() + rest.yy)
    }

    /// The sums of every so many consecutive numbers; none where there are fewer.
    static func runs(_ x: ArraySlice<Double>, length: Int) -> [Double] {
        guard x.count >= length else { return [] }
        let count = x.count - length + 1
        return x.withUnsafeBufferPointer { x in
            [Double](unsafeUninitializedCapacity: count) { sums, filled in
                for start in 0..<count { sums[start] = x[start] }
                for step in 1..<max(1, length) {
                    for start in 0..<count { sums[start] += x[start + step] }
                }
                filled = count
            }
        }
    }

    /// The squares of the sums of so many consecutive moves over their variances, from one position on.
    ///
    /// - Parameter count: how many sums there are before any is left out.
    static func squaredSizes(
        _ moves: [Double], _ variances: [Double], length: Int, from first: Int, count: Int
    ) -> [Double] {
        moves.withUnsafeBufferPointer { moves in
            variances.withUnsafeBufferPointer { variances in
                [Double](unsafeUninitializedCapacity: count - first) { sizes, filled in
                    filled = count - first
                    let (whole, rows) = (filled / lanes * lanes, Double(length))
                    let bytes = UnsafeMutableRawBufferPointer(sizes)
                    for at in stride(from: 0, to: whole, by: lanes) {
                        let sum = eightRuns(moves, first + at, length)
                        bytes.storeBytes(
                            of: sum * sum / (rows * eight(variances, first + at)),
                            toByteOffset: at * MemoryLayout<Double>.stride, as: Lanes.self)
                    }
                    for at in whole..<filled {
                        sizes[at] = squared(run(moves, first + at, length)) / (rows * variances[first + at])
                    }
                }
            }
        }
    }

    /// How many sums of so many consecutive numbers there are, and how many of them are at least of each of two sizes.
    static func reaching(_ x: [Double], length: Int, _ one: Double, _ other: Double) -> (Int, Int, Int) {
        guard x.count >= length else { return (0, 0, 0) }
        let count = x.count - length + 1
        return x.withUnsafeBufferPointer { x in
            var (ones, others) = (SIMD8<Int64>.zero, SIMD8<Int64>.zero)
            let whole = count / lanes * lanes
            for at in stride(from: 0, to: whole, by: lanes) {
                let sum = eightRuns(x, at, length)
                let size = sum.replacing(with: -sum, where: sum .< 0)
                ones.replace(with: ones &+ 1, where: size .>= one)
                others.replace(with: others &+ 1, where: size .>= other)
            }
            var rest = (0, 0)
            for at in whole..<count {
                let size = abs(run(x, at, length))
                rest.0 += size >= one ? 1 : 0
                rest.1 += size >= other ? 1 : 0
            }
            return (count, Int(ones.wrappedSum()) + rest.0, Int(others.wrappedSum()) + rest.1)
        }
    }

    private static func eightRuns(_ x: UnsafeBufferPointer<Double>, _ at: Int, _ length: Int) -> Lanes {
        var sum = eight(x, at)
        for step in 1..<max(1, length) { sum += eight(x, at + step) }
        return sum
    }

    private static func run(_ x: UnsafeBufferPointer<Double>, _ at: Int, _ length: Int) -> Double {
        var sum = x[at]
        for step in 1..<max(1, length) { sum += x[at + step] }
        return sum
    }

    private static func eight(_ x: UnsafeBufferPointer<Double>, _ at: Int) -> Lanes {
        UnsafeRawBufferPointer(x).loadUnaligned(fromByteOffset: at * MemoryLayout<Double>.stride, as: Lanes.self)
    }
}
