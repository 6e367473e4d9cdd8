import Testing
import Vocabulary

@Suite struct DayTests {
    @Test(arguments: ["1999-01-04", "2000-02-29", "1970-01-01", "1600-03-01", "2026-12-31", "0001-01-01"])
    func everyDayReadsBackAsItPrints(text: String) throws {
        #expect(try #require(Day(iso: text)).description == text)
    }

    @Test(arguments: [
        "2020-02-30", "2021-02-29", "2020-13-01", "2020-00-10", "20-01-01", "2020-1-1", "2020-01-01T00:00",
    ])
    func aDayThatDoesNotExistIsRefusedNotRolledOver(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func weekdaysCountFromMonday() throws {
        // 24 February 2022 was a Thursday; 1 January 1969 a Wednesday.
        #expect(try #require(Day(iso: "2022-02-24")).weekday == 4)
        #expect(try #require(Day(iso: "1969-01-01")).weekday == 3)
        #expect(try #require(Day(iso: "1969-12-29")).weekday == 1)
        #expect(try #require(Day(iso: "1969-12-28")).weekday == 7)
    }

    @Test func monthsAwayStopAtTheMonthsEnd() throws {
        #expect(try #require(Day(iso: "2024-03-31")).adding(months: -1).description == "2024-02-29")
        #expect(try #require(Day(iso: "2024-02-29")).adding(months: -12).description == "2023-02-28")
    }

    @Test(arguments: [
        ("2022-02-28", "2022-W09"), ("2022-03-06", "2022-W09"), ("2021-01-03", "2020-W53"), ("2020-12-31", "2020-W53"),
        ("2024-12-30", "2025-W01"), ("2023-01-01", "2022-W52"),
    ])
    func weeksFollowISO(day: String, week: String) throws {
        let found = Week(containing: try #require(Day(iso: day)))
        #expect(found.description == week)
        #expect(Week(iso: week) == found)
        #expect(found.first.weekday == 1 && found.last.weekday == 7)
    }

    @Test func aYearWithoutAWeek53RefusesIt() { #expect(Week(iso: "2021-W53") == nil) }
}
