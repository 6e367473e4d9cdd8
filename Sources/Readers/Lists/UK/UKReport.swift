internal import Formats
internal import Vocabulary

/// The line above the header of the UK's lists, which dates the publication.
enum UKReport {
    /// `Last Updated,10/04/2025`, `Report Date: 06-Nov-2025`
    static func day(_ preamble: [[String]], label: String) throws -> Day? {
        for row in preamble {
            guard let first = row.first, first.hasPrefix(label) else { continue }
            let rest = first.dropFirst(label.count).drop { $0 == ":" || $0 == " " }
            let printed = rest.isEmpty ? row.dropFirst().first { !$0.isEmpty } ?? "" : String(rest)
            let words = printed.split(separator: "-").joined(separator: " ")
            guard let day = Day(english: words) ?? PartialDate(printed).flatMap({ Day(iso: $0.text) }) else {
                throw Fault("bad_day", "\(label) is \"\(printed)\", no day")
            }
            return day
        }
        return nil
    }
}
