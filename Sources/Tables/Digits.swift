internal import Glibc
internal import Vocabulary

/// The shortest decimal that reads back as the same double, without a point where none is needed; nothing for
/// infinities and NaN, which neither CSV readers nor JSON know.
func appendShortest(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    var text = value.description.utf8[...]
    // -0 and 0 are one published figure.
    if value == 0 { text = "0".utf8[...] } else if text.suffix(2).elementsEqual(".0".utf8) { text = text.dropLast(2) }
    bytes += text
}

/// A number for people, with a fixed count of digits after the point.
func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "" }
    // 330 digits before the point at most, and `%f` rounds exactly.
    var buffer = [CChar](repeating: 0, count: 352 + decimals)
    let count = withVaList([Int32(decimals), value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    let text = String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let isNegativeZero = text.hasPrefix("-") && text.utf8.allSatisfy { [45, 46, 48].contains($0) }
    return isNegativeZero ? String(text.dropFirst()) : text
}

func appendDay(_ day: Day, to bytes: inout [UInt8]) {
    let (year, month, dayOfMonth) = day.civil
    for (value, divisor) in [
        (year, 1000), (year, 100), (year, 10), (year, 1), (-1, 0), (month, 10), (month, 1), (-1, 0), (dayOfMonth, 10),
        (dayOfMonth, 1),
    ] {
        bytes.append(divisor == 0 ? UInt8(ascii: "-") : UInt8(truncatingIfNeeded: 48 + value / divisor % 10))
    }
}
