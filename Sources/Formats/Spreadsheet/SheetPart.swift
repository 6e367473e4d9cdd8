internal import Vocabulary

/// The cells of a sheet as a person sees them.
final class SheetPart: XMLHandler {
    var rows: [(number: Int, cells: [String])] = []
    private let texts: [String]
    private let dates: [Bool]
    private let is1904: Bool
    private var cells: [String] = []
    private var (row, column) = (0, 0)
    private var (type, isDate) = ("", false)
    private var (value, inline) = ("", "")
    private var isAid = false
    private var (isFormula, hasValue) = (false, false)

    init(texts: [String], dates: [Bool], is1904: Bool) {
        (self.texts, self.dates, self.is1904) = (texts, dates, is1904)
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            // ECMA-376, 18.3.1.73: no sheet has more.
            guard (1...1_048_576).contains(row), row > rows.last?.number ?? 0 else {
                throw Fault("bad_cell", "a row numbered \(row) after row \(rows.last?.number ?? 0)")
            }
            (cells, column) = ([], 0)
        case "c":
            if let reference = attributes["r"] { column = try SheetPart.column(reference) }
            type = attributes["t"] ?? "n"
            isDate = attributes["s"].flatMap { Int($0) }.map { dates.indices.contains($0) && dates[$0] } ?? false
            (value, inline, isFormula, hasValue) = ("", "", false, false)
        case "f": isFormula = true
        case "v": hasValue = true
        case "rPh": isAid = true
        default: break
        }
    }

    func end(_ name: String, text: Span<UInt8>) throws {
        switch name {
        case "v": value = try StrictText.string(text, 0..<text.count)
        case "t" where !isAid: inline += try StrictText.string(text, 0..<text.count)
        case "rPh": isAid = false
        case "c":
            let text = try shown()
            guard column < Spreadsheet.widest else {
                throw Fault("bad_cell", "a cell in column \(column + 1)", place: "row \(row)")
            }
            guard column >= cells.count else {
                throw Fault("bad_cell", "column \(column + 1) stands there twice or out of order", place: "row \(row)")
            }
            while cells.count < column { cells.append("") }
            cells.append(text)
            column += 1
        case "row": if cells.contains(where: { !$0.isEmpty }) { rows.append((row, cells)) }
        default: break
        }
    }

    /// Errors (`#REF!`) and formulas that were never computed are refused: nobody knows what stood there.
    private func shown() throws -> String {
        guard !isFormula || hasValue else {
            throw Fault("bad_cell", "a formula in column \(column + 1) without its value", place: "row \(row)")
        }
        switch type {
        case "s":
            guard let index = Int(value), texts.indices.contains(index) else {
                throw Fault("bad_cell", "a text that the workbook does not have: \(value)", place: "row \(row)")
            }
            return texts[index]
        case "inlineStr": return inline
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "e": throw Fault("bad_cell", "the cell is an error, \(value)", place: "row \(row)")
        case "n" where isDate: return SerialDay.iso(value, is1904: is1904) ?? value
        case "n": return SheetPart.number(value)
        default: return value
        }
    }

    /// Workbooks keep binary numbers with all of their 17 digits, 738.88660000000004 for what was typed, and is shown, as
    /// 738.8866: the shortest decimal that is the same binary number.
    private static func number(_ text: String) -> String {
        guard text.utf8.count > 16, text.contains("."), !text.contains(where: { $0 == "e" || $0 == "E" }),
            let number = Double(text), number.isFinite
        else { return text }
        let shortest = number.description
        return shortest.contains("e") ? text : shortest
    }

    /// `AB12` is column 27, counted from 0.
    private static func column(_ reference: String) throws -> Int {
        var column = 0
        for byte in reference.utf8.prefix(while: { (65...90).contains($0) }).prefix(3) {
            column = column * 26 + Int(byte) - 64
        }
        guard column > 0 else { throw Fault("bad_cell", "the cell is called \"\(reference)\"") }
        return column - 1
    }
}
