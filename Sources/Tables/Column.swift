/// Who is shown a column: people read text and pages, programs read CSV and JSON.
package enum Audience: Sendable, Hashable {
    case people, programs, both

    package func reads(_ format: OutputFormat) -> Bool {
        switch self {
        case .people: format == .text
        case .programs: format != .text
        case .both: true
        }
    }
}

/// The head of a column, and how its cells are shown.
package struct Heading: Sendable, Hashable {
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

    /// The header in text and CSV and the key in JSON.
    package var name: String
    package var kind: Kind
    package var audience: Audience
    /// Digits after the point that a person is shown of numbers that do not say so themselves; CSV and JSON keep all.
    package var decimals: Int?
    /// Places on a terminal beyond which a text is cut; every other form has it whole.
    package var most: Int?

    /// Whether its cells stand to the right.
    package var isNumeric: Bool { kind == .number || kind == .code }
}

/// A column of a table, declared once: its heading, who reads it, and the cell that it makes of a row.
package struct Column<Row>: Sendable {
    package var heading: Heading
    package let cell: @Sendable (Row) -> Cell

    package init(
        _ name: String, _ kind: Heading.Kind = .text, for audience: Audience = .both, decimals: Int? = nil,
        most: Int? = nil, _ cell: @escaping @Sendable (Row) -> Cell
    ) {
        heading = Heading(name: name, kind: kind, audience: audience, decimals: decimals, most: most)
        self.cell = cell
    }

    /// The same column under another header.
    package func named(_ name: String) -> Column {
        var column = self
        column.heading.name = name
        return column
    }

    /// The same column of another row, which holds this one's.
    package func of<Other>(_ row: @escaping @Sendable (Other) -> Row) -> Column<Other> {
        let heading = heading
        return Column<Other>(
            heading.name, heading.kind, for: heading.audience, decimals: heading.decimals, most: heading.most
        ) { [cell] in cell(row($0)) }
    }
}
