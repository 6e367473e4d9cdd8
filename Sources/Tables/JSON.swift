internal import Vocabulary

/// A JSON value (RFC 8259) whose keys keep the order they are given in, so that equal results are equal bytes.
package indirect enum JSON: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    /// Digits that are a JSON number already, such as a published figure with its zeros.
    case literal(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// The shape of everything printed as JSON: fields are only ever added to it.
    package static let schema = 1

    package init(_ cell: Cell) {
        self =
            switch cell {
            case .text(let text): .string(text)
            case .number(let value, _): .number(value)
            case .integer(let value): .integer(value)
            case .boolean(let value): .boolean(value)
            case .day(let day): .string(day.description)
            case .instant(let instant): .string(instant.description)
            case .published(let number): .literal(number.description)
            case .none: .null
            }
    }

    /// A whole document: `schema`, then these fields, then a line end.
    package static func document(_ fields: KeyValuePairs<String, JSON>) -> [UInt8] {
        var bytes: [UInt8] = []
        JSON.object([("schema", .integer(schema))] + fields.map { ($0.key, $0.value) }).append(to: &bytes)
        return bytes + [10]
    }

    package func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value) where value.isFinite: appendShortest(value, to: &bytes)
        case .number: bytes += "null".utf8
        case .string(let text): JSON.append(text, to: &bytes)
        case .literal(let digits): bytes += digits.utf8
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.append(field.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                field.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A string with everything escaped that a terminal would obey: `JSON` is looked at as often as it is piped.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) {
            bytes += text.utf8
        } else {
            for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        case _ where Sanitised.isHostile(scalar):
            let hex = String(scalar.value, radix: 16)
            bytes += ("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex).utf8
        default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
        }
    }
}
