internal import CHtml
internal import Vocabulary

/// The tables of a web page, as rows of cells; read forgivingly through libxml2, which asks nothing of the network.
package struct HTMLTables {
    package struct Table: Sendable {
        /// Each with its cells' texts, blanks trimmed and collapsed.
        package var rows: [[String]] = []
    }
    /// In the order in which they begin; a table within a table stands for itself.
    package private(set) var tables: [Table] = []
    /// The values of input fields by their names: pages of rates print the day in the field that asks for it.
    package private(set) var inputs: [String: String] = [:]

    package init(_ page: [UInt8]) throws {
        switch ReceivedForm(page.span) {
        case .html, .xml, .other: break
        default: try ReceivedForm.require("HTML", page.span)
        }
        _ = try StrictText.start(page.span)
        var collector = Collector()
        let understood = page.withUnsafeBytes { source in
            withUnsafeMutablePointer(to: &collector) { collector in
                bellwether_html_read(
                    source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count, collect, collector)
            }
        }
        guard understood == 1 else { throw Fault("bad_html", "the page has no content", remedy: "Fetch it again.") }
        (tables, inputs) = (collector.tables, collector.inputs)
    }
}

/// What is open while a page is walked through.
private struct Collector {
    var tables: [HTMLTables.Table] = []
    var inputs: [String: String] = [:]
    private var open: [Int] = []
    private var cell: String?
    private var input: (name: String, value: String)?
    /// Scripts and styles have text that nobody is shown.
    private var hidden = 0

    mutating func take(_ kind: bellwether_html_kind, _ text: String) {
        switch kind {
        case bellwether_html_start: start(text)
        case bellwether_html_attribute:
            if text.hasPrefix("name=") { input?.name = String(text.dropFirst(5)) }
            if text.hasPrefix("value=") { input?.value = String(text.dropFirst(6)) }
        case bellwether_html_text: if hidden == 0 { cell?.append(text) }
        default: end(text)
        }
    }

    private mutating func start(_ name: String) {
        switch name {
        case "table":
            open.append(tables.count)
            tables.append(HTMLTables.Table())
        case "tr": if let table = open.last { tables[table].rows.append([]) }
        case "td", "th": cell = ""
        case "br": cell?.append(" ")
        case "script", "style": hidden += 1
        case "input": input = ("", "")
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "table": _ = open.popLast()
        case "td", "th":
            guard let table = open.last, let row = tables[table].rows.indices.last, let text = cell else { return }
            // Editors leave marks without width behind, a byte order mark in front of a word among them.
            let plain = String(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
            tables[table].rows[row].append(plain.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            cell = nil
        case "script", "style": hidden -= 1
        case "input":
            if let input, !input.name.isEmpty { inputs[input.name] = input.value }
            input = nil
        default: break
        }
    }
}

private func collect(
    _ context: UnsafeMutableRawPointer?, _ kind: bellwether_html_kind, _ text: UnsafePointer<CChar>?, _ length: Int
) {
    let bytes = UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : length)
    context?.assumingMemoryBound(to: Collector.self).pointee.take(kind, String(decoding: bytes, as: UTF8.self))
}
