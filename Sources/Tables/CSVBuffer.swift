package import Vocabulary

/// CSV for very many rows, written as bytes: what `Renderer` makes of the same cells, without a `Cell` for each.
///
/// Cells are appended in the order of the columns; a row ends by itself with its last one.
package struct CSVBuffer {
    /// What was written and not yet taken.
    package private(set) var bytes: [UInt8]
    private let columns: [Heading]
    private var next = 0

    /// Begins with the header of a table's columns.
    package init(_ columns: [Heading]) {
        self.columns = columns
        bytes = CSVForm(columns).head
    }

    /// Forgets what was written, once it has gone out.
    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    package mutating func append(_ day: Day?) {
        if let day { appendDay(day, to: &bytes) }
        endCell()
    }

    package mutating func append(_ number: PublishedNumber) {
        appendPublished(number, to: &bytes)
        endCell()
    }

    package mutating func append(_ number: Double?) {
        if let number { appendShortest(number, to: &bytes) }
        endCell()
    }

    package mutating func append(_ integer: Int?) {
        if let integer { appendInteger(integer, to: &bytes) }
        endCell()
    }

    package mutating func append(_ text: String) {
        if !text.isEmpty { CSVForm.append(text, always: columns[next].kind == .text, to: &bytes) }
        endCell()
    }

    private mutating func endCell() {
        next += 1
        if next == columns.count { next = 0 }
        bytes.append(next == 0 ? 10 : UInt8(ascii: ","))
    }
}
