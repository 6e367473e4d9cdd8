internal import Vocabulary

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
