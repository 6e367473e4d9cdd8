/// Printed with what it drew, so that anybody draws the same.
package enum SignFlipSeed {
    /// The day of the article that the product began with.
    package static let usual: UInt64 = 20_200_907
}

/// The chance of a mean as large, were each sign as likely as the other.
enum SignFlip {
    /// Up to so many values every vector of signs is tried.
    static let mostExact = 16
    static let draws = 100_000

    /// The share of sign vectors whose mean is as large; of drawn ones beyond 16 values.
    static func p(_ values: [Double], seed: UInt64) -> Double {
        let observed = abs(values.reduce(0, +)) / Double(values.count) - 1e-12
        func reaches(_ sum: Double) -> Bool { abs(sum) / Double(values.count) >= observed }
        if values.count <= mostExact {
            let vectors = 1 << values.count
            let reached = (0..<vectors).count { signs in
                reaches(
                    values.indices.reduce(0.0) { $0 + (signs >> $1 & 1 == 0 ? values[$1] : -values[$1]) })
            }
            return Double(reached) / Double(vectors)
        }
        var generator = SplitMix64(seed: seed)
        let reached = (0..<draws).count { _ in
            var sum = 0.0
            for value in values { sum += generator.next() >> 63 == 0 ? value : -value }
            return reaches(sum)
        }
        return Double(1 + reached) / Double(1 + draws)
    }
}

/// Steele, Lea and Flood 2014: small, fast, and the same numbers from a seed in every language.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
