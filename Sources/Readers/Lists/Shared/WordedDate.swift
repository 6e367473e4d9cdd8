internal import Formats
internal import Vocabulary

/// A date with the English name of its month, in the orders and with the marks that publishers use: `29 Apr 1965`,
/// `1 Jan. 1967`, `12. Mar 1965`, `23-Apr-68`, `March 15, 1970`, `Sept 1971`, `March, 1965`, `Sep-99`.
enum WordedDate {
    /// `1965-04-29` or `1965-04`; nil for anything else.
    static func text(of printed: Substring) -> String? {
        guard printed.utf8.count <= 24, printed.utf8.contains(where: { ($0 | 0x20) &- 97 < 26 }) else { return nil }
        let words = printed.split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }
        guard (2...3).contains(words.count), let place = words.firstIndex(where: { month($0) != nil }),
            let month = month(words[place])
        else { return nil }
        let numbers = words.indices.filter { $0 != place }.map { Array(words[$0].utf8)[...] }
        if numbers.count == 1 {
            guard place == 0, let year = PartialDate.year(numbers[0]) else { return nil }
            return "\(padded(year, 4))-\(padded(month, 2))"
        }
        // The year stands last, or first with all four digits.
        let isYearFirst = numbers[0].count == 4
        guard let year = PartialDate.year(numbers[isYearFirst ? 0 : 1]), let day = day(numbers[isYearFirst ? 1 : 0])
        else { return nil }
        return Day(year: year, month: month, day: day)?.description
    }

    private static func month(_ word: Substring) -> Int? {
        Day.month(english: word) ?? (word.lowercased() == "sept" ? 9 : nil)
    }

    /// `1`, `12`, `1st`
    private static func day(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.prefix { (48...57).contains($0) }
        let ending = String(decoding: bytes[digits.endIndex...], as: UTF8.self)
        guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending) else { return nil }
        return PartialDate.number(digits)
    }
}
