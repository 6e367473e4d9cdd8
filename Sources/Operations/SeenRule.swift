internal import FileSystem
package import Vocabulary

/// When the bytes of an imported file were first seen: `--seen INSTANT`, `@mtime` or `@name:PATTERN`.
package enum SeenRule: Sendable, Hashable {
    case instant(Instant)
    case modified
    /// Letters `yyyy MM dd HH mm ss` stand for digits, everything else for itself; found anywhere in the name.
    case name(String)

    package init?(_ text: String) {
        if text == "@mtime" {
            self = .modified
        } else if text.hasPrefix("@name:"), SeenRule.isPattern(text.dropFirst(6)) {
            self = .name(String(text.dropFirst(6)))
        } else if let instant = Instant(iso: text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    /// The instant of a file; a time without its hour is midnight UTC.
    package func seen(_ path: String) throws -> Instant {
        switch self {
        case .instant(let instant): return instant
        case .modified: return try Files.modified(path)
        case .name(let pattern):
            let name = Array((path.split(separator: "/").last ?? "").utf8)
            for start in name.indices {
                if let instant = SeenRule.match(Array(pattern.utf8), name[start...]) { return instant }
            }
            throw Fault(
                "seen_unknown", "the name does not hold a time of the form \(pattern)", place: path,
                remedy: "Give --seen INSTANT for this file, or rename it.")
        }
    }

    private static let fields: [(letters: [UInt8], index: Int)] = [
        (Array("yyyy".utf8), 0), (Array("MM".utf8), 1), (Array("dd".utf8), 2), (Array("HH".utf8), 3),
        (Array("mm".utf8), 4), (Array("ss".utf8), 5),
    ]

    private static func isPattern(_ text: Substring) -> Bool {
        ["yyyy", "MM", "dd"].allSatisfy { text.contains($0) }
    }

    private static func match(_ pattern: [UInt8], _ name: ArraySlice<UInt8>) -> Instant? {
        var values = [0, 1, 1, 0, 0, 0]
        var at = 0
        var rest = name
        while at < pattern.count {
            if let field = fields.first(where: { pattern[at...].starts(with: $0.letters) }) {
                let digits = rest.prefix(field.letters.count)
                guard digits.count == field.letters.count, digits.allSatisfy({ (48...57).contains($0) }) else {
                    return nil
                }
                values[field.index] = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
                at += field.letters.count
                rest = rest.dropFirst(field.letters.count)
            } else {
                guard rest.first == pattern[at] else { return nil }
                at += 1
                rest = rest.dropFirst()
            }
        }
        guard let day = Day(year: values[0], month: values[1], day: values[2]), values[3] < 24, values[4] < 60,
            values[5] < 60
        else { return nil }
        return Instant(day, hour: values[3], minute: values[4], second: values[5])
    }
}
