internal import Vocabulary

/// A table for people: columns that line up, numbers to the right.
struct TextForm {
    private let columns: [Heading]
    private let paints: Bool
    private var cells: [[String]] = []
    private var widths: [Int]

    init(_ columns: [Heading], paints: Bool) {
        self.columns = columns
        self.paints = paints
        widths = columns.map { displayWidth($0.name) }
    }

    mutating func append(_ row: [Cell]) {
        let texts = zip(row, columns).map { cell, column in
            let text = cell.shown(in: column)
            return column.most.map { text.cut(to: $0) } ?? text
        }
        for (index, text) in texts.enumerated() { widths[index] = max(widths[index], displayWidth(text)) }
        cells.append(texts)
    }

    var lines: [UInt8] {
        var bytes = Array((Ink.strong.on(line(columns.map(\.name)), if: paints) + "\n").utf8)
        for row in cells { bytes += Array((line(row) + "\n").utf8) }
        return bytes
    }

    private func line(_ texts: [String]) -> String {
        var line = ""
        for (index, text) in texts.enumerated() {
            line += text.padded(to: widths[index], right: columns[index].isNumeric) + "  "
        }
        while line.utf8.last == 32 { line.removeLast() }
        return line
    }
}
