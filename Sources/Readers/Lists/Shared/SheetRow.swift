internal import Formats
internal import Vocabulary

/// A row of a sheet, its cells by the names of the header. What is taken is used; what is left says something that nothing
/// uses.
struct SheetRow {
    private var cells: [(name: String, text: String)]

    init(_ cells: [String], header: [String]) {
        self.cells = zip(header, cells).filter { !$0.0.isEmpty }.map { ($0, collapsed($1)) }
    }

    var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) }

    /// The text under the first of the names that the sheet has, in any case; empty where there is none.
    mutating func take(_ names: String...) -> String {
        for name in names {
            guard let index = cells.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else { continue }
            return cells.remove(at: index).text
        }
        return ""
    }

    func leave(to unread: Leftovers) { for cell in cells where !cell.text.isEmpty { unread.add(cell.name) } }
}
