internal import Vocabulary

/// The cells of one sheet of a workbook as a person sees them.
package struct Sheet: Sendable {
    package let name: String
    /// The cells of each row that has any, by column from 0; a cell that is not there is empty.
    package let rows: [(number: Int, cells: [String])]

    /// Its rows below the first one that has these columns, white space in names collapsed; nil where none of the first rows
    /// has them.
    ///
    /// - Parameter within: how many rows may stand before the header.
    package func table(having columns: [String], within: Int) -> (
        header: [String], rows: ArraySlice<(number: Int, cells: [String])>
    )? {
        for (index, row) in rows.prefix(within + 1).enumerated() {
            let names = row.cells.map { Whitespace.collapsed($0) }
            let known = names.map { $0.lowercased() }
            if columns.allSatisfy({ known.contains($0.lowercased()) }) { return (names, rows[(index + 1)...]) }
        }
        return nil
    }
}
