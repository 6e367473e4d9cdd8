/// Rows of results: one value that prints as text for people, as CSV and as JSON.
package struct Table: Sendable {
    /// The key under which JSON holds the rows.
    package var name: String
    package var columns: [Column]
    package var rows: [[Cell]]

    package init(_ name: String = "rows", columns: [Column], rows: [[Cell]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    package struct Column: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// Anybody's words. In CSV always in quotation marks, so that no separator of any locale starts a cell.
            case text
            /// Our own words, such as feeds, series and outcomes: in quotation marks only where they must be.
            case word
            case number
            /// A number that names or places something, such as an HTTP status: never rounded, never grouped.
            case code
            case day
            case instant
            case boolean
        }

        /// Whether its cells stand to the right.
        package var isNumeric: Bool { kind == .number || kind == .code }

        /// The header in CSV and the key in JSON.
        package var name: String
        package var kind: Kind
        /// Digits after the point that a person is shown of numbers that do not say so themselves; CSV and JSON keep all.
        package var decimals: Int?
        /// Places on a terminal beyond which a text is cut; every other form has it whole.
        package var most: Int?

        package init(_ name: String, _ kind: Kind = .text, decimals: Int? = nil, most: Int? = nil) {
            self.name = name
            self.kind = kind
            self.decimals = decimals
            self.most = most
        }
    }

    /// The whole table in one form, for files and tests; `Console.print` writes it piece by piece.
    package func bytes(as format: OutputFormat) throws -> [UInt8] {
        var renderer = Renderer(self, as: format, paints: false)
        var bytes = renderer.head()
        for row in rows { renderer.append(row, to: &bytes) }
        renderer.appendEnd(to: &bytes)
        return bytes
    }
}
