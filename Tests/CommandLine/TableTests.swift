import CommandLine
import Foundation
import Tables
import TestSupport
import Testing
import Vocabulary

@Suite struct TableTests {
    @Test(arguments: OutputFormat.allCases)
    func aTablePrintsInEveryForm(format: OutputFormat) throws {
        let text = String(decoding: Toy.table.bytes(as: format), as: UTF8.self)
        try Golden.check(text, "CommandLine/table.\(format.rawValue)")
    }

    @Test(arguments: OutputFormat.allCases)
    func aTableWithoutRowsIsStillATable(format: OutputFormat) throws {
        let table = Table("rows", [[Cell]](), [.init("a", .word) { $0[0] }, .init("b", .number) { $0[1] }])
        let expected = ["text": "a  b\n", "csv": "a,b\n", "json": "{\"schema\":1,\"rows\":[]}\n"]
        #expect(String(decoding: table.bytes(as: format), as: UTF8.self) == expected[format.rawValue])
    }

    private func csv(_ cell: Cell, _ kind: Heading.Kind = .word) throws -> String {
        let table = Table("rows", [cell], [.init("x", kind) { $0 }])
        return String(String(decoding: table.bytes(as: .csv), as: UTF8.self).dropFirst(2).dropLast())
    }

    @Test(arguments: [
        (0.1, "0.1"), (-0.5, "-0.5"), (100, "100"), (1.0 / 3, "0.3333333333333333"), (1e21, "1e+21"),
        (.leastNonzeroMagnitude, "5e-324"),
        (-0.0, "0"), (.infinity, ""), (.nan, ""), (75.992, "75.992"), (0.1 + 0.2, "0.30000000000000004"),
    ])
    func doublesAreTheShortestThatReadBack(value: Double, text: String) throws {
        #expect(try csv(.number(value)) == text)
        if value.isFinite { #expect(Double(text) == value) }
    }

    @Test func everySizeOfDoubleIsPrintedAsSwiftPrintsIt() throws {
        var generator = SystemRandomNumberGenerator()
        let edges = [
            1e15, 1e16, 1.8e16, 1.9e16, 9_007_199_254_740_992, 0.0001, 0.00009999, 123_456.5, 1e-7, 1e22,
            .leastNonzeroMagnitude,
        ]
        let random = (0..<20_000).map { _ in Double(bitPattern: generator.next()) }
        let ordinary = (0..<20_000).map { _ in Double.random(in: -1...1, using: &generator) * 1000 }
        for value in (edges + random + ordinary) where value.isFinite && value != 0 {
            let described = value.description
            let expected = described.hasSuffix(".0") ? String(described.dropLast(2)) : described
            #expect(try csv(.number(value)) == expected, "\(described)")
        }
    }

    private static func column(_ kind: Heading.Kind, decimals: Int? = nil) -> Column<Cell> {
        Column("x", kind, decimals: decimals) { $0 }
    }

    /// The cell, how its column is declared, and what a person is shown.
    private static let shown: [(Cell, Column<Cell>, String)] = [
        (.number(104.99999999999999), column(.number), "105"),
        (.number(27.62651299730742), column(.number), "27.6265"),
        (.number(1_234_567.8), column(.number), "1,234,567.8"),
        (.number(0.000_023_809_523_8), column(.number), "0.0000238095"),
        (.number(1.0 / 3e9), column(.number), "3.33333e-10"),
        (.number(.nan), column(.number), ""),
        (.number(0.125), column(.number, decimals: 2), "0.13"),
        (.number(12_345.675), column(.number, decimals: 1), "12,345.7"),
        (.number(27.62651299730742, decimals: 2), column(.number, decimals: 5), "27.63"),
        (.integer(1_234_567), column(.number), "1,234,567"),
        (.integer(-1234), column(.word), "-1,234"),
        (.integer(12_345), column(.code), "12345"),
        (.number(12_345), column(.code), "12345"),
        (.published(PublishedNumber(digits: 123_450_000, decimals: 4)), column(.number), "12,345.0000"),
        (.published(PublishedNumber(digits: 1005, decimals: 3)), column(.number, decimals: 2), "1.01"),
        (.text("SDN 12345 of 2022-02-24"), column(.word), "SDN 12345 of 2022-02-24"),
    ]

    @Test(arguments: shown.indices)
    func aPersonIsShownTheDigitsThatFitTheMeasureAndThousandsInGroups(index: Int) throws {
        let (cell, column, expected) = TableTests.shown[index]
        let text = String(decoding: Table("rows", [cell], [column]).bytes(as: .text), as: UTF8.self)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[1]
        #expect(line.drop { $0 == " " } == expected)
    }

    @Test(arguments: [OutputFormat.csv, .json])
    func programsAreGivenEveryDigitAndNoGroups(format: OutputFormat) throws {
        let number = PublishedNumber(digits: 123_450_000, decimals: 4)
        let row: [Cell] = [
            .number(104.99999999999999, decimals: 2), .published(number), .integer(1_234_567), .integer(404),
        ]
        let table = Table(
            "rows", [row],
            [
                .init("a", .number, decimals: 1) { $0[0] }, .init("b", .number) { $0[1] },
                .init("c", .number) { $0[2] }, .init("d", .code) { $0[3] },
            ])
        let text = String(decoding: table.bytes(as: format), as: UTF8.self)
        for digits in ["104.99999999999999", "12345.0000", "1234567", "404"] { #expect(text.contains(digits)) }
    }

    /// CWE-1236; the list is that of OWASP's page on CSV injection and its full-width forms.
    @Test(arguments: ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"])
    func aTextThatStartsLikeAFormulaIsDisarmed(start: String) throws {
        #expect(try csv(.text(start + "cmd()")) == "\"'\(start)cmd()\"")
    }

    @Test func manyRowsWrittenAsBytesReadAsTheyWouldAsCells() throws {
        let texts = ["plain", "", "a,b", "say \"no\"", "=cmd()", " outer", "outer ", "semi;colon", "Ярославль", "1 2"]
        let columns: [Column<[Cell]>] = [
            .init("word", .word) { $0[0] }, .init("text") { $0[1] }, .init("day", .day) { $0[2] },
            .init("number", .number) { $0[3] }, .init("count", .number) { $0[4] },
            .init("published", .number) { $0[5] },
        ]
        let day = try #require(Day(iso: "2022-02-24"))
        var rows: [[Cell]] = []
        var buffer = CSVBuffer(columns.map(\.heading))
        for (index, text) in texts.enumerated() {
            let number = index % 2 == 0 ? Double(index) / 3 : nil
            let printed = PublishedNumber(digits: Int64(index * 125), decimals: 2)
            rows.append([
                text.isEmpty ? .none : .text(text), text.isEmpty ? .none : .text(text), .day(day), Cell(number),
                .integer(index), .published(printed),
            ])
            buffer.append(text)
            buffer.append(text)
            buffer.append(day)
            buffer.append(number)
            buffer.append(index)
            buffer.append(printed)
        }
        let table = Table("rows", rows, columns)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == String(decoding: table.bytes(as: .csv), as: UTF8.self))
        buffer.removeAll()
        #expect(buffer.bytes.isEmpty)
    }

    private static let figures: [(Int64, UInt8)] = [
        (0, 0), (0, 2), (5, 2), (-5, 2), (13600, 2), (-13600, 2), (123, 3), (7, 0), (-7, 0), (.max, 4), (.min, 18),
        (.min, 22),
    ]

    @Test(arguments: figures)
    func publishedFiguresKeepTheirDigits(digits: Int64, decimals: UInt8) throws {
        let number = PublishedNumber(digits: digits, decimals: decimals)
        #expect(try csv(.published(number)) == number.description)
    }

    @Test(arguments: [
        "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2022-02-25T01:50:09Z",
        "9999-12-31T10:07:00Z",
    ])
    func instantsAndDaysReadBack(text: String) throws {
        #expect(try csv(.instant(#require(Instant(iso: text)))) == text)
        #expect(try csv(.day(#require(Day(iso: text.prefix(10))))) == text.prefix(10))
    }

    @Test func numbersAreNeverDisarmed() throws {
        #expect(try csv(.number(-0.5)) == "-0.5")
        #expect(try csv(.published(PublishedNumber(digits: -50, decimals: 2))) == "-0.50")
        #expect(try csv(.integer(-3)) == "-3")
    }

    @Test func wordsAreQuotedOnlyWhereTheyMustAndTextsAlways() throws {
        #expect(try csv(.text("us-ofac-sdn")) == "us-ofac-sdn")
        #expect(try csv(.text("a;b")) == "\"a;b\"")
        #expect(try csv(.text(" a")) == "\" a\"")
        #expect(try csv(.text("a"), .text) == "\"a\"")
        #expect(try csv(.text("say \"x\""), .text) == "\"say \"\"x\"\"\"")
        #expect(try csv(.text(""), .text) == "\"\"")
        #expect(try csv(.none, .text) == "")
        #expect(try csv(.boolean(true)) == "true")
    }

    private static let names = [
        "a", "\"", "a,b", "x\ny", "tab\there", "\\", "\u{1b}[0m", "\u{202e}", "東京", "", "\u{1f}",
    ]
    private static let hostile = Table(
        "rows", names, [.init("name") { .text($0) }, .init("value", .number) { _ in .number(1.5) }])

    @Test(.enabled(if: Execution.isInstalled("python3"), "python3 is not installed"))
    func anotherProgramReadsTheSameValuesBack() throws {
        let folder = try TemporaryFolder()
        let csv = try folder.write("x.csv", TableTests.hostile.bytes(as: .csv))
        let json = try folder.write("x.json", TableTests.hostile.bytes(as: .json))
        let script = """
            import csv, json, sys
            rows = list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
            document = json.load(open(sys.argv[2], encoding="utf-8"))
            assert document["schema"] == 1
            assert [r["name"] for r in rows] == [r["name"] for r in document["rows"]]
            print(json.dumps([r["name"] for r in document["rows"]]))
            """
        let run = try Execution.run(["python3", "-c", script, csv, json])
        #expect(run.errors == "")
        let names = try JSONDecoder().decode([String].self, from: Data(run.output.utf8))
        #expect(names.map { Array($0.utf8) } == TableTests.names.map { Array($0.utf8) })
    }

    @Test func jsonKeepsTheOrderOfItsKeysAndEscapesWhatATerminalObeys() {
        let bytes = JSON.document([
            "events": .array([
                .object([("b", .null), ("a", .literal("136.00")), ("t", .string("\u{1b}\u{9b}\u{202e}\n\"é"))])
            ])
        ])
        let expected = #"{"schema":1,"events":[{"b":null,"a":136.00,"t":"\u001b\u009b\u202e\n\"é"}]}"# + "\n"
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    /// People and programs may know a column by different names, in different places.
    @Test(arguments: [
        (OutputFormat.text, "day %  rows\n 0.50     1\n"), (.csv, "run,day_pct,rows\na,0.5,1\n"),
        (.json, "{\"schema\":1,\"runs\":[\n{\"run\":\"a\",\"day_pct\":0.5,\"rows\":1}\n]}\n"),
    ])
    func aFormPrintsTheColumnsOfItsAudienceOnly(format: OutputFormat, expected: String) {
        let table = Table(
            "runs", ["a"],
            [
                .init("run", .word, for: .programs) { .text($0) },
                .init("day %", .number, for: .people, decimals: 2) { _ in .number(0.5) },
                .init("day_pct", .number, for: .programs) { _ in .number(0.5) },
                .init("rows", .number) { _ in .integer(1) },
            ])
        #expect(String(decoding: table.bytes(as: format), as: UTF8.self) == expected)
    }

    @Test func longTablesAreWrittenInPieces() throws {
        let seen = Collected()
        var writer = TableWriter<Int>("rows", [.init("n", .number) { .integer($0) }], as: .csv, to: seen.output)
        for number in 0..<100_000 { try writer.write(number) }
        #expect(seen.text.utf8.count > 500_000)
        try writer.finish()
        let expected = "n\n" + (0..<100_000).map { "\($0)\n" }.joined()
        #expect(seen.text == expected)
    }
}
