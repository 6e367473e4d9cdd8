import Testing

@testable import Readers

@Suite struct PartialDateTests {
    @Test(
        "A date is read as far as it is known, and no further",
        arguments: [
            ("1965-04-29", "1965-04-29"), ("1965-04", "1965-04"), ("1965", "1965"), ("29/04/1965", "1965-04-29"),
            ("dd/mm/1965", "1965"), ("dd/04/1965", "1965-04"), ("00/00/1965", "1965"), ("00/04/1965", "1965-04"),
            ("1/2/1965", "1965-02-01"), ("29 Apr 1965", "1965-04-29"), ("Apr 1965", "1965-04"),
            ("April 1965", "1965-04"), ("circa 1965", "1965"), ("1961 to 1962", "1961/1962"),
            ("1961-1962", "1961/1962"),
            ("between 1961 and 1962", "1961/1962"), ("29.04.1965", "1965-04-29"),
        ])
    func read(printed: String, text: String) { #expect(PartialDate(printed)?.text == text) }

    @Test(
        "What is no date is none",
        arguments: [
            "", "23861", "1965-02-30", "30/02/1965", "29/13/1965", "unknown", "0000", "1965 or so", "65", "04/29/1965",
            "1965-4-29", "29/04/65",
        ])
    func none(printed: String) { #expect(PartialDate(printed)?.text == nil) }

    @Test(
        "A Japanese date is read as far as it is known, about and decades told",
        arguments: [
            ("1941/8/20", "1941-08-20", false), ("1941年8月20日", "1941-08-20", false), ("1958年1月", "1958-01", false),
            ("1970年", "1970", false), ("1963年頃", "1963", true), ("約1963年", "1963", true), ("1960年代", "1960s", false),
            // No such day, and no date: the words stay.
            ("1941/2/30", "1941/2/30", false), ("不明", "不明", false), ("昭和16年", "昭和16年", false),
        ])
    func japanese(printed: String, text: String, isCirca: Bool) {
        #expect(JapaneseDate.plain(printed) == (text, isCirca))
    }

    @Test func circaAndRangesAreTold() throws {
        #expect(try #require(PartialDate("circa 1965")).isCirca)
        #expect(try #require(PartialDate("1961-1962")).isRange)
        #expect(try #require(PartialDate("1961-01-02")).isDay)
    }
}
