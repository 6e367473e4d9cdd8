import Testing

@testable import Readers

/// Dates of birth as lists print them in one cell.
@Suite struct PrintedDatesTests {
    @Test(
        "A date with a month's name reads in the orders that publishers use",
        arguments: [
            ("1 Jan. 1967", "1967-01-01"), ("12. Mar 1965", "1965-03-12"), ("March, 1965", "1965-03"),
            ("Sept 1971", "1971-09"), ("23-Apr-68", "1968-04-23"), ("Sep-99", "1999-09"),
            ("March 15, 1970", "1970-03-15"),
            ("1st May 1970", "1970-05-01"), ("1970, 15 March", "1970-03-15"), ("1970s", "1970/1979"),
            ("born in the early 1970s", "1970/1979"), ("Approximately 1960- 1962", "1960/1962"),
            ("March 1960 to March 1962", "1960-03/1962-03"), ("1965.", "1965"), ("Circa 1960-1962", "1960/1962"),
        ])
    func reads(printed: String, text: String) { #expect(PartialDate(printed)?.text == text) }

    @Test(
        "What could be read in two ways, or is half a date, is none",
        arguments: ["Sep-05", "23-Apr-12", "15 March", "1975s", "May", "32 May 1970", "1 2 May 1970", "late 1970"])
    func none(printed: String) { #expect(PartialDate(printed)?.text == nil) }

    @Test(
        "A cell of several dates is read whole or not at all",
        arguments: [
            ("1999, 2003", ["1999", "2003"]), ("1945, 1946", ["1945", "1946"]),
            ("Approximately 1942, Approximately 1948", ["circa 1942", "circa 1948"]),
            ("1963 or 1964", ["1963", "1964"]), ("1965-07-15 OR 1969-09-28", ["1965-07-15", "1969-09-28"]),
            ("1/1/1965; alt DOB: 2/2/1966", ["1965-01-01", "1966-02-02"]),
            ("15 Mar 1970 >> 20 Apr 1970 >> 8 Aug 1970", ["1970-03-15", "1970-04-20", "1970-08-08"]),
            ("Between 1960 and 1965 or 1970", ["1960/1965", "1970"]),
            ("12 December 1970, or 16 January 1971", ["1970-12-12", "1971-01-16"]),
            ("March 15, 1970, 1971", ["1970-03-15", "1971"]),
            ("12 May 1970 (as one name) 1968 (as another)", ["1970-05-12 [as one name]", "1968 [as another]"]),
            ("c. 1970 or 15 March 1971", ["circa 1970", "1971-03-15"]),
        ])
    func several(cell: String, dates: [String]) throws {
        let found = try #require(PrintedDates.all(cell))
        #expect(
            found.map { ($0.date.isCirca ? "circa " : "") + $0.date.text + ($0.note.isEmpty ? "" : " [\($0.note)]") }
                == dates)
    }

    @Test(
        "A cell of which a part is no date is none",
        arguments: ["1999, unknown", "1963 or so", "1999, 2003, 15 March", "a 1970", "or", ""])
    func notAll(cell: String) { #expect(PrintedDates.all(cell)?.count == nil) }
}
