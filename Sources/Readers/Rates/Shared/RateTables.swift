internal import Formats
internal import Vocabulary

/// Tables of web pages and of workbooks: rows of cells with prose around them.
enum RateTables {
    static let html = RateReader.make("rates-html") { part, layout, seen in
        let page = try HTMLTables(try part.content.all())
        var mapping = try RateMapping(layout, part: part.name, seen: seen, rowName: "row")
        if let input = layout.day.input { mapping.pageDay = try day(page, input, mapping) }
        let tables = layout.where.table.map { Array(page.tables.dropFirst($0 - 1).prefix(1)) } ?? page.tables
        let rows = tables.map { $0.rows.enumerated().map { (number: $0.offset + 1, cells: $0.element) } }
        try read(rows, isWide: true, &mapping)
        return mapping
    }

    static let workbook = RateReader.make("rates-xlsx") { part, layout, seen in
        let sheet = try Spreadsheet(try part.content.all())
        var mapping = try RateMapping(layout, part: part.name, seen: seen, rowName: "row", hasExponents: true)
        try read([sheet.rows], isWide: false, &mapping)
        return mapping
    }

    private static func day(_ page: HTMLTables, _ input: String, _ mapping: RateMapping) throws -> Day {
        let text = page.inputs[input] ?? ""
        let bytes = Array(text.utf8)
        guard let (day, _) = mapping.dayForm.read(bytes.span, 0..<bytes.count) else {
            throw Fault(
                "bad_day", "the page's field \"\(input)\" has no day: \"\(text)\"",
                remedy: "Nothing was changed. `day.input` names the field, `day.form` how the day is written.")
        }
        return day
    }

    /// Rows of one cell, and tables without the header that the layout names, are prose.
    ///
    /// - Parameter isWide: whether every row has all the columns of its header: with fewer, values would move over to
    ///   another's column. In a workbook each cell says its column by itself.
    private static func read(
        _ tables: [[(number: Int, cells: [String])]], isWide: Bool, _ mapping: inout RateMapping
    ) throws {
        var isFound = false
        for rows in tables {
            var width: Int?
            for (number, cells) in rows {
                if cells.count(where: { !$0.isEmpty }) < 2 {
                    mapping.prose(cells.first { !$0.isEmpty } ?? "")
                } else if cells.first == mapping.layout.where.header
                    || mapping.layout.where.header == nil && width == nil
                {
                    try mapping.begin(cells, place: "row \(number)")
                    (isFound, width) = (true, cells.count)
                } else if let width {
                    guard cells.count == width || !isWide else {
                        throw Fault(
                            "wrong_columns", "\(cells.count) columns; the header has \(width)",
                            place: "row \(number)",
                            remedy: "The publisher may have changed the page; nothing was changed.")
                    }
                    try take(cells, number: number, &mapping)
                }
            }
        }
        guard isFound else {
            throw Fault(
                "wrong_columns", "no table begins with \"\(mapping.layout.where.header ?? "")\"",
                remedy: "Nothing was changed. `where.header` is the first cell of the table's header.")
        }
    }

    private static func take(_ cells: [String], number: Int, _ mapping: inout RateMapping) throws {
        var bytes: [UInt8] = []
        let fields = cells.map { cell in
            bytes += cell.utf8
            return CSVScanner.Field(bytes.count - cell.utf8.count..<bytes.count)
        }
        try mapping.take(bytes.span, fields, number: number)
    }
}
