import Formats
import Testing
import Vocabulary

@Suite struct XMLRecordsTests {
    private func records(_ text: String, key: XMLRecords.Key = .element("id")) throws -> XMLRecords {
        try XMLRecords(Bytes(Array(text.utf8)), root: "list", records: ["item"], key: key)
    }

    @Test("Records are cut by their markup alone, whatever stands in comments, sections, values and neighbours")
    func cut() throws {
        let found = try records(
            """
            <?xml version="1.0"?><!-- <item><id>0</id></item> -->
            <list xmlns="x" note="a > b"><head><item-count>3</item-count></head>
              <item><id> 1 </id><name>A &amp; B</name></item>
              <item kind='<" >'.'><id>2</id><![CDATA[</item><item>]]><!-- </item> --></item>
              <item ><id>3</id><item><id>inner</id></item></item>
              <items/><item/>
            </list>
            """.replacing("kind='<\" >'.'", with: "kind='\" >'"))
        #expect(found.records.count == 4)
        #expect(found.keys == ["1", "2", "3", ""])
        #expect(try found.element(0)["name"] == "A & B")
        #expect(try found.element(1).attribute("kind") == "\" >")
        #expect(try found.element(2).all("item", "id").map(\.text) == ["inner"])
        #expect(try found.root().first("head")?["item-count"] == "3")
        #expect(try found.root().attribute("note") == "a > b")
    }

    @Test("A key is found in the record's own tag, and not in the value of another attribute")
    func attributeKey() throws {
        let found = try records(
            "<list><item x='key=\"9\"' key=\"7\"/><item key='8'>key=\"1\"</item></list>", key: .attribute("key"))
        #expect(found.keys == ["7", "8"])
    }

    @Test("What nothing read is told by its path; blank elements say nothing")
    func unread() throws {
        let found = try records("<list><item a='1' b=''><id>1</id><x><y> z </y><y> </y></x></item></list>")
        let item = try found.element(0)
        _ = item["id"]
        #expect(item.unread() == ["item@a", "item/x/y"])
        item.ignore("x")
        item.ignoreAttributes("a")
        #expect(item.unread() == [])
    }

    @Test("White space is one blank, no-break spaces and line ends too")
    func whiteSpace() throws {
        let found = try records("<list><item><id>1</id><name>\n  A\u{a0}\u{a0}B\t C </name></item></list>")
        #expect(try found.element(0)["name"] == "A B C")
    }

    @Test(
        "A document that is not whole, or not what was asked for, is refused",
        arguments: [
            ("<list><item><id>1</id></item>", "cut_xml"),
            ("<list><item><id>1</id></item><item><id>2</i", "cut_xml"),
            ("<list><item><id>1</id>", "cut_xml"),
            ("<other><item/></other>", "wrong_root"),
            ("<html><body>Sign in</body></html>", "html_received"),
            ("<!DOCTYPE html><html></html>", "html_received"),
            ("{\"error\": 1}", "json_received"),
            ("", "empty_file"),
            ("<!DOCTYPE list [<!ENTITY a \"b\">]><list><item><id>1</id></item></list>", "doctype_refused"),
            ("<list></list><list></list>", "bad_xml"),
        ])
    func refused(text: String, code: String) throws {
        #expect(throws: Fault.self) { try records(text) }
        do { _ = try records(text) } catch let fault as Fault { #expect(fault.code == code, "\(fault)") }
    }

    @Test("A record that is not well formed is told with its number, line and byte when it is read")
    func badRecord() throws {
        let found = try records("<list>\n<item><id>1</id></item>\n<item><id>2</name></item>\n</list>")
        let fault = try #require(throws: Fault.self) { try found.element(1) }
        #expect(fault.code == "bad_xml")
        #expect(fault.place == "record 2, which begins at line 3, byte 31")
    }

    @Test("A hundred thousand elements inside each other are refused, in a record and around it")
    func deep() throws {
        let nest = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        let found = try records("<list><item>\(nest)</item></list>")
        #expect(try #require(throws: Fault.self) { try found.element(0) }.code == "too_deep")
        #expect(try #require(throws: Fault.self) { try records("<list>\(nest)<item/></list>") }.code == "too_deep")
    }

    @Test("Latin-1 in a document that should be UTF-8 is refused with its byte")
    func latin1() throws {
        var bytes = Array("<list><item><id>1</id><name>Ren_</name></item></list>".utf8)
        bytes[31] = 0xE9
        let fault = try #require(throws: Fault.self) {
            try XMLRecords(Bytes(bytes), root: "list", records: ["item"])
        }
        #expect(fault.code == "wrong_encoding")
        #expect(fault.place == "byte 31")
    }

    @Test("A long document read in pieces is cut as one in memory is, also where a record is longer than a piece")
    func pieces() throws {
        let long = String(repeating: "x", count: 3 << 20)
        var text = "<list>"
        for number in 0..<30_000 { text += "\n  <item><id>\(number)</id><name>Name of \(number)</name></item>" }
        text += "<item><id>long</id><name>\(long)</name></item><item><id>last</id></item></list>"
        let bytes = Array(text.utf8)
        let whole = try XMLRecords(Bytes(bytes), root: "list", records: ["item"], key: .element("id"))
        let parts = try XMLRecords(
            Bytes(count: bytes.count) { Array(bytes[$0]) }, root: "list", records: ["item"], key: .element("id"))
        #expect(whole.keys == parts.keys && whole.keys.count == 30_002)
        #expect(whole.records.map(\.range) == parts.records.map(\.range))
        #expect(whole.records.map(\.digest) == parts.records.map(\.digest))
        #expect(try parts.element(29_999)["name"] == "Name of 29999")
        #expect(try parts.element(30_000)["name"] == long)
    }
}
