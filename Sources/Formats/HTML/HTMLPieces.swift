internal import CHtml
internal import Vocabulary

/// A web page as a flat list of what stands in it, in the order of the document: a tree takes forty times its size.
package struct HTMLPieces {
    package enum Kind: UInt32, Sendable { case start, attribute, text, end }
    package struct Piece: Sendable {
        /// Of an attribute the text is `name=value`, of the others the element's name or the characters.
        package var kind: Kind
        package var start: Int
        package var end: Int
    }
    package private(set) var pieces: [Piece] = []
    /// UTF-8.
    package private(set) var text: [UInt8] = []

    /// Reads a page forgivingly, as browsers do; asks nothing of the network.
    ///
    /// - Throws: where there is no page, it nests deeper than the parser goes, or holds NUL bytes.
    package init(_ page: [UInt8]) throws {
        let bytes = try PageEncoding.utf8(page)
        var read = bellwether_html_page()
        defer { bellwether_html_free(&read) }
        let understood = bytes.withUnsafeBytes { source in
            bellwether_html_pieces(source.baseAddress?.assumingMemoryBound(to: CChar.self), source.count, &read)
        }
        guard understood == 1 else {
            throw Fault(
                "bad_html", understood == 0 ? "the page has no content" : "the page nests too deep or is too large",
                remedy: "The page is damaged, or was made to be: open its address in a browser.")
        }
        text = Array(UnsafeRawBufferPointer(start: read.text, count: read.length))
        pieces = UnsafeBufferPointer(start: read.pieces, count: read.count).map { piece in
            Piece(
                kind: Kind(rawValue: piece.kind) ?? .text, start: Int(piece.start),
                end: Int(piece.start) + Int(piece.length))
        }
    }
}
