/// Who an article is by, as a line of it says.
enum Byline {
    /// The names of a line such as `By Jane Doe and John Roe`; nil where it is no such line.
    static func names(_ text: String) -> [String]? {
        guard text.utf8.count < 160 else { return nil }
        let words = text.split(separator: " ")
        guard let mark = words.prefix(3).firstIndex(where: { openings.contains(trimmed(String($0)).lowercased()) }),
            mark + 1 < words.count
        else { return nil }
        // A sentence such as "Stand by your man, he said." is none.
        let rest = words[(mark + 1)...]
        guard let first = rest.first?.first, first.isUppercase || !first.isASCII,
            !(text.hasSuffix(".") && words.count > 8)
        else { return nil }
        return split(rest.joined(separator: " "))
    }

    /// Names that are parted by commas, semicolons and the word and.
    static func split(_ text: String) -> [String] {
        var plain = text
        // What follows the names: a date, a bureau.
        for mark in [" | ", " • ", " · ", " – ", " — ", " - ", " in "] {
            if let found = plain.firstRange(of: mark) { plain = String(plain[..<found.lowerBound]) }
        }
        for mark in [" and ", " et ", " und ", " y ", " и ", " ve ", " & ", ", ", ";"] {
            plain = plain.replacing(mark, with: "\n")
        }
        return plain.split(separator: "\n").map { trimmed(String($0)) }.filter { name in
            !name.isEmpty && name.utf8.count < 80 && !name.contains(where: \.isNumber) && !name.contains("http")
                && !name.contains("@")
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, !last.isLetter, last != ")" { text.removeLast() }
        while let first = text.first, !first.isLetter, first != "(" { text.removeFirst() }
        return String(text)
    }

    private static let openings: Set<String> = ["by", "par", "por", "von", "автор", "yazan", "بقلم", "di", "written"]
}
