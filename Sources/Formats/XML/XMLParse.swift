internal import CExpat
internal import Glibc
internal import Vocabulary

/// The state of one pass over a document, which lives in `XMLStream.read`'s frame and is used by that one thread.
///
/// A struct behind expat's user pointer, not a class: checks of exclusive access took a third of the time.
struct XMLParse {
    private(set) var failure: Fault?
    private(set) var isFinished = false

    private let parser: XML_Parser
    /// The name that the document's element must have; nil: any.
    private var root: String?
    /// Who is told of each element; nil: a tree is made of them.
    private let handler: (any XMLHandler)?
    private var tree = XMLTree.Parts()
    private var isStopped = false
    private var names = XMLNames()
    private var path: [String] = []
    /// The text of all open elements, one after the other; `textStarts` says where each element's own begins.
    private var text: [UInt8] = []
    private var textStarts: [Int] = []
    private var attributes = XMLAttributes()

    init(_ parser: XML_Parser, root: String?, handler: (any XMLHandler)?) {
        self.parser = parser
        self.root = root
        self.handler = handler
    }

    /// The tree that was made of the document; it is not kept.
    mutating func takeTree() -> XMLTree.Parts {
        defer { tree = XMLTree.Parts.none }
        return tree
    }

    /// Makes ready for another document; the names seen so far stay known.
    mutating func begin(root: String?) {
        self.root = root
        failure = nil
        isFinished = false
        isStopped = false
        path.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        textStarts.removeAll(keepingCapacity: true)
        tree = XMLTree.Parts()
    }

    mutating func start(_ name: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard !isStopped else { return }
        let name = names.local(name)
        if path.isEmpty, let root, name != root { return stop(wrongRoot(name, root)) }
        guard path.count < XMLStream.deepest else {
            return stop(Fault("too_deep", "elements nest deeper than \(XMLStream.deepest) levels"))
        }
        path.append(name)
        textStarts.append(text.count)
        guard let handler else {
            tree.start(name)
            XMLParse.each(pairs, &names) { tree.append($0, $1) }
            return
        }
        if !attributes.isEmpty { attributes.removeAll() }
        XMLParse.each(pairs, &names) { attributes.append($0, $1) }
        do {
            let before = textStarts.count > 1 ? textStarts[textStarts.count - 2] : 0
            try handler.start(name, attributes, after: text.span.extracting(before..<text.count))
        } catch {
            stop(error)
        }
    }

    mutating func end() {
        guard !isStopped, let name = path.popLast(), let start = textStarts.popLast() else { return }
        guard let handler else {
            text.withUnsafeBufferPointer { tree.end(text: UnsafeBufferPointer(rebasing: $0[start...]).span) }
            return finish(start)
        }
        do {
            try handler.end(name, text: text.span.extracting(start..<text.count))
        } catch {
            stop(error)
        }
        finish(start)
    }

    private mutating func finish(_ start: Int) {
        if text.count > start { text.removeLast(text.count - start) }
        if path.isEmpty { isFinished = true }
    }

    private static func each(
        _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?, _ names: inout XMLNames,
        _ body: (String, UnsafeRawBufferPointer) -> Void
    ) {
        var next = pairs
        while let pair = next, let attribute = pair[0], let value = pair[1] {
            next = pair + 2
            // A namespace declaration is no attribute of the publisher's (Namespaces in XML 1.0, section 3).
            if strncmp(attribute, "xmlns", 5) == 0 { continue }
            body(names.local(attribute), UnsafeRawBufferPointer(start: value, count: strlen(value)))
        }
    }

    mutating func characters(_ bytes: UnsafePointer<XML_Char>, _ count: Int) {
        if !isStopped { text.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count)) }
    }

    mutating func documentType(_ name: String, hasDeclarations: Bool) {
        guard !isStopped else { return }
        if name.lowercased() == "html" {
            stop(Fault("html_received", "HTML received instead of XML"))
        } else if hasDeclarations {
            stop(
                Fault(
                    "doctype_refused", "the document declares entities or elements of its own",
                    remedy: "No publisher of lists or rates does; the document was made to attack its reader."))
        }
    }

    func notWellFormed() -> Fault {
        let code = XML_GetErrorCode(parser)
        let message = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
        guard code != XML_ERROR_NONE, !isCut(code) else {
            return Fault(
                "cut_xml", "the document ends before </\(path.first ?? root ?? "")>", place: place,
                remedy: "The download is probably cut; fetch it again.")
        }
        return Fault(
            "bad_xml", "not well-formed XML: \(message)", place: place,
            remedy: "Fetch it again; if it stays so, its publisher serves a broken file.")
    }

    private func isCut(_ code: XML_Error) -> Bool {
        [XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION]
            .contains(code)
    }

    private var place: String {
        let line = XML_GetCurrentLineNumber(parser)
        return "line \(line), column \(XML_GetCurrentColumnNumber(parser) + 1), byte \(XML_GetCurrentByteIndex(parser))"
    }

    private func wrongRoot(_ name: String, _ root: String) -> Fault {
        if name.lowercased() == "html" { return Fault("html_received", "HTML received instead of XML") }
        return Fault(
            "wrong_root", "the root element is <\(name)>, not <\(root)>",
            remedy: "The address answers with another document; check the feed.")
    }

    private mutating func stop(_ error: any Error) {
        isStopped = true
        failure = (error as? Fault ?? Fault("reader_failed", "\(error)")).at(place)
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
