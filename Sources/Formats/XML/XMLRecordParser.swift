internal import CExpat
internal import Synchronization
internal import Vocabulary

/// Parses many small documents with few expat parsers: making one costs more than reading a record with it.
final class XMLRecordParser: Sendable {
    private let encoding: String
    /// Those that nobody is using: one for each thread that reads at the same time.
    private let idle = Mutex<[Engine]>([])

    init(encoding: String) throws {
        self.encoding = encoding
        let first = try Engine(encoding: encoding)
        idle.withLock { $0.append(first) }
    }

    /// The element that the bytes are; nil root: whichever it is.
    func element(_ bytes: Span<UInt8>, root: String?) throws -> XMLElement {
        let engine = try idle.withLock { $0.popLast() } ?? Engine(encoding: encoding)
        defer { idle.withLock { $0.append(engine) } }
        return XMLElement(XMLTree(try engine.parse(bytes, root: root)))
    }
}

/// One expat parser with the state that its callbacks write to.
///
/// Sendable without the compiler's proof: it is in the list of the idle ones or in the hands of the one thread that
/// took it out of there.
private final class Engine: @unchecked Sendable {
    private let encoding: String
    private let parser: XML_Parser
    private let state: UnsafeMutablePointer<XMLParse>

    init(encoding: String) throws {
        guard let parser = XML_ParserCreate(encoding) else {
            throw Fault("out_of_memory", "expat could not start a parser")
        }
        self.encoding = encoding
        self.parser = parser
        state = .allocate(capacity: 1)
        state.initialize(to: XMLParse(parser, root: nil, handler: nil))
    }

    deinit {
        XML_ParserFree(parser)
        state.deinitialize(count: 1)
        state.deallocate()
    }

    func parse(_ bytes: Span<UInt8>, root: String?) throws -> XMLTree.Parts {
        XML_ParserReset(parser, encoding)
        XML_SetUserData(parser, state)
        XMLCallbacks.install(in: parser)
        state.pointee.begin(root: root)
        let status = bytes.withUnsafeBytes { source in
            XML_Parse(
                parser, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count), Int32(XML_TRUE))
        }
        if let fault = state.pointee.failure { throw fault }
        guard status == XML_STATUS_OK, state.pointee.isFinished else { throw state.pointee.notWellFormed() }
        return state.pointee.takeTree()
    }
}
