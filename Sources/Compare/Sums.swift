/// Sums over rows of numbers, eight at a time: what every fit and every test is made of.
///
/// The order of addition is fixed, so that a figure does not depend on the machine.
enum Sums {
    private typealias Lanes = SIMD8<Double>

    static func plain(_ x: [Double]) -> Double {
        var (lanes, rest) = (Lanes.zero, 0.0)
        x.withUnsafeBytes { x in
            let (whole, end) = bounds(x)
            for at in stride(from: 0, to: whole, by: width) {
                lanes += x.loadUnaligned(fromByteOffset: at, as: Lanes.self)
            }
            for at in stride(from: whole, to: end, by: 8) {
                rest += x.loadUnaligned(fromByteOffset: at, as: Double.self)
            }
        }
        return lanes.sum() + rest
    }

    static func squares(_ x: [Double]) -> Double { products(x, x) }

    /// The sum of the products of two rows of the same length.
    static func products(_ x: [Double], _ y: [Double]) -> Double {
        var (lanes, rest) = (Lanes.zero, 0.0)
        x.withUnsafeBytes { x in
            y.withUnsafeBytes { y in
                let (whole, end) = bounds(x)
                for at in stride(from: 0, to: whole, by: width) {
                    lanes +=
                        x.loadUnaligned(fromByteOffset: at, as: Lanes.self)
                        * y.loadUnaligned(fromByteOffset: at, as: Lanes.self)
                }
                for at in stride(from: whole, to: end, by: 8) {
                    rest +=
                        x.loadUnaligned(fromByteOffset: at, as: Double.self)
                        * y.loadUnaligned(fromByteOffset: at, as: Double.self)
                }
            }
        }
        return lanes.sum() + rest
    }

    /// The sums of every so many consecutive numbers; none where there are fewer.
    static func runs(_ x: [Double], length: Int) -> [Double] {
        guard x.count >= length else { return [] }
        let count = x.count - length + 1
        var sums = Array(x[..<count])
        for step in 1..<max(1, length) {
            sums.withUnsafeMutableBufferPointer { sums in
                x.withUnsafeBufferPointer { x in
                    for start in 0..<count { sums[start] += x[start + step] }
                }
            }
        }
        return sums
    }

    private static let width = MemoryLayout<Lanes>.stride

    /// Bytes up to which eight fit, and bytes in all.
    private static func bounds(_ x: UnsafeRawBufferPointer) -> (Int, Int) { (x.count / width * width, x.count) }
}
