internal import CExpat
internal import Vocabulary

/// Reads XML documents as a stream through expat, which does no input or output of its own.
package enum XMLStream {
    /// Documents nest a dozen levels; what nests deeper was made to exhaust a parser.
    static let deepest = 256

    /// Hands every element of a document to a handler. Throws unless the root is the expected one and its end tag was
    /// seen: Foundation's parser accepts a truncated document, and so would a list lose half its entries.
    ///
    /// - Parameter encoding: what the publisher writes, whatever the document says of itself.
    package static func read(
        _ bytes: Span<UInt8>, root: String, encoding: String = "UTF-8", handler: any XMLHandler
    ) throws {
        try ReceivedForm.require("XML", bytes)
        if encoding == "UTF-8" { _ = try StrictText.start(bytes) }
        guard bytes.count < Int(Int32.max) else {
            throw Fault("too_large", "the document has \(bytes.count) bytes; 2 GB is the most that expat takes at once")
        }
        guard let parser = XML_ParserCreate(encoding) else {
            throw Fault("out_of_memory", "expat could not start a parser")
        }
        defer { XML_ParserFree(parser) }
        var parse = XMLParse(parser, root: root, handler: handler)
        let status = withUnsafeMutablePointer(to: &parse) { parse in
            XML_SetUserData(parser, parse)
            XMLCallbacks.install(in: parser)
            return bytes.withUnsafeBytes { source in
                XML_Parse(
                    parser, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count),
                    Int32(XML_TRUE))
            }
        }
        if let fault = parse.failure {
            throw fault.code == "html_received" ? ReceivedForm.html(insteadOf: "XML", bytes) : fault
        }
        guard status == XML_STATUS_OK, parse.isFinished else { throw parse.notWellFormed() }
    }
}
