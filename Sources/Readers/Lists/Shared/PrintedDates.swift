/// A cell that may hold several dates: `1999, 2003`, `1963 or 1964`, `1/1/1965; alt DOB: 2/2/1966`,
/// `31 May 1970 (as one name) 1968 (as another)`.
enum PrintedDates {
    /// The dates, each with what stands behind it in parentheses; nil where any part is none: half a phrase would say
    /// something else.
    static func all(_ cell: String) -> [(date: PartialDate, note: String)]? {
        if let date = PartialDate(cell) { return [(date, "")] }
        let pieces = pieces(cell)
        var dates: [(date: PartialDate, note: String)] = []
        var index = 0
        while index < pieces.count {
            let piece = pieces[index]
            if let date = PartialDate(piece.text) {
                dates.append((date, piece.note))
            } else if piece.note.isEmpty, index + 1 < pieces.count,
                let date = PartialDate("\(piece.text), \(pieces[index + 1].text)")
            {
                // `March 15, 1970`: the comma is inside.
                dates.append((date, pieces[index + 1].note))
                index += 1
            } else {
                return nil
            }
            index += 1
        }
        return dates.isEmpty ? nil : dates
    }

    private static func pieces(_ cell: String) -> [(text: String, note: String)] {
        var pieces: [(text: String, note: String)] = []
        var (words, note): ([Substring], [Substring]?) = ([], nil)
        func close(_ note: String = "") {
            if !words.isEmpty { pieces.append((words.joined(separator: " "), note)) }
            words = []
        }
        for word in cell.split(separator: " ") {
            if note != nil || word.hasPrefix("(") {
                note = (note ?? []) + [word]
                if let whole = note, word.hasSuffix(")") || word.hasSuffix("),") || word.hasSuffix(");") {
                    close(String(whole.joined(separator: " ").drop { $0 == "(" }.prefix { $0 != ")" }))
                    note = nil
                }
                continue
            }
            let isBetween = words.first?.lowercased() == "between" || words.last?.lowercased() == "between"
            switch word.lowercased() {
            case "or", ">>", "alt", "alt.", "dob", "dob:": close()
            case "and" where !isBetween: close()
            default:
                let ends = word.hasSuffix(",") || word.hasSuffix(";")
                words.append(ends ? word.dropLast() : word)
                if ends { close() }
            }
        }
        close(note.map { $0.joined(separator: " ") } ?? "")
        return pieces.filter { !$0.text.isEmpty }
    }
}
