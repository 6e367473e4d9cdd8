package import Tables

/// A report as a value: what is said, apart from how it is printed.
package struct Document: Sendable {
    package enum Block: Sendable {
        case heading(String)
        /// Below a heading; several in a row belong together.
        case subheading(String)
        /// What a passage comes to, before it is told.
        case verdict(String)
        case paragraph(String)
        /// What a reader must not miss.
        case alert(String)
        case item(String)
        case table(Table)
        /// Where a reader can follow a column, an address for each row; empty: none.
        case linked(Table, column: Int, addresses: [String])
        case chart(Chart)
    }

    package var title: String
    package var subtitle: String
    package var blocks: [Block] = []

    package init(title: String, subtitle: String) {
        self.title = title
        self.subtitle = subtitle
    }

    package mutating func append(_ block: Block) { blocks.append(block) }
}
