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

    @Test func circaAndRangesAreTold() throws {
        #expect(try #require(PartialDate("circa 1965")).isCirca)
        #expect(try #require(PartialDate("1961-1962")).isRange)
        #expect(try #require(PartialDate("1961-01-02")).isDay)
    }
}
