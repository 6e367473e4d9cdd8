import Formats
import Testing
import Vocabulary

/// Writes down what it is told.
private final class Protocol: XMLHandler {
    var lines: [String] = []

    func start(_ name: String, _ attributes: XMLAttributes) {
        lines.append("<\(name)" + attributes.names.map { " \($0)=\(attributes[$0] ?? "")" }.joined())
    }

    func end(_ name: String, text: Span<UInt8>) throws {
        if name == "bad" { throw Fault("bad", "a bad element") }
        lines.append("\(name): \(try StrictText.string(text, 0..<text.count))")
    }
}

@Suite struct XMLTests {
    private func lines(_ text: String, encoding: String = "UTF-8") throws -> [String] {
        try lines(Array(text.utf8), encoding: encoding)
    }

    private func lines(_ bytes: [UInt8], encoding: String = "UTF-8") throws -> [String] {
        let handler = Protocol()
        try XMLStream.read(bytes.span, root: "a", encoding: encoding, handler: handler)
        return handler.lines
    }

    @Test(arguments: [
        ("<a/>", ["<a", "a: "]),
        ("<p:a xmlns:p='u' xmlns='v' p:x='1'><p:b>t</p:b></p:a>", ["<a x=1", "<b", "b: t", "a: "]),
        ("<a>one<b>two</b>three</a>", ["<a", "<b", "b: two", "a: onethree"]),
        ("<a><![CDATA[1 < 2 & 3]]> &amp; &#233;&lt;</a>", ["<a", "a: 1 < 2 & 3 & é<"]),
        ("<a x='1' y=\"it's\"/>", ["<a x=1 y=it's", "a: "]), ("<!DOCTYPE a><a/>", ["<a", "a: "]),
        ("\u{FEFF}<?xml version='1.0'?><a>\r\n</a>", ["<a", "a: \n"]),
    ])
    func elementsArriveWithTheirOwnText(text: String, expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test func theEncodingIsWhatTheSourceSays() throws {
        let bytes =
            Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8) + [0xC4, 0xE0] + Array("</a>".utf8)
        #expect(try lines(bytes, encoding: "windows-1251") == ["<a", "a: Да"])
        #expect(throws: Fault.self) { try lines(bytes) }
    }

    @Test func aDocumentCutAnywhereIsRefused() throws {
        let whole = Array("<?xml version='1.0'?><a x='1'><b>text &amp; é</b><c><![CDATA[d]]></c></a>".utf8)
        for length in 0..<whole.count {
            let fault = try #require(throws: Fault.self) { try lines(Array(whole.prefix(length))) }
            #expect(
                ["cut_xml", "empty_file", "wrong_encoding", "bad_xml"].contains(fault.code), "cut to \(length) bytes")
        }
        #expect(try lines(whole).count == 6)
    }

    @Test(arguments: [
        ("<b/>", "wrong_root", "line 1, column 1, byte 0"), ("<a>\n<b></a>", "bad_xml", "line 2, column 6, byte 9"),
        ("<a/><a/>", "bad_xml", "line 1, column 5, byte 4"), ("<a>&nbsp;</a>", "bad_xml", "line 1, column 4, byte 3"),
        ("<a>\n <bad/></a>", "bad", "line 2, column 8, byte 11"), ("<a>\n", "cut_xml", "line 2, column 1, byte 4"),
        ("text", "bad_xml", "line 1, column 1, byte 0"),
    ])
    func aFaultIsNamedWithItsPlace(text: String, code: String, place: String) throws {
        let fault = try #require(throws: Fault.self) { try lines(text) }
        #expect(fault.code == code)
        #expect(fault.place == place)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>",
        "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
    ])
    func aDocumentWithDeclarationsIsRefused(text: String) throws {
        #expect(try #require(throws: Fault.self) { try lines(text) }.code == "doctype_refused")
    }

    @Test func aMillionLaughsAreNoneOfOurs() throws {
        var text = "<!DOCTYPE a [<!ENTITY l0 'ha'>"
        for level in 1...9 {
            text += "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
        }
        let start = ContinuousClock.now
        let fault = try #require(throws: Fault.self) { try lines(text + "]><a>&l9;</a>") }
        #expect(fault.code == "doctype_refused")
        #expect(ContinuousClock.now - start < .seconds(1))
    }

    @Test func deepNestingIsRefused() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try #require(throws: Fault.self) { try lines(deep) }.code == "too_deep")
        let allowed = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
        #expect(try lines(allowed).count == 512)
    }

    @Test func aThousandNamesReadAsWellAsOne() throws {
        let text = "<a>" + (0..<1000).map { "<n\($0)/>" }.joined() + "<n999/></a>"
        #expect(try lines(text).suffix(3) == ["<n999", "n999: ", "a: "])
    }
}
