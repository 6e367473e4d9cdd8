internal import Formats
internal import Vocabulary

/// A date as Japanese lists print it: `1941/8/20`, `1941年8月20日`, `1958年1月`, `1970年`, `1963年頃` (about 1963), `1960年代` (the
/// sixties).
enum JapaneseDate {
    /// In a form that `Facts.birthDate` reads, and whether it is about; the words themselves where they are no such date.
    static func plain(_ printed: String) -> (text: String, isCirca: Bool) {
        var rest = printed[...]
        var isCirca = false
        for word in ["頃", "ごろ"] where rest.hasSuffix(word) {
            rest = rest.dropLast(word.count)
            isCirca = true
        }
        for word in ["約", "およそ"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            isCirca = true
        }
        if rest.hasSuffix("年代"), let year = Int(rest.dropLast(2)) { return ("\(year)s", isCirca) }
        let parts = rest.split(omittingEmptySubsequences: true) { "/年月日".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard (1...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4 else {
            return (printed, false)
        }
        switch numbers.count {
        case 3:
            guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return (printed, false) }
            return (day.description, isCirca)
        case 2:
            guard (1...12).contains(numbers[1]) else { return (printed, false) }
            return ("\(padded(numbers[0], 4))-\(padded(numbers[1], 2))", isCirca)
        default: return (padded(numbers[0], 4), isCirca)
        }
    }
}
