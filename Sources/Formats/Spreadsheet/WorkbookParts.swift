internal import Vocabulary

/// The sheets in their order, and from which day they count.
final class WorkbookPart: XMLHandler {
    var sheets: [(id: String, name: String)] = []
    var is1904 = false

    func start(_ name: String, _ attributes: XMLAttributes) throws {
        // Namespace prefixes are taken off: `r:id`.
        if name == "sheet", let id = attributes["id"] { sheets.append((id, attributes["name"] ?? "")) }
        if name == "workbookPr", let value = attributes["date1904"] { is1904 = ["1", "true"].contains(value) }
    }

    func end(_ name: String, text: Span<UInt8>) throws {}
}

final class LinksPart: XMLHandler {
    var targets: [String: String] = [:]

    func start(_ name: String, _ attributes: XMLAttributes) throws {
        if name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] {
            targets[id] = target
        }
    }

    func end(_ name: String, text: Span<UInt8>) throws {}
}

/// Texts that cells share: in one piece, or in runs of one look each; the reading aid of Japanese texts is no part.
final class TextsPart: XMLHandler {
    var texts: [String] = []
    private var runs: [String] = []
    private var isAid = false

    func start(_ name: String, _ attributes: XMLAttributes) throws {
        if name == "si" { runs = [] }
        if name == "rPh" { isAid = true }
    }

    func end(_ name: String, text: Span<UInt8>) throws {
        switch name {
        case "t" where !isAid: runs.append(try StrictText.string(text, 0..<text.count))
        case "rPh": isAid = false
        case "si": texts.append(runs.joined())
        default: break
        }
    }
}

/// Which cell formats show a number as a day.
final class StylesPart: XMLHandler {
    /// By the number that a cell's `s` names.
    var dates: [Bool] = []
    private var dateFormats: Set<String> = Set(((14...17).map { $0 } + [22] + (27...36) + (50...58)).map { "\($0)" })
    private var isCellFormats = false

    func start(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"], StylesPart.isDate(attributes["formatCode"] ?? "") {
                dateFormats.insert(id)
            }
        case "cellXfs": isCellFormats = true
        case "xf" where isCellFormats: dates.append(dateFormats.contains(attributes["numFmtId"] ?? ""))
        default: break
        }
    }

    func end(_ name: String, text: Span<UInt8>) throws { if name == "cellXfs" { isCellFormats = false } }

    /// `dd/mm/yyyy`, not `"day" 0` or `[Red]0`: what is quoted, escaped or in brackets is no placeholder.
    private static func isDate(_ code: String) -> Bool {
        var (inQuotes, inBrackets, isEscaped) = (false, false, false)
        for byte in code.utf8 {
            if isEscaped {
                isEscaped = false
            } else if inQuotes {
                inQuotes = byte != UInt8(ascii: "\"")
            } else if inBrackets {
                inBrackets = byte != UInt8(ascii: "]")
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                inQuotes = true
            } else if byte == UInt8(ascii: "[") {
                inBrackets = true
            } else if [UInt8(ascii: "d"), UInt8(ascii: "y")].contains(byte | 0x20) {
                return true
            }
        }
        return false
    }
}
