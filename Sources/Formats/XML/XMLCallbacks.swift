internal import CExpat

/// The C functions that expat calls; each finds its `XMLParse` in the user data.
enum XMLCallbacks {
    static func install(in parser: XML_Parser) {
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                if let name { XMLCallbacks.parse(data)?.pointee.start(name, attributes) }
            },
            { data, _ in XMLCallbacks.parse(data)?.pointee.end() })
        XML_SetCharacterDataHandler(parser) { data, bytes, count in
            if let bytes { XMLCallbacks.parse(data)?.pointee.characters(bytes, Int(count)) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, name, _, _, hasDeclarations in
            XMLCallbacks.parse(data)?.pointee.documentType(
                name.map { String(cString: $0) } ?? "", hasDeclarations: hasDeclarations != 0)
        }
        XML_SetUnknownEncodingHandler(
            parser,
            { _, name, encoding in
                guard let name, let encoding, let map = LegacyText.map(of: String(cString: name)) else {
                    return Int32(XML_STATUS_ERROR.rawValue)
                }
                withUnsafeMutableBytes(of: &encoding.pointee.map) { target in
                    map.withUnsafeBytes { target.copyMemory(from: $0) }
                }
                encoding.pointee.convert = nil
                encoding.pointee.release = nil
                encoding.pointee.data = nil
                return Int32(XML_STATUS_OK.rawValue)
            }, nil)
    }

    private static func parse(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLParse>? {
        data?.assumingMemoryBound(to: XMLParse.self)
    }
}
