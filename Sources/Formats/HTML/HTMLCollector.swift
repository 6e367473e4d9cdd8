/// What is open while a page is walked through, and the tables so far.
struct HTMLCollector {
    private(set) var tables: [HTMLTables.Table] = []
    private(set) var inputs: [String: String] = [:]
    private(set) var isTooWide = false
    private let mostCells: Int
    private var cells = 0
    private var open: [OpenTable] = []
    private var input: (name: String, value: String)?
    /// Scripts and styles have text that nobody is shown.
    private var hidden = 0

    private struct OpenTable {
        var index: Int
        var cell: Cell?
        /// Cells of rows above that reach down into this one, by column.
        var hanging: [Int: (rows: Int, text: String)] = [:]
    }
    private struct Cell {
        var text = ""
        var columns = 1
        var rows = 1
    }

    init(mostCells: Int) { self.mostCells = mostCells }

    mutating func take(_ kind: HTMLPieces.Kind, _ text: String) {
        switch kind {
        case .start: start(text)
        case .attribute: attribute(text)
        case .text: if hidden == 0 { add(text) }
        case .end: end(text)
        }
    }

    private var last: Int { open.count - 1 }

    private mutating func add(_ text: String) { if last >= 0 { open[last].cell?.text.append(text) } }

    private mutating func start(_ name: String) {
        switch name {
        case "table":
            open.append(OpenTable(index: tables.count))
            tables.append(HTMLTables.Table())
        case "tr":
            close()
            if last >= 0 { tables[open[last].index].rows.append([]) }
        case "td", "th":
            // What is left open in the cell before does not keep that cell open.
            close()
            if last >= 0 { open[last].cell = Cell() }
        case "br": add(" ")
        case "script", "style": hidden += 1
        case "input": input = ("", "")
        default: break
        }
    }

    private mutating func attribute(_ text: String) {
        guard let mark = text.firstIndex(of: "=") else { return }
        let value = String(text[text.index(after: mark)...])
        switch text[..<mark] {
        case "name": input?.name = value
        case "value": input?.value = value
        // A cell within the cell begins with its own; HTML 4.9.11 takes 1 for what is no number.
        case "colspan" where last >= 0 && open[last].cell?.text.isEmpty == true:
            open[last].cell?.columns = max(1, Int(value) ?? 1)
        case "rowspan" where last >= 0 && open[last].cell?.text.isEmpty == true:
            open[last].cell?.rows = max(1, Int(value) ?? 1)
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "table":
            close()
            _ = open.popLast()
        case "tr": if last >= 0 { hang() }
        case "td", "th": close()
        case "script", "style": hidden -= 1
        case "input":
            if let input, !input.name.isEmpty { inputs[input.name] = input.value }
            input = nil
        default: break
        }
    }

    private mutating func close() {
        guard last >= 0, let cell = open[last].cell else { return }
        open[last].cell = nil
        let table = open[last].index
        guard let row = tables[table].rows.indices.last else { return }
        hang()
        // Editors leave marks without width behind, a byte order mark in front of a word among them.
        let plain = String(cell.text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        let text = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for column in 0..<min(cell.columns, mostCells + 1) where !isTooWide {
            if cell.rows > 1 {
                open[last].hanging[tables[table].rows[row].count] = (cell.rows - 1, column == 0 ? text : "")
            }
            append(column == 0 ? text : "")
        }
    }

    /// Puts in what reaches down from the rows above, up to the next column that is free.
    private mutating func hang() {
        let table = open[last].index
        while let row = tables[table].rows.indices.last, !isTooWide,
            let above = open[last].hanging.removeValue(forKey: tables[table].rows[row].count)
        {
            if above.rows > 1 { open[last].hanging[tables[table].rows[row].count] = (above.rows - 1, above.text) }
            append(above.text)
        }
    }

    private mutating func append(_ text: String) {
        cells += 1
        if cells > mostCells { isTooWide = true }
        let table = open[last].index
        tables[table].rows[tables[table].rows.count - 1].append(text)
    }
}
