import Formats
import Testing
import Vocabulary

@Suite struct CSVScannerTests {
    private func rows(_ text: String, separator: Character = ",") throws -> [[String]] {
        let bytes = Array(text.utf8)
        var scanner = CSVScanner(0..<bytes.count, separator: try #require(separator.asciiValue))
        var rows: [[String]] = []
        while try scanner.next(bytes.span) {
            var row: [String] = []
            for column in scanner.fields.indices { row.append(try scanner.text(column, bytes.span)) }
            rows.append(row)
        }
        return rows
    }

    // Expected as Python's csv module reads them.
    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b", [["a", "b"]]), ("a,\n", [["a", ""]]), (",\n", [["", ""]]), ("\n\na\n\n", [["a"]]), ("", []),
        ("\"a,b\",c\n", [["a,b", "c"]]), ("\"a\"\"b\",c\n", [["a\"b", "c"]]), ("\"\",\"\"\"\"\n", [["", "\""]]),
        ("\"a\nb\",c\nd,e\n", [["a\nb", "c"], ["d", "e"]]), ("\"a\r\nb\"\r\nc\r\n", [["a\r\nb"], ["c"]]),
        ("a b, c \n", [["a b", " c "]]), ("\"a\"", [["a"]]), ("a\rb,c\n", [["a\rb", "c"]]), ("\"\"\n", [[""]]),
        ("é,日本\n", [["é", "日本"]]),
    ])
    func rowsReadAsRFC4180Says(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test func theSeparatorIsTheCallersChoice() throws {
        #expect(try rows("a;b,c;\"d;e\"\n", separator: ";") == [["a", "b,c", "d;e"]])
    }

    @Test(arguments: [
        ("a\n\"b", "unterminated_quote", "line 2, byte 4"), ("a,\"b\nc\n", "unterminated_quote", "line 1, byte 7"),
        ("a\n\"b\"c\n", "stray_quote", "line 2, byte 5"), ("a\nb\"c\"\n", "stray_quote", "line 2, byte 3"),
    ])
    func aQuoteInTheWrongPlaceIsNamed(text: String, code: String, place: String) throws {
        let fault = try #require(throws: Fault.self) { try rows(text) }
        #expect(fault.code == code)
        #expect(fault.place == place)
    }

    @Test func linesAreCountedThroughQuotedOnes() throws {
        let bytes = Array("a\n\"b\nc\"\n\nd".utf8)
        var scanner = CSVScanner(0..<bytes.count)
        var lines: [Int] = []
        var terminated: [Bool] = []
        while try scanner.next(bytes.span) {
            lines.append(scanner.line)
            terminated.append(scanner.isTerminated)
        }
        #expect(lines == [1, 2, 5])
        #expect(terminated == [true, true, false])
    }

    @Test func aRowKnowsItsBytes() throws {
        let bytes = Array("ab,c\r\nd\n".utf8)
        var scanner = CSVScanner(0..<bytes.count)
        _ = try scanner.next(bytes.span)
        #expect(scanner.row == 0..<4)
        _ = try scanner.next(bytes.span)
        #expect(scanner.row == 6..<7)
    }
}
