internal import Vocabulary

/// The tables of a web page, as rows of cells; read forgivingly through libxml2, which asks nothing of the network.
package struct HTMLTables {
    package struct Table: Sendable {
        /// Each with its cells' texts, blanks trimmed and collapsed. A cell over several columns has its text in the first
        /// and leaves the others empty; one over several rows has it in each.
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
        try HTMLTables.requireEnd(page)
        // A cell takes four bytes at least: a page with more of them has spans that were made to fill memory.
        var collector = HTMLCollector(mostCells: page.count / 4 + 1000)
        let source = try HTMLPieces(page)
        for piece in source.pieces {
            collector.take(piece.kind, String(decoding: source.text[piece.start..<piece.end], as: UTF8.self))
        }
        guard !collector.isTooWide else {
            throw Fault(
                "bad_html", "cells span more columns or rows than the page has room for",
                remedy: "The page is damaged, or was made to be: open the feed's address in a browser.")
        }
        (tables, inputs) = (collector.tables, collector.inputs)
    }

    /// Forgiving readers close what a cut page leaves open: its last number would be short of digits.
    private static func requireEnd(_ page: [UInt8]) throws {
        let name: StaticString = contains("<html", page) ? "</html" : "</table"
        guard contains("<table", page), !contains(name, page) else { return }
        throw Fault(
            "cut_html", "the page has no \(name)> at its end", place: "byte \(page.count)",
            remedy: "The page is probably cut; fetch it again.")
    }

    /// Whether a tag stands there, in capitals or not.
    private static func contains(_ tag: StaticString, _ page: [UInt8]) -> Bool {
        tag.withUTF8Buffer { tag in
            page.indices.dropLast(tag.count - 1).contains { start in
                page[start] == tag[0] && tag.indices.allSatisfy { page[start + $0] | 0x20 == tag[$0] | 0x20 }
            }
        }
    }
}
