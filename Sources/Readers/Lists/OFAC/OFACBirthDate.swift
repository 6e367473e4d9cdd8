internal import Formats
internal import Vocabulary

/// Dates of birth as OFAC prints them: `19 Apr 1947`, `Apr 1947`, `1947`, `circa 1947`, `1961 to 1962`, `1961-1962`.
enum OFACBirthDate {
    /// Nil where the text is none of these.
    static func fact(_ text: String) -> Attribute? {
        let isCirca = text.hasPrefix("circa ")
        let date = isCirca ? String(text.dropFirst(6)) : text
        if let value = point(date) { return Attribute(.birthDate, value, [isCirca ? "circa" : "exact"]) }
        guard let (first, last) = range(date), let from = point(first), let to = point(last) else { return nil }
        return Attribute(.birthDate, "\(from)/\(to)", [isCirca ? "circa" : "between"])
    }

    private static func range(_ text: String) -> (String, String)? {
        let words = text.split(separator: " ")
        if let to = words.firstIndex(of: "to") {
            return (words[..<to].joined(separator: " "), words[(to + 1)...].joined(separator: " "))
        }
        let years = text.split(separator: "-", omittingEmptySubsequences: false)
        return years.count == 2 ? (String(years[0]), String(years[1])) : nil
    }

    private static func point(_ text: String) -> String? {
        if let day = Day(english: text) { return day.description }
        let words = text.split(separator: " ")
        guard let year = words.last, year.utf8.count == 4, year.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        if words.count == 1 { return String(year) }
        guard words.count == 2, let month = Day.month(english: words[0]) else { return nil }
        return "\(year)-\(padded(month, 2))"
    }
}
