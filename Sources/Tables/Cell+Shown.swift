internal import Vocabulary

extension Cell {
    /// As people read it, on one line and harmless: numbers with as many digits behind the point as asked.
    package func shown(decimals: Int?) -> String {
        switch self {
        case .text(let text): return Sanitised.line(text)
        case .number(let value):
            if let decimals {
                return value.isFinite ? Wording.fixed(value, decimals, grouped: false) : ""
            }
            var bytes: [UInt8] = []
            appendShortest(value, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        case .integer(let value): return String(value)
        case .boolean(let value): return value ? "true" : "false"
        case .day(let day): return day.description
        case .instant(let instant): return instant.description
        case .published(let number):
            return (decimals.map { DecimalText(number).rounded(decimals: $0) } ?? DecimalText(number)).text(
                grouped: false)
        case .none: return ""
        }
    }
}
