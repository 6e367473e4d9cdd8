internal import Formats
internal import Vocabulary

/// Tables of web pages and of workbooks: rows of cells with prose around them.
enum RateTables {
    static let html = RateReader.make("rates-html") { part, layout, seen in
        let page = try HTMLTables(try part.content.all())
        var mapping = try RateMapping(layout, part: part.name, rowName: "row")
        mapping.pageDay = seen
        if let input = layout.dayInput { mapping.pageDay = try day(page, input, mapping) }
        let tables = layout.table.map { Array(page.tables.dropFirst($0 - 1).prefix(1)) } ?? page.tables
        try read(tables.flatMap { $0.rows.enumerated().map { ($0.offset + 1, $0.element) } }, &mapping)
        return mapping
    }

    static let workbook = RateReader.make("rates-xlsx") { part, layout, seen in
        let sheet = try Spreadsheet(try part.content.all())
        var mapping = try RateMapping(layout, part: part.name, rowName: "row", hasExponents: true)
        mapping.pageDay = seen
        try read(sheet.rows.map { ($0.number, $0.cells) }, &mapping)
        return mapping
    }

    private static func day(_ page: HTMLTables, _ input: String, _ mapping: RateMapping) throws -> Day {
        let text = page.inputs[input] ?? ""
        let bytes = Array(text.utf8)
        guard let (day, _) = mapping.dayForm.read(bytes.span, 0..<bytes.count) else {
            throw Fault(
                "bad_day", "the page's field \"\(input)\" has no day: \"\(text)\"",
                remedy: "The publisher may have changed the page; nothing was changed.")
        }
        return day
    }

    /// Rows of one cell, and tables without the header that the layout names, are prose.
    private static func read(_ rows: [(number: Int, cells: [String])], _ mapping: inout RateMapping) throws {
        var isBegun = false
        for (number, cells) in rows {
            let isProse = cells.filter { !$0.isEmpty }.count < 2
            if isProse {
                mapping.prose(cells.first { !$0.isEmpty } ?? "")
            } else if cells.first == mapping.layout.header || mapping.layout.header == nil && !isBegun {
                try mapping.begin(cells, place: "row \(number)")
                isBegun = true
            } else if isBegun {
                var bytes: [UInt8] = []
                let fields = cells.map { cell in
                    bytes += cell.utf8
                    return CSVScanner.Field(bytes.count - cell.utf8.count..<bytes.count)
                }
                try mapping.take(bytes.span, fields, number: number)
            }
        }
        guard isBegun else {
            throw Fault(
                "wrong_columns", "no table begins with \"\(mapping.layout.header ?? "")\"",
                remedy: "The publisher may have changed the page; nothing was changed.")
        }
    }
}
