internal import Vocabulary

/// The first sheet of an Office Open XML workbook (ECMA-376, 18.3): texts and numbers as printed, dates as ISO days.
package struct Spreadsheet {
    /// The cells of each row that has any, by column from 0; a cell that is not there is empty.
    package let rows: [(number: Int, cells: [String])]

    /// No sheet of a list is wider; the format allows 16,384, and a cell in the last of each row would fill memory.
    static let widest = 256

    package init(_ file: [UInt8]) throws {
        let members = try Zip.members(file)
        func part(_ name: String) -> [UInt8]? { members.first { $0.name == name }?.bytes }
        func read(_ name: String, root: String, _ handler: any XMLHandler) throws {
            guard let bytes = part(name) else {
                throw Fault(
                    "not_xlsx", "the workbook has no \(name)", remedy: "The file is no .xlsx workbook; fetch it again.")
            }
            do {
                try XMLStream.read(bytes.span, root: root, handler: handler)
            } catch let fault as Fault {
                throw fault.at(name)
            }
        }
        let book = WorkbookPart()
        try read("xl/workbook.xml", root: "workbook", book)
        let links = LinksPart()
        try read("xl/_rels/workbook.xml.rels", root: "Relationships", links)
        guard let id = book.sheets.first, let target = links.targets[id] else {
            throw Fault("not_xlsx", "the workbook names no sheet", place: "xl/workbook.xml")
        }
        let texts = TextsPart()
        if part("xl/sharedStrings.xml") != nil { try read("xl/sharedStrings.xml", root: "sst", texts) }
        let styles = StylesPart()
        if part("xl/styles.xml") != nil { try read("xl/styles.xml", root: "styleSheet", styles) }
        let sheet = SheetPart(texts: texts.texts, dates: styles.dates, is1904: book.is1904)
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        try read(name, root: "worksheet", sheet)
        rows = sheet.rows
    }
}
