internal import Formats
internal import Vocabulary

/// A date of which perhaps only the month or the year is known, and ranges of them.
///
/// Reads `1965-04-29`, `1965-04`, `1965`; day first `29/04/1965`, with `dd`, `mm` or `00` for what is not known
/// (`dd/mm/1965`), also with points or hyphens between; `04/1965`; what has an English month's name (`WordedDate`);
/// `circa` before, `1961 to 1962`, `1961-1962`, `between 1961 and 1962`; a decade, `early 1970s`. Beside a month's name a
/// year of two digits is read from 50 on, as of the last century: nobody on a list was born before 1850 or will be born in
/// 2050. Never guesses: anything else is no date.
struct PartialDate {
    /// `1965-04-29`, `1965-04`, `1965`, or two of them with `/` between.
    let text: String
    let isCirca: Bool
    /// The words say more than `text` does: which part of a decade.
    var isLoose = false

    var isRange: Bool { text.utf8.contains(UInt8(ascii: "/")) }
    var isDay: Bool { !isRange && text.utf8.count == 10 }

    init?(_ printed: String) {
        var rest = printed[...]
        if (48...57).contains(rest.utf8.first ?? 0), let point = PartialDate.point(rest) {
            (text, isCirca) = (point, false)
            return
        }
        while let last = rest.utf8.last, [44, 46, 59].contains(last) { rest = rest.dropLast() }
        let circa = PartialDate.drop(
            ["circa ", "approximately ", "approx. ", "approx ", "about ", "c. ", "c."], from: &rest)
        isCirca = circa
        if let point = PartialDate.point(rest) {
            text = point
            return
        }
        if let decade = PartialDate.decade(rest) {
            (text, isLoose) = (decade.range, !decade.isWhole)
            return
        }
        _ = PartialDate.drop(["between ", "from "], from: &rest)
        for separator in [" to ", " and ", "-", "/"] {
            guard let (first, last) = PartialDate.split(rest, separator), let from = PartialDate.point(first),
                let to = PartialDate.point(last)
            else { continue }
            text = "\(from)/\(to)"
            return
        }
        return nil
    }

    /// Takes the first of the words off, in any case.
    private static func drop(_ words: [String], from text: inout Substring) -> Bool {
        for word in words where text.utf8.count >= word.utf8.count {
            let head = text.prefix(word.count)
            guard head.lowercased() == word else { continue }
            text = text.dropFirst(word.count)
            return true
        }
        return false
    }

    /// The two sides of a separator, without the blanks around it.
    private static func split(_ text: Substring, _ separator: String) -> (Substring, Substring)? {
        let bytes = Array(text.utf8)
        let pattern = Array(separator.utf8)
        guard bytes.count > pattern.count else { return nil }
        for start in 1..<bytes.count - pattern.count where bytes[start...].starts(with: pattern) {
            let index = text.utf8.index(text.startIndex, offsetBy: start)
            var first = text[..<index]
            while first.utf8.last == 32 { first = first.dropLast() }
            return (first, text[text.utf8.index(index, offsetBy: pattern.count)...].drop { $0 == " " })
        }
        return nil
    }

    private static func point(_ text: Substring) -> String? {
        let bytes = Array(text.utf8)
        if bytes.count == 4, let year = number(bytes[...]), year > 0 { return String(text) }
        if let day = Day(iso: text) { return day.description }
        if bytes.count == 7, bytes[4] == UInt8(ascii: "-"), number(bytes[..<4]) != nil,
            let month = number(bytes[5...]), (1...12).contains(month)
        {
            return String(text)
        }
        return dayFirst(bytes) ?? WordedDate.text(of: text)
    }

    /// `29/04/1965`, `00/04/1965`, `dd/mm/1965`, `04/1965`
    private static func dayFirst(_ bytes: [UInt8]) -> String? {
        var parts = bytes.split(omittingEmptySubsequences: false) { $0 == 47 || $0 == 46 || $0 == 45 }
        if parts.count == 2 { parts.insert([48], at: 0) }
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2,
            parts[2].count == 4, let year = number(parts[2]), year > 0
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

    /// `1970s`, `born in the early 1970s`: the ten years, whichever part of them is meant.
    private static func decade(_ text: Substring) -> (range: String, isWhole: Bool)? {
        var words = text.split(separator: " ")
        guard let last = words.popLast(), last.utf8.count == 5, last.utf8.last == UInt8(ascii: "s"),
            let year = number(Array(last.utf8.dropLast())[...]), year > 0, year % 10 == 0,
            words.allSatisfy({ ["born", "in", "the", "early", "mid", "late"].contains($0.lowercased()) })
        else { return nil }
        let isWhole = !words.contains { ["early", "mid", "late"].contains($0.lowercased()) }
        return ("\(padded(year, 4))/\(padded(year + 9, 4))", isWhole)
    }

    /// A year of four digits, or the last two of one of the last century.
    static func year(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let year = number(bytes) else { return nil }
        switch bytes.count {
        case 4: return year > 0 ? year : nil
        case 2: return year >= 50 ? 1900 + year : nil
        default: return nil
        }
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }
}
