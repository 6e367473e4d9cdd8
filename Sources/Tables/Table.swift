/// Rows of results and the columns that print them: one value that prints as text for people, as CSV and as JSON. A form
/// makes the cells of its own audience only, and one row after the other.
package struct Table: Sendable {
    /// The key under which JSON holds the rows.
    package let name: String
    /// Every column's, whoever reads it.
    package let headings: [Heading]
    package let count: Int
    private let append: @Sendable (_ row: Int, _ columns: [Int], _ line: inout [Cell]) -> Void

    package init<Row: Sendable>(_ name: String = "rows", _ rows: [Row], _ columns: [Column<Row>]) {
        self.name = name
        headings = columns.map(\.heading)
        count = rows.count
        let cells = columns.map(\.cell)
        append = { index, places, line in
            // A row is a large value of many fields: it is taken out once, not for each of its cells.
            let row = rows[index]
            for place in places { line.append(cells[place](row)) }
        }
    }

    package func headings(for format: OutputFormat) -> [Heading] { headings.filter { $0.audience.reads(format) } }

    /// The cells that a form prints, row by row.
    package func each(for format: OutputFormat, _ print: ([Cell]) throws -> Void) rethrows {
        let places = headings.indices.filter { headings[$0].audience.reads(format) }
        var line: [Cell] = []
        for row in 0..<count {
            line.removeAll(keepingCapacity: true)
            append(row, places, &line)
            try print(line)
        }
    }

    /// The whole table in one form, for files and tests; `Console.print` writes it piece by piece.
    package func bytes(as format: OutputFormat) -> [UInt8] {
        var renderer = Renderer(name, headings(for: format), as: format, paints: false)
        var bytes = renderer.head()
        each(for: format) { renderer.append($0, to: &bytes) }
        renderer.appendEnd(to: &bytes)
        return bytes
    }
}
