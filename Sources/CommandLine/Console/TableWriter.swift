package import Tables

/// Prints rows as they come: a long CSV or JSON never stands in memory whole.
package struct TableWriter {
    private var renderer: Renderer
    private var pending: [UInt8]
    private let output: Output

    /// Only the table's name and columns are used; rows come through `write`.
    package init(_ table: Table, as format: OutputFormat, paints: Bool = false, to output: Output) {
        renderer = Renderer(table, as: format, paints: paints)
        pending = renderer.head()
        self.output = output
    }

    package mutating func write(_ row: [Cell]) throws {
        renderer.append(row, to: &pending)
        if pending.count >= 1 << 16 { try flush() }
    }

    /// Ends the table. Without it the last rows are missing.
    package mutating func finish() throws {
        renderer.appendEnd(to: &pending)
        try flush()
    }

    private mutating func flush() throws {
        try output.write(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
