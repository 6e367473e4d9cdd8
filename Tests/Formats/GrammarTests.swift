import Formats
import Testing
import Vocabulary

@Suite struct GrammarTests {
    @Test(arguments: [
        ("136.00", 13600, 2), ("136", 136, 0), ("-0.5", -5, 1), ("+1.25", 125, 2), ("0.0001", 1, 4), ("007", 7, 0),
        ("999999999999999999", 999_999_999_999_999_999, 0), ("-0", 0, 0),
    ])
    func aDecimalNumberReads(text: String, digits: Int64, decimals: UInt8) {
        #expect(PublishedNumber(printed: text) == PublishedNumber(digits: digits, decimals: decimals))
    }

    @Test(arguments: [
        "", "-", "+", ".", ".5", "5.", "1.2.3", "1,150", "1 000", " 1", "1 ", "1e5", "0x1p10", "nan", "inf", "--1",
        "+-1",
        "12abc", "１２", "1_000", "1234567890123456789", "0.1234567890123456789",
    ])
    func whatIsNoDecimalNumberIsRefused(text: String) {
        #expect(PublishedNumber(printed: text) == nil)
    }

    @Test(arguments: [
        ("30 October 2026", "2026-10-30"), ("1 Oct 2026", "2026-10-01"), ("01 Jan 1970", "1970-01-01"),
        ("29 FEB 2024", "2024-02-29"), ("4 may 2020", "2020-05-04"),
    ])
    func anEnglishDayReads(text: String, day: String) {
        #expect(Day(english: text)?.description == day)
    }

    @Test(arguments: [
        "29 Feb 2023", "31 Apr 2020", "0 Jan 2020", "1 Octo 2026", "October 30 2026", "30 October 26", "30-Oct-2026",
        "30  October 2026", "030 Oct 2026", "", "  ", "30 October", "30 October 2026 ",
    ])
    func whatIsNoEnglishDayIsRefused(text: String) {
        #expect(Day(english: text) == nil)
    }

    @Test func aDayWithTheMonthFirstReads() {
        func day(_ text: String) -> String? {
            let bytes = Array(text.utf8)
            return Day(monthFirst: bytes.span, 0..<bytes.count)?.description
        }
        #expect(day("03/10/2021") == "2021-03-10")
        #expect(day("13/10/2021") == nil)
        #expect(day("3/10/2021") == nil)
        #expect(day("03-10-2021") == nil)
    }
}
