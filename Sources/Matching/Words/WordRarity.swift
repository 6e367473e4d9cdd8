/// How many listed names have each word: a word that many have is little evidence.
package struct WordRarity: Sendable {
    private var counts: [UInt64: UInt32] = [:]

    package init() {}

    mutating func count(_ hash: UInt64) { counts[hash, default: 0] += 1 }

    /// 1 for a word of a few names, 0.5 for one of a thousand.
    func weight(of hash: UInt64) -> Float { WordRarity.weight(names: counts[hash] ?? 0) }

    static func weight(names: UInt32) -> Float {
        // Half of a binary logarithm, without one.
        let doublings = Float(UInt32.bitWidth - max(1, names / 8).leadingZeroBitCount - 1)
        return max(0.5, 1 - 0.07 * doublings)
    }

    var all: [UInt64: UInt32] { counts }
    init(_ counts: [UInt64: UInt32]) { self.counts = counts }
}
