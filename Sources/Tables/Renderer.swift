/// The three forms behind one face. CSV and JSON keep nothing; text keeps its rows until their widths are known.
package struct Renderer {
    private enum Form {
        case text(TextForm)
        case csv(CSVForm)
        case json(JSONForm)
    }
    private var form: Form
    private let width: Int

    package init(_ name: String, _ headings: [Heading], as format: OutputFormat, paints: Bool) {
        width = headings.count
        form =
            switch format {
            case .text: .text(TextForm(headings, paints: paints))
            case .csv: .csv(CSVForm(headings))
            case .json: .json(JSONForm(name, headings))
            }
    }

    /// What comes before the first row.
    package func head() -> [UInt8] {
        switch form {
        case .text: []
        case .csv(let csv): csv.head
        case .json(let json): json.head
        }
    }

    package mutating func append(_ row: [Cell], to bytes: inout [UInt8]) {
        precondition(row.count == width, "a row has as many cells as its table has columns")
        switch form {
        case .text(var text):
            // The copy in `form` goes first: two owners of the rows would mean copying them all for every row.
            form = .csv(CSVForm([]))
            text.append(row)
            form = .text(text)
        case .csv(let csv): csv.append(row, to: &bytes)
        case .json(var json):
            json.append(row, to: &bytes)
            form = .json(json)
        }
    }

    /// What comes after the last row.
    package func appendEnd(to bytes: inout [UInt8]) {
        switch form {
        case .text(let text): bytes += text.lines
        case .csv: break
        case .json(let json): bytes += json.end
        }
    }
}
