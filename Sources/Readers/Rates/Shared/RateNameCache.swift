internal import Vocabulary

/// Which series the names of a row stand for, found by their bytes: most names come in every day's rows.
struct RateNameCache {
    typealias Names = (base: Range<Int>?, quote: Range<Int>?, area: Range<Int>?, measure: Range<Int>?)

    private struct Key: Hashable {
        var slot: Int
        var texts: SIMD4<UInt64>
    }
    private var targets: [Key: RateTarget] = [:]

    func find(_ slot: Int, _ bytes: Span<UInt8>, _ names: Names) -> RateTarget? {
        RateNameCache.key(slot, bytes, names).flatMap { targets[$0] }
    }

    mutating func keep(_ target: RateTarget, _ slot: Int, _ bytes: Span<UInt8>, _ names: Names) {
        if let key = RateNameCache.key(slot, bytes, names) { targets[key] = target }
    }

    /// Nil where a name does not fit: seven bytes and their number make one word.
    private static func key(_ slot: Int, _ bytes: Span<UInt8>, _ names: Names) -> Key? {
        func packed(_ range: Range<Int>?) -> UInt64? {
            guard let range else { return 0 }
            guard range.count <= 7 else { return nil }
            var word = UInt64(range.count)
            for index in range { word = word << 8 | UInt64(bytes[index]) }
            return word
        }
        guard let base = packed(names.base), let quote = packed(names.quote), let area = packed(names.area),
            let measure = packed(names.measure)
        else { return nil }
        return Key(slot: slot, texts: SIMD4(base, quote, area, measure))
    }
}
