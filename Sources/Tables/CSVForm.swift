internal import Vocabulary

/// RFC 4180 with a header, but for its line ends: LF, as every other tool here writes and `diff` shows best.
struct CSVForm {
    private let columns: [Heading]

    init(_ columns: [Heading]) { self.columns = columns }

    var head: [UInt8] {
        var bytes: [UInt8] = []
        for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            CSVForm.append(column.name, always: false, to: &bytes)
        }
        return bytes + [10]
    }

    func append(_ row: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): CSVForm.append(text, always: columns[index].kind == .text, to: &bytes)
            case .number(let value, _): appendShortest(value, to: &bytes)
            case .integer(let value): appendInteger(value, to: &bytes)
            case .boolean(let value): bytes += (value ? "true" : "false").utf8
            case .day(let day): appendDay(day, to: &bytes)
            case .instant(let instant): appendInstant(instant, to: &bytes)
            case .published(let number): appendPublished(number, to: &bytes)
            case .none: break
            }
        }
        bytes.append(10)
    }

    /// A spreadsheet runs a text that begins like a formula (CWE-1236): an apostrophe makes it a text again.
    static func append(_ text: String, always quoted: Bool, to bytes: inout [UInt8]) {
        let isFormula = startsLikeFormula(text)
        if !quoted, !isFormula {
            // Nearly every text stands as it is: it is written first, and looked at where it stands.
            let start = bytes.count
            appendText(text, to: &bytes)
            guard bytes.count > start else { return }
            let hasOuterSpace = bytes[start] == 32 || bytes[bytes.count - 1] == 32
            if !hasOuterSpace, !bytes[start...].contains(where: needsQuotes) { return }
            bytes.removeSubrange(start...)
        }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// `=`, `+`, `-`, `@`, TAB, CR, LF, NUL, and the full-width forms that some spreadsheets fold into them.
    static func startsLikeFormula(_ text: String) -> Bool {
        // Nearly every text begins with a letter or a digit; decoding a scalar to see that costs more than writing it.
        if let first = text.utf8.first, (48...57).contains(first) || (65...90).contains(first & 0xdf) { return false }
        return switch text.unicodeScalars.first?.value {
        case 0x3d, 0x2b, 0x2d, 0x40, 9, 13, 10, 0, 0xff1d, 0xff0b, 0xff0d, 0xff20: true
        default: false
        }
    }

    /// A semicolon or a TAB starts a new cell in spreadsheets of half the world's locales.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2c, 0x3b, 9, 10, 13: true
        default: false
        }
    }

}
