package import Vocabulary

/// An amount of a day to be turned from one currency into another.
package struct ConversionRequest: Sendable, Hashable {
    package var day: Day
    /// As it was written.
    package var amount: PublishedNumber
    package var from: CurrencyCode
    package var to: CurrencyCode
}

/// Three capital letters as one number, so that very many of them are compared without a String.
package struct CurrencyCode: Sendable, Hashable {
    private let packed: UInt32

    /// Nil where the bytes are not three capital letters.
    package init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 3 else { return nil }
        var packed: UInt32 = 0
        for index in range {
            guard (65...90).contains(bytes[index]) else { return nil }
            packed = packed << 8 | UInt32(bytes[index])
        }
        self.packed = packed
    }

    package var text: String {
        String(unsafeUninitializedCapacity: 3) { letters in
            for index in 0..<3 { letters[index] = UInt8(truncatingIfNeeded: packed >> (16 - 8 * index)) }
            return 3
        }
    }
}
