internal import CExpat
internal import Vocabulary

/// The state of one pass over a document. It lives inside `XMLStream.read` and is used by that one thread.
final class XMLParse {
    private(set) var failure: Fault?
    private(set) var isFinished = false

    private let parser: XML_Parser
    private let root: String
    private let handler: any XMLHandler
    private var names = XMLNames()
    private var path: [String] = []
    /// The text of all open elements, one after the other; `textStarts` says where each element's own begins.
    private var text: [UInt8] = []
    private var textStarts: [Int] = []
    private var attributes = XMLAttributes()

    init(_ parser: XML_Parser, root: String, handler: any XMLHandler) {
        self.parser = parser
        self.root = root
        self.handler = handler
    }

    func start(_ name: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard failure == nil else { return }
        let name = names.local(name)
        if path.isEmpty, name != root {
            return stop(
                name.lowercased() == "html"
                    ? Fault("html_received", "HTML received instead of XML")
                    : Fault(
                        "wrong_root", "the root element is <\(name)>, not <\(root)>",
                        remedy: "The address answers with another document; check the feed."))
        }
        guard path.count < XMLStream.deepest else {
            return stop(Fault("too_deep", "elements nest deeper than \(XMLStream.deepest) levels"))
        }
        path.append(name)
        textStarts.append(text.count)
        attributes.names.removeAll(keepingCapacity: true)
        attributes.values.removeAll(keepingCapacity: true)
        attributes.ends.removeAll(keepingCapacity: true)
        var next = pairs
        while let pair = next, let attribute = pair[0], let value = pair[1] {
            attributes.names.append(names.local(attribute))
            attributes.values.append(contentsOf: UnsafeBufferPointer(start: value, count: length(value)).bytes)
            attributes.ends.append(attributes.values.count)
            next = pair + 2
        }
        do {
            try handler.start(name, attributes)
        } catch {
            stop(error)
        }
    }

    func end() {
        guard failure == nil, let name = path.popLast(), let start = textStarts.popLast() else { return }
        do {
            try handler.end(name, text: text.span.extracting(start..<text.count))
        } catch {
            stop(error)
        }
        text.removeLast(text.count - start)
        if path.isEmpty { isFinished = true }
    }

    func characters(_ bytes: UnsafePointer<XML_Char>, _ count: Int) {
        guard failure == nil else { return }
        text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count).bytes)
    }

    func documentType(_ name: String, hasDeclarations: Bool) {
        guard failure == nil else { return }
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
                "cut_xml", "the document ends before </\(path.first ?? root)>", place: place,
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

    private func stop(_ error: any Error) {
        stop(error as? Fault ?? Fault("reader_failed", "\(error)"))
    }

    private func stop(_ fault: Fault) {
        failure = fault.at(place)
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
