package import Vocabulary

/// One value of a table; each form prints it in its own way.
package enum Cell: Sendable, Hashable {
    case text(String)
    /// CSV and JSON keep every digit. A person is shown `decimals` of them after the point; nil: as many as the column
    /// says, or else as a computed figure needs.
    case number(Double, decimals: Int? = nil)
    case integer(Int)
    case boolean(Bool)
    case day(Day)
    case instant(Instant)
    case published(PublishedNumber)
    /// Nothing known: an empty cell, `null` in JSON.
    case none

    package init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    package init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
    package init(_ number: Double?, decimals: Int?) { self = number.map { .number($0, decimals: decimals) } ?? .none }
    package init(_ integer: Int?) { self = integer.map(Cell.integer) ?? .none }
    package init(_ boolean: Bool?) { self = boolean.map(Cell.boolean) ?? .none }
    package init(_ day: Day?) { self = day.map(Cell.day) ?? .none }
    package init(_ instant: Instant?) { self = instant.map(Cell.instant) ?? .none }
    package init(_ number: PublishedNumber?) { self = number.map(Cell.published) ?? .none }

    /// A text that says something.
    package init(filled text: String?) { self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }

    /// Values of a list in CSV: `SDGT;IFSR`.
    package init(joined values: [String]) { self = values.isEmpty ? .none : .text(values.joined(separator: ";")) }

    /// Texts of a closed set that cannot contain the separator.
    package init(list: [String]) { self = list.isEmpty ? .none : .text(list.joined(separator: "; ")) }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
    package init(nilLiteral: ()) { self = .none }
}

extension Cell {
    /// As people read it in a column, on one line and harmless: numbers with the digits that fit what they measure, their
    /// thousands grouped.
    package func shown(in column: Heading) -> String {
        let groups = column.kind != .code
        switch self {
        case .text(let text): return Sanitised.line(text)
        case .number(let value, let own):
            guard value.isFinite else { return "" }
            guard groups else { return Wording.plain(value) }
            return (own ?? column.decimals).map { Wording.fixed(value, $0) } ?? Wording.figure(value)
        case .integer(let value): return DecimalText(value).text(grouped: groups)
        case .boolean(let value): return value ? "true" : "false"
        case .day(let day): return day.description
        case .instant(let instant): return instant.description
        case .published(let number):
            let printed = DecimalText(number)
            return (column.decimals.map { printed.rounded(decimals: $0) } ?? printed).text(grouped: groups)
        case .none: return ""
        }
    }
}
