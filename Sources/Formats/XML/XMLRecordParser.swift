internal import CExpat
internal import Synchronization
internal import Vocabulary

/// Parses many small documents with one expat parser: making a parser costs more than reading a record with it.
final class XMLRecordParser: Sendable {
    private struct State: ~Copyable {
        let parser: XML_Parser
        let parse: UnsafeMutablePointer<XMLParse>

        init(encoding: String) throws {
            guard let parser = XML_ParserCreate(encoding) else {
                throw Fault("out_of_memory", "expat could not start a parser")
            }
            self.parser = parser
            parse = .allocate(capacity: 1)
            parse.initialize(to: XMLParse(parser, root: nil, handler: nil))
        }

        deinit {
            XML_ParserFree(parser)
            parse.deinitialize(count: 1)
            parse.deallocate()
        }
    }

    private let encoding: String
    // Held by one thread at a time: the parser and its state never leave the lock, only finished trees do.
    private let state: Mutex<State>

    init(encoding: String) throws {
        self.encoding = encoding
        state = Mutex(try State(encoding: encoding))
    }

    /// The element that the bytes are; nil root: whichever it is.
    func element(_ bytes: Span<UInt8>, root: String?) throws -> XMLElement {
        let address = bytes.withUnsafeBufferPointer { $0.baseAddress.map { UInt(bitPattern: $0) } ?? 0 }
        let count = bytes.count
        return try state.withLock { state in
            XML_ParserReset(state.parser, encoding)
            XML_SetUserData(state.parser, state.parse)
            XMLCallbacks.install(in: state.parser)
            state.parse.pointee.begin(root: root)
            let status = XML_Parse(
                state.parser, UnsafePointer<CChar>(bitPattern: address), Int32(count), Int32(XML_TRUE))
            if let fault = state.parse.pointee.failure { throw fault }
            guard status == XML_STATUS_OK, state.parse.pointee.isFinished else {
                throw state.parse.pointee.notWellFormed()
            }
            return XMLElement(XMLTree(state.parse.pointee.tree))
        }
    }
}
