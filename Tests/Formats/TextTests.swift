import Formats
import Testing
import Vocabulary

@Suite struct TextTests {
    // A Span does not pass through the expectation macros.
    private func start(_ bytes: [UInt8]) throws -> Int { try StrictText.start(bytes.span) }
    private func utf8(_ bytes: [UInt8], from encoding: String) throws -> [UInt8] {
        try LegacyText.utf8(bytes.span, from: encoding)
    }
    private func string(_ bytes: [UInt8], _ range: Range<Int>) throws -> String {
        try StrictText.string(bytes.span, range)
    }
    private func form(_ bytes: [UInt8]) -> ReceivedForm { ReceivedForm(bytes.span) }
    private func require(_ form: String, _ bytes: [UInt8]) throws { try ReceivedForm.require(form, bytes.span) }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xC3, 0x28], "line 2, byte 2"), ([0x61, 0xFF], "line 1, byte 1"),
            ([0xC0, 0x80], "line 1, byte 0"),
            ([0xED, 0xA0, 0x80], "line 1, byte 0"), ([0x0A, 0x61, 0x00], "line 2, byte 2"),
            ([0xFF, 0xFE, 0x61, 0], "byte 0"),
            ([0xFE, 0xFF, 0, 0x61], "byte 0"), ([0xF5, 0x80, 0x80, 0x80], "line 1, byte 0"),
        ] as [([UInt8], String)])
    func whatIsNotUTF8IsRefusedWhereItIsNot(bytes: [UInt8], place: String) throws {
        let fault = try #require(throws: Fault.self) { try start(bytes) }
        #expect(fault.code == "wrong_encoding")
        #expect(fault.place == place)
    }

    @Test func aByteOrderMarkIsNoText() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("é".utf8)
        let start = try start(bytes)
        #expect(try string(bytes, start..<bytes.count) == "é")
    }

    @Test func aLegacyEncodingBecomesUTF8() throws {
        // "Доллар США" in windows-1251.
        let bytes: [UInt8] = [0xC4, 0xEE, 0xEB, 0xEB, 0xE0, 0xF0, 0x20, 0xD1, 0xD8, 0xC0]
        #expect(try utf8(bytes, from: "windows-1251") == Array("Доллар США".utf8))
        #expect(try utf8([], from: "windows-1251").isEmpty)
    }

    @Test func aByteThatTheEncodingLacksIsRefused() throws {
        // 0x98 is the one byte that windows-1251 leaves undefined.
        let bytes: [UInt8] = [0xC4, 0x0A, 0x98]
        let fault = try #require(throws: Fault.self) { try utf8(bytes, from: "windows-1251") }
        #expect(fault.place == "line 2, byte 2")
        #expect(throws: Fault.self) { try utf8(bytes, from: "klingon") }
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>", ReceivedForm.html), ("\n  <HTML lang='en'>", .html), ("\u{FEFF}<html>", .html),
        ("<?xml version='1.0'?>", .xml), ("{\"a\":1}", .json), ("PK\u{3}\u{4}", .zip), ("Date,USD", .other),
        ("", .empty),
        (" \r\n\t", .empty), ("PK", .other),
    ])
    func aBodyIsKnownByItsFirstBytes(text: String, expected: ReceivedForm) {
        #expect(form(Array(text.utf8)) == expected)
    }

    @Test func theServersOwnWordsAreShownInOneLine() throws {
        let body = Array("<!DOCTYPE html>\n<title>Just a\u{1B}[31m moment…</title>".utf8)
        let fault = try #require(throws: Fault.self) { try require("CSV", body) }
        #expect(fault.message == "HTML received instead of CSV: <!DOCTYPE html> <title>Just a [31m moment </title>")
    }
}
