internal import Vocabulary

/// An address or header value with places to fill: `{date}`, `{from}`, `{to}`, each with its own spelling of the day
/// (`{date:dd/MM/yyyy}`), and `{secret:NAME}`.
package struct Template: Sendable, Hashable {
    /// As the file has it: the form that may be printed.
    package let text: String
    let pieces: [Piece]

    enum Piece: Sendable, Hashable {
        case literal(String)
        case day(Which, [DayPart])
        case secret(String)
    }
    enum Which: String, Sendable { case date, from, to }
    enum DayPart: Sendable, Hashable {
        case year, month, day
        case literal(String)
    }

    /// What is wrong with a text that is no template.
    struct Malformed: Error { var message: String }

    init(_ text: String) throws(Malformed) {
        self.text = text
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { throw Malformed(message: "`{` without `}`") }
            pieces.append(try Template.piece(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        self.pieces = pieces
    }

    /// The names behind `{secret:…}`.
    package var secrets: [String] {
        pieces.compactMap { if case .secret(let name) = $0 { name } else { nil } }
    }

    private static func piece(_ inner: Substring) throws(Malformed) -> Piece {
        let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts[0] == "secret" {
            guard parts.count == 2, Secrets.isName(parts[1]) else {
                throw Malformed(message: "a secret's name has capital letters, digits and _: {secret:NAME}")
            }
            return .secret(parts[1])
        }
        guard let which = Which(rawValue: parts[0]) else {
            let allowed = ["date", "from", "to", "secret"]
            throw Malformed(
                message: "`{\(inner)}` is none of {date}, {from}, {to}, {secret:NAME}"
                    + Suggestion.clause(parts[0], among: allowed))
        }
        return .day(which, try spelling(parts.count == 2 ? parts[1] : "yyyy-MM-dd"))
    }

    private static func spelling(_ format: String) throws(Malformed) -> [DayPart] {
        var parts: [DayPart] = []
        var rest = Substring(format)
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            switch run {
            case "yyyy": parts.append(.year)
            case "MM": parts.append(.month)
            case "dd": parts.append(.day)
            case _ where first.isLetter:
                throw Malformed(message: "`\(run)` in `\(format)`: a day is spelled with yyyy, MM and dd")
            default: parts.append(.literal(String(run)))
            }
            rest = rest.dropFirst(run.count)
        }
        return parts
    }
}

extension Template.DayPart {
    func text(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.civil
        return switch self {
        case .year: padded(year, 4)
        case .month: padded(month, 2)
        case .day: padded(dayOfMonth, 2)
        case .literal(let text): text
        }
    }
}
