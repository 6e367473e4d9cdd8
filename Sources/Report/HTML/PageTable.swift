internal import Tables

/// A table with its headers named for those who hear it, and scrolling within itself on a narrow screen.
struct PageTable {
    private let table: Table
    /// Words of the program, which no line breaks into two.
    private static let longestWord = 24

    private let linked: Int?
    private let addresses: [String]

    init(_ table: Table, column: Int? = nil, addresses: [String] = []) {
        (self.table, linked, self.addresses) = (table, column, addresses)
    }

    var html: String {
        let caption = table.name.prefix(1).uppercased() + table.name.dropFirst().replacing("_", with: " ")
        guard table.count > 0 else { return "<p>\(Markup.text(caption)): none.</p>\n" }
        var html =
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(Markup.escaped(caption)), table\"><table>"
            + "<caption>\(Markup.escaped(caption))</caption><thead><tr>"
        let headings = table.headings(for: .text)
        for column in headings {
            html += "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(Markup.text(column.name))</th>"
        }
        html += "</tr></thead><tbody>\n"
        var place = 0
        table.each(for: .text) { row in
            html += "<tr>"
            for (index, (cell, column)) in zip(row, headings).enumerated() {
                let text = cell.shown(in: column)
                let kind =
                    column.isNumeric
                    ? " class=\"n\""
                    : column.kind != .text && text.utf8.count <= PageTable.longestWord ? " class=\"w\"" : ""
                let address = index == linked ? Markup.safe(addresses[place]) : nil
                let content =
                    address.map { "<a href=\"\(Markup.escaped($0))\">\(Markup.text(text))</a>" } ?? Markup.text(text)
                html += index == 0 ? "<th scope=\"row\"\(kind)>\(content)</th>" : "<td\(kind)>\(content)</td>"
            }
            html += "</tr>\n"
            place += 1
        }
        return html + "</tbody></table></div>\n"
    }
}
