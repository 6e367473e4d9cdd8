internal import CMath
internal import Vocabulary

/// The shortest decimal that reads back as the same double, without a point where none is needed; nothing for
/// infinities and NaN, which neither CSV readers nor JSON know.
func appendShortest(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    // -0 and 0 are one published figure.
    guard value != 0 else {
        bytes.append(48)
        return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { text in
        let count = Int(bellwether_shortest(value, text.baseAddress))
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<count]))
    }
}

// Long tables are mostly days, instants and published figures: written as bytes, they cost no String each.

func appendDay(_ day: Day, to bytes: inout [UInt8]) {
    let (year, month, dayOfMonth) = day.civil
    appendPair(year / 100, to: &bytes)
    appendPair(year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendPair(month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendPair(dayOfMonth, to: &bytes)
}

private func appendPair(_ value: Int, to bytes: inout [UInt8]) {
    let pair = UInt8(truncatingIfNeeded: value)
    bytes.append(48 + pair / 10)
    bytes.append(48 + pair % 10)
}

/// The bytes of a text in one piece; through its view of UTF-8 they would come one by one.
func appendText(_ text: String, to bytes: inout [UInt8]) {
    let isWhole: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isWhole == nil { bytes += text.utf8 }
}

func appendInstant(_ instant: Instant, to bytes: inout [UInt8]) {
    appendDay(instant.day, to: &bytes)
    let time = UInt64(instant.secondOfDay)
    bytes.append(UInt8(ascii: "T"))
    append(time / 3600, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time / 60 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
}

func appendInteger(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(UInt64(value.magnitude), width: 1, to: &bytes)
}

func appendPublished(_ number: PublishedNumber, to bytes: inout [UInt8]) {
    if number.digits < 0 { bytes.append(UInt8(ascii: "-")) }
    let decimals = Int(number.decimals)
    append(number.digits.magnitude, width: decimals + 1, to: &bytes)
    if decimals > 0 { bytes.insert(UInt8(ascii: "."), at: bytes.count - decimals) }
}

/// Decimal digits, with zeros before them up to a width.
private func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
    var rest = value
    let start = bytes.count
    repeat {
        bytes.append(UInt8(truncatingIfNeeded: 48 + rest % 10))
        rest /= 10
    } while rest > 0 || bytes.count - start < width
    bytes[start...].reverse()
}
