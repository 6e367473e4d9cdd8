import Foundation
import Testing
import Vocabulary

@testable import Store

/// Events are kept as Foundation's coder would write them, which earlier versions did: equal events stay equal text.
@Suite struct CellTextTests {
    private static func cells(seed: UInt64) -> [String: String] {
        var random = SplitMix(state: seed)
        var cells: [String: String] = [:]
        for name in EventText.columns + EventText.inner where random.next() % 3 > 0 {
            let scalars = (0..<(random.next() % 40)).compactMap { _ in
                Unicode.Scalar(UInt32(random.next() % [0x30, 0x80, 0x800, 0x2100, 0x20000][Int(random.next() % 5)]))
            }
            cells[name] = String(String.UnicodeScalarView(scalars))
        }
        return cells
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func cellsAreWrittenAsFoundationWritesThemAndReadBack(seed: UInt64) throws {
        let cells = Self.cells(seed: seed)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = CellText.encode(cells)
        #expect(Array(text.utf8) == Array(try encoder.encode(cells)))
        #expect(try CellText.decode(text) == cells)
    }

    @Test func everyControlCharacterIsEscapedAsFoundationEscapesIt() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for code in (0...0x9f as ClosedRange<UInt32>) + [0x2028, 0x2029, 0xfeff, 0x1f600] {
            let cells = ["title": "a\(Unicode.Scalar(code).map { String($0) } ?? "")b"]
            #expect(Array(CellText.encode(cells).utf8) == Array(try encoder.encode(cells)), "\(code)")
            #expect(try CellText.decode(CellText.encode(cells)) == cells, "\(code)")
        }
    }

    @Test(arguments: [
        "", "{", "{}x", "[]", #"{"a"}"#, #"{"a":1}"#, #"{"a":"b"#, #"{"a":"b",}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#,
        #"{"a":"\ud800"}"#, #"{"a":"b"}}"#,
    ])
    func aTextThatIsNoneOfOursIsAFaultAndNoEvent(_ text: String) {
        #expect(throws: Fault.self) { try CellText.decode(text) }
    }
}
