internal import Vocabulary

/// The first sheet of an Office Open XML workbook (ECMA-376, 18.3): texts and numbers as printed, dates as ISO days.
package struct Spreadsheet {
    /// The cells of each row that has any, by column from 0; a cell that is not there is empty.
    package let rows: [(number: Int, cells: [String])]

    /// No sheet of a list is wider; the format allows 16,384, and a cell in the last of each row would fill memory.
    static let widest = 16_384

    package init(_ file: [UInt8]) throws {
        let book = try Book(file)
        guard let first = book.sheets.first else {
            throw Fault("not_xlsx", "the workbook names no sheet", place: "xl/workbook.xml")
        }
        rows = try book.rows(of: first.id)
    }

    /// Every sheet of a workbook, in its order.
    package static func sheets(_ file: [UInt8]) throws -> [Sheet] {
        let book = try Book(file)
        return try book.sheets.map { Sheet(name: $0.name, rows: try book.rows(of: $0.id)) }
    }

    /// What the sheets of a workbook share.
    private struct Book {
        private let members: [Zip.Member]
        private let links: [String: String]
        private let texts: [String]
        private let dates: [Bool]
        private let is1904: Bool
        let sheets: [(id: String, name: String)]

        init(_ file: [UInt8]) throws {
            members = try Zip.members(file)
            let (book, links, texts, styles) = (WorkbookPart(), LinksPart(), TextsPart(), StylesPart())
            try Book.read(members, "xl/workbook.xml", root: "workbook", book)
            try Book.read(members, "xl/_rels/workbook.xml.rels", root: "Relationships", links)
            for (name, root, handler) in [
                ("xl/sharedStrings.xml", "sst", texts as any XMLHandler), ("xl/styles.xml", "styleSheet", styles),
            ] where members.contains(where: { $0.name == name }) {
                try Book.read(members, name, root: root, handler)
            }
            (self.links, self.texts, dates) = (links.targets, texts.texts, styles.dates)
            (is1904, sheets) = (book.is1904, book.sheets)
        }

        func rows(of id: String) throws -> [(number: Int, cells: [String])] {
            guard let target = links[id] else {
                throw Fault("not_xlsx", "the workbook names no sheet", place: "xl/workbook.xml")
            }
            let sheet = SheetPart(texts: texts, dates: dates, is1904: is1904)
            let name = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
            try Book.read(members, name, root: "worksheet", sheet)
            return sheet.rows
        }

        private static func read(
            _ members: [Zip.Member], _ name: String, root: String, _ handler: any XMLHandler
        ) throws {
            guard let bytes = members.first(where: { $0.name == name })?.bytes else {
                throw Fault(
                    "not_xlsx", "the workbook has no \(name)", remedy: "The file is no .xlsx workbook; fetch it again.")
            }
            do {
                try XMLStream.read(bytes.span, root: root, handler: handler)
            } catch let fault as Fault {
                throw fault.at(name)
            }
        }
    }
}
