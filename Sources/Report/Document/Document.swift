package import Tables

/// A report as a value: what is said, apart from how it is printed.
package struct Document: Sendable {
    package enum Block: Sendable {
        case heading(String)
        /// Below a heading; several in a row belong together.
        case subheading(String)
        /// What a passage comes to, before it is told.
        case verdict(String)
        case paragraph(String)
        /// What a reader must not miss.
        case alert(String)
        case item(String)
        case table(Table)
        /// Where a reader can follow a column, an address for each row; empty: none.
        case linked(Table, column: Int, addresses: [String])
        case chart(Chart)
    }

    package var title: String
    package var subtitle: String
    package var blocks: [Block] = []

    package init(title: String, subtitle: String) {
        self.title = title
        self.subtitle = subtitle
    }

    package mutating func append(_ block: Block) { blocks.append(block) }
}

extension Document {
    /// For reading in a terminal of eighty columns.
    package func text(width: Int = 80) throws -> String {
        var lines = [title, String(repeating: "=", count: displayWidth(title))]
        lines += wrapped(subtitle, width: width)
        var before: Block?
        for block in blocks {
            if !block.clings(to: before) { lines.append("") }
            if case .chart(let chart) = block, !block.clings(to: before) { lines += wrapped(chart.lead, width: width) }
            before = block
            switch block {
            case .heading(let text):
                lines += [text, String(repeating: "-", count: displayWidth(text))]
            case .subheading(let text): lines += indented(text, mark: "# ", width: width)
            case .verdict(let text): lines += indented(text, mark: "> ", width: width)
            case .paragraph(let text): lines += flowing(text, width)
            case .alert(let text): lines += indented(text, mark: "! ", width: width)
            case .item(let text): lines += indented(text, mark: "- ", width: width)
            case .chart(let chart): lines += indented(chart.text, mark: "  ", width: width)
            case .table(let table), .linked(let table, _, _):
                lines += String(decoding: table.bytes(as: .text), as: UTF8.self).split(separator: "\n").map(String.init)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line that begins with a space would stay as it is, however long.
    private func flowing(_ text: String, _ width: Int) -> [String] {
        wrapped(String(Sanitised.line(text).drop { $0 == " " }), width: width)
    }

    private func indented(_ text: String, mark: String, width: Int) -> [String] {
        flowing(text, width - 2).enumerated().map { ($0.offset == 0 ? mark : "  ") + $0.element }
    }
}

extension Document.Block {
    /// Whether no empty line stands between this block and the one before it.
    func clings(to before: Document.Block?) -> Bool {
        switch (before, self) {
        case (.item, .item), (.chart, .chart), (.alert, .alert), (.subheading, .subheading), (.subheading, .paragraph),
            (.subheading, .item), (.subheading, .verdict), (.verdict, .paragraph):
            true
        default: false
        }
    }
}
