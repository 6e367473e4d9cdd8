internal import Vocabulary

/// The sheets of an OpenDocument spreadsheet (ODF 1.2, part 1, chapter 9): a zip with a `content.xml`. Texts as shown, days
/// as ISO days.
package enum OpenDocument {
    package static func sheets(_ file: [UInt8]) throws -> [Sheet] {
        guard let content = try Zip.members(file).first(where: { $0.name == "content.xml" })?.bytes else {
            throw Fault(
                "not_ods", "the file has no content.xml", remedy: "The file is no .ods spreadsheet; fetch it again.")
        }
        let part = Content()
        do {
            try XMLStream.read(content.span, root: "document-content", handler: part)
        } catch let fault as Fault {
            throw fault.at("content.xml")
        }
        guard !part.sheets.isEmpty else { throw Fault("not_ods", "the spreadsheet has no sheet", place: "content.xml") }
        return part.sheets
    }

    private final class Content: XMLHandler {
        var sheets: [Sheet] = []
        private var name = ""
        private var rows: [(number: Int, cells: [String])] = []
        private var number = 0
        private var cells: [String] = []
        /// Empty cells before the next one that is not: a sheet ends in thousands of them.
        private var pending = 0
        private var (repeatsRow, repeatsCell) = (1, 1)
        private var day = ""
        private var text: [UInt8] = []
        private var isInCell = false
        /// How much of the text of each open paragraph, and of what is in it, is used already; notes are no part of a cell's
        /// text.
        private var used: [Int] = []
        private var notes = 0

        func start(_ name: String, _ attributes: XMLAttributes) throws {}

        func start(_ name: String, _ attributes: XMLAttributes, after before: Span<UInt8>) throws {
            if !used.isEmpty {
                use(before)
                used.append(0)
                mark(name, attributes)
                return
            }
            switch name {
            case "table":
                (self.name, rows, number) = (attributes["name"] ?? "", [], 0)
            case "table-row":
                (cells, pending) = ([], 0)
                repeatsRow = try count(attributes["number-rows-repeated"])
            case "table-cell", "covered-table-cell":
                (text, isInCell) = ([], true)
                repeatsCell = try count(attributes["number-columns-repeated"])
                day = attributes["value-type"] == "date" ? String((attributes["date-value"] ?? "").prefix(10)) : ""
            case "annotation": notes += 1
            case "p" where isInCell && notes == 0:
                if !text.isEmpty { text.append(10) }
                used = [0]
            default: break
            }
        }

        func end(_ name: String, text own: Span<UInt8>) throws {
            if !used.isEmpty {
                use(own)
                used.removeLast()
                return
            }
            switch name {
            case "annotation": notes -= 1
            case "table-cell", "covered-table-cell": try endCell()
            case "table-row":
                // Many empty rows are one element; a row with content that is repeated stands there as often.
                let times = cells.isEmpty ? 0 : repeatsRow
                guard times <= 1_000 else {
                    throw Fault("bad_cell", "a row that is repeated \(times) times", place: "row \(number + 1)")
                }
                for place in 0..<times { rows.append((number + 1 + place, cells)) }
                number += repeatsRow
            case "table": sheets.append(Sheet(name: self.name, rows: rows))
            default: break
            }
        }

        private func endCell() throws {
            isInCell = false
            let shown = day.isEmpty ? String(decoding: text, as: UTF8.self) : day
            guard !shown.isEmpty else {
                pending += repeatsCell
                return
            }
            guard cells.count + pending + repeatsCell <= Spreadsheet.widest else {
                throw Fault("bad_cell", "more than \(Spreadsheet.widest) columns", place: "row \(number + 1)")
            }
            cells += [String](repeating: "", count: pending) + [String](repeating: shown, count: repeatsCell)
            pending = 0
        }

        /// What of an open element's text was not used yet.
        private func use(_ own: Span<UInt8>) {
            guard let last = used.last else { return }
            for index in last..<own.count { text.append(own[index]) }
            used[used.count - 1] = own.count
        }

        /// Blanks and line ends are elements in a paragraph.
        private func mark(_ name: String, _ attributes: XMLAttributes) {
            if ["s", "tab", "line-break"].contains(name) { text.append(32) }
        }

        private func count(_ printed: String?) throws -> Int {
            guard let printed else { return 1 }
            guard let count = Int(printed), (1...1_048_576 * 16).contains(count) else {
                throw Fault("bad_cell", "a cell or row repeated \"\(printed)\" times", place: "row \(number + 1)")
            }
            return count
        }
    }
}
