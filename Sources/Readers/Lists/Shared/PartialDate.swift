internal import Formats
internal import Vocabulary

/// A date of which perhaps only the month or the year is known, and ranges of them.
///
/// Reads `1965-04-29`, `1965-04`, `1965`; day first `29/04/1965`, with `dd`, `mm` or `00` for what is not known
/// (`dd/mm/1965`), also with points or hyphens between; `04/1965`; `29 Apr 1965`, `Apr 1965`; `circa` before, `1961 to 1962`,
/// `1961-1962`, `between 1961 and 1962`. Never guesses: anything else is no date.
struct PartialDate {
    /// `1965-04-29`, `1965-04`, `1965`, or two of them with `/` between.
    let text: String
    let isCirca: Bool

    var isRange: Bool { text.utf8.contains(UInt8(ascii: "/")) }
    var isDay: Bool { !isRange && text.utf8.count == 10 }

    init?(_ printed: String) {
        var rest = printed[...]
        var isCirca = false
        if (48...57).contains(rest.utf8.first ?? 0), let point = PartialDate.point(rest) {
            (text, self.isCirca) = (point, false)
            return
        }
        for word in ["circa ", "Circa ", "approximately ", "Approximately ", "approx. ", "c. ", "c."]
        where rest.hasPrefix(word) {
            isCirca = true
            rest = rest.dropFirst(word.count)
            break
        }
        self.isCirca = isCirca
        if let point = PartialDate.point(rest) {
            text = point
            return
        }
        for word in ["between ", "Between ", "from ", "From "] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        for separator in [" to ", " and ", " - ", "-", "/"] {
            guard let (first, last) = PartialDate.split(rest, separator), let from = PartialDate.point(first),
                let to = PartialDate.point(last)
            else { continue }
            text = "\(from)/\(to)"
            return
        }
        return nil
    }

    private static func split(_ text: Substring, _ separator: String) -> (Substring, Substring)? {
        let bytes = Array(text.utf8)
        let pattern = Array(separator.utf8)
        guard bytes.count > pattern.count else { return nil }
        for start in 1..<bytes.count - pattern.count where Array(bytes[start..<start + pattern.count]) == pattern {
            let index = text.utf8.index(text.startIndex, offsetBy: start)
            return (text[..<index], text[text.utf8.index(index, offsetBy: pattern.count)...])
        }
        return nil
    }

    private static func point(_ text: Substring) -> String? {
        let bytes = Array(text.utf8)
        if bytes.count == 4, let year = number(bytes[...]), year > 0 { return String(text) }
        if let day = Day(iso: text) ?? Day(english: text) { return day.description }
        if bytes.count == 7, bytes[4] == UInt8(ascii: "-"), number(bytes[..<4]) != nil,
            let month = number(bytes[5...]), (1...12).contains(month)
        {
            return String(text)
        }
        return dayFirst(bytes) ?? monthAndYear(text)
    }

    /// `29/04/1965`, `00/04/1965`, `dd/mm/1965`, `04/1965`
    private static func dayFirst(_ bytes: [UInt8]) -> String? {
        var parts = bytes.split(omittingEmptySubsequences: false) { $0 == 47 || $0 == 46 || $0 == 45 }
        if parts.count == 2 { parts.insert([48], at: 0) }
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            let year = number(parts[2]), year > 0
        else { return nil }
        let isUnknown = { (part: ArraySlice<UInt8>) in
            part.allSatisfy { $0 | 0x20 == UInt8(ascii: "d") || $0 | 0x20 == UInt8(ascii: "m") }
                || number(part) == 0
        }
        if isUnknown(parts[1]) { return isUnknown(parts[0]) ? padded(year, 4) : nil }
        guard let month = number(parts[1]), (1...12).contains(month) else { return nil }
        if isUnknown(parts[0]) { return "\(padded(year, 4))-\(padded(month, 2))" }
        return number(parts[0]).flatMap { Day(year: year, month: month, day: $0) }?.description
    }

    private static func monthAndYear(_ text: Substring) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].utf8.count == 4, let month = Day.month(english: words[0]),
            let year = number(Array(words[1].utf8)[...]), year > 0
        else { return nil }
        return "\(words[1])-\(padded(month, 2))"
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }
}
