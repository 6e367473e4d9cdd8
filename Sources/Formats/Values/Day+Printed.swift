package import Vocabulary

extension Day {
    /// Reads `yyyy-MM-dd` and nothing else.
    package init?(iso bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 10 else { return nil }
        let start = range.lowerBound
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let year = decimal(bytes, start..<start + 4), let month = decimal(bytes, start + 5..<start + 7),
            let day = decimal(bytes, start + 8..<start + 10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `30 October 2026`, `30 Oct 2026` and `1 Oct 2026`, with English month names in any case.
    package init?(english bytes: Span<UInt8>, _ range: Range<Int>) {
        guard let first = nextSpace(bytes, range), let second = nextSpace(bytes, first + 1..<range.upperBound),
            first - range.lowerBound <= 2, range.upperBound - second == 5,
            let day = decimal(bytes, range.lowerBound..<first),
            let month = monthNumber(bytes, first + 1..<second),
            let year = decimal(bytes, second + 1..<range.upperBound)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `MM/DD/YYYY`, as publishers in the United States print it.
    package init?(monthFirst bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 10 else { return nil }
        let start = range.lowerBound
        guard bytes[start + 2] == UInt8(ascii: "/"), bytes[start + 5] == UInt8(ascii: "/"),
            let month = decimal(bytes, start..<start + 2), let day = decimal(bytes, start + 3..<start + 5),
            let year = decimal(bytes, start + 6..<start + 10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads an English day from text: `30 October 2026`.
    package init?(english text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(english: bytes.span, 0..<bytes.count)
    }

    /// The number of an English month name or its first three letters, in any case.
    package static func month(english text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        return monthNumber(bytes.span, 0..<bytes.count)
    }
}

private let months: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
].map { Array($0.utf8) }

func monthNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for (index, name) in months.enumerated() where range.count == name.count || range.count == 3 {
        if range.allSatisfy({ bytes[$0] | 0x20 == name[$0 - range.lowerBound] }) { return index + 1 }
    }
    return nil
}

func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var value = 0
    for index in range {
        let digit = bytes[index] &- 48
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
    }
    return value
}

private func nextSpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for index in range where bytes[index] == 32 { return index }
    return nil
}
