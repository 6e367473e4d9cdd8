package import Tables

/// Prints rows as they come: a long CSV or JSON never stands in memory whole.
package struct TableWriter<Row> {
    private let columns: [Column<Row>]
    private var sink: TableSink
    private var line: [Cell] = []

    package init(
        _ name: String, _ columns: [Column<Row>], as format: OutputFormat, paints: Bool = false, to output: Output
    ) {
        self.columns = columns.filter { $0.heading.audience.reads(format) }
        sink = TableSink(name, self.columns.map(\.heading), as: format, paints: paints, to: output)
    }

    package mutating func write(_ row: Row) throws {
        line.removeAll(keepingCapacity: true)
        for column in columns { line.append(column.cell(row)) }
        try sink.write(line)
    }

    /// Ends the table. Without it the last rows are missing.
    package mutating func finish() throws { try sink.finish() }
}

/// Lines of cells in a form, written out piece by piece.
struct TableSink {
    private var renderer: Renderer
    private var pending: [UInt8]
    private let output: Output

    init(_ name: String, _ headings: [Heading], as format: OutputFormat, paints: Bool, to output: Output) {
        renderer = Renderer(name, headings, as: format, paints: paints)
        pending = renderer.head()
        self.output = output
    }

    mutating func write(_ line: [Cell]) throws {
        renderer.append(line, to: &pending)
        if pending.count >= 1 << 16 { try flush() }
    }

    mutating func finish() throws {
        renderer.appendEnd(to: &pending)
        try flush()
    }

    private mutating func flush() throws {
        try output.write(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
