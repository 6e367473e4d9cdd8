internal import Vocabulary

/// Cells by name as one text: a JSON object of texts with sorted keys, so that equal cells are equal text.
///
/// Written and read here because a million events are: Foundation's coders take ten times as long for the same bytes.
enum CellText {
    static func encode(_ cells: [String: String]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cells.reduce(2) { $0 + $1.key.utf8.count + $1.value.utf8.count + 6 })
        bytes.append(UInt8(ascii: "{"))
        for (name, value) in cells.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            append(name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    static func decode(_ text: String) throws -> [String: String] {
        var text = text
        let cells = text.withUTF8 { bytes in
            var scanner = CellScanner(bytes)
            return scanner.cells()
        }
        guard let cells else {
            throw Fault(
                "ledger_damaged", "the ledger holds an event that cannot be read: \(text.prefix(80))",
                remedy: "`bellwether rebuild` makes the ledger anew from the archive.")
        }
        return cells
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(quote)
        var text = text
        text.withUTF8 { source in
            guard source.contains(where: { $0 < 0x20 || $0 == quote || $0 == backslash }) else {
                return bytes.append(contentsOf: source)
            }
            for byte in source {
                switch byte {
                case quote, backslash: bytes += [backslash, byte]
                case 8: bytes += [backslash, UInt8(ascii: "b")]
                case 9: bytes += [backslash, UInt8(ascii: "t")]
                case 10: bytes += [backslash, UInt8(ascii: "n")]
                case 12: bytes += [backslash, UInt8(ascii: "f")]
                case 13: bytes += [backslash, UInt8(ascii: "r")]
                case 0..<0x20:
                    let digits = Array("0123456789abcdef".utf8)
                    bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(quote)
    }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

/// Reads what `CellText` writes; anything else is nil.
private struct CellScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func cells() -> [String: String]? {
        guard take(UInt8(ascii: "{")) else { return nil }
        var cells: [String: String] = [:]
        // As many as an event has columns.
        cells.reserveCapacity(26)
        if take(UInt8(ascii: "}")) { return place == bytes.count ? cells : nil }
        repeat {
            guard let name = text(), take(UInt8(ascii: ":")), let value = text() else { return nil }
            cells[name] = value
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) && place == bytes.count ? cells : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func text() -> String? {
        guard take(quote) else { return nil }
        let start = place
        while place < bytes.count, bytes[place] != quote, bytes[place] != backslash { place += 1 }
        guard place < bytes.count else { return nil }
        if bytes[place] == quote {
            place += 1
            return String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
        }
        return escapedText(from: start)
    }

    /// The rest of a text in which something is escaped.
    private mutating func escapedText(from start: Int) -> String? {
        var found = Array(bytes[start..<place])
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == quote { return String(decoding: found, as: UTF8.self) }
            guard byte == backslash else {
                found.append(byte)
                continue
            }
            guard place < bytes.count else { return nil }
            let kind = bytes[place]
            place += 1
            switch kind {
            case quote, backslash, UInt8(ascii: "/"): found.append(kind)
            case UInt8(ascii: "b"): found.append(8)
            case UInt8(ascii: "t"): found.append(9)
            case UInt8(ascii: "n"): found.append(10)
            case UInt8(ascii: "f"): found.append(12)
            case UInt8(ascii: "r"): found.append(13)
            case UInt8(ascii: "u"):
                guard place + 4 <= bytes.count,
                    let code = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { return nil }
                place += 4
                found += Array(String(Character(scalar)).utf8)
            default: return nil
            }
        }
        return nil
    }
}
