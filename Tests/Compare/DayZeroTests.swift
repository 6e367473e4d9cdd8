import Testing
import Vocabulary

@testable import Compare

@Suite struct DayZeroTests {
    // Friday 15, Saturday 16, Monday 18 January 2021; Tuesday 19 is closed.
    @Test(arguments: [
        ("2021-01-18", 0, "2021-01-18", "same"), ("2021-01-18", 1, "2021-01-20", "after_fix"),
        ("2021-01-16", 0, "2021-01-18", "rolled+2"), ("2021-01-16", 1, "2021-01-18", "after_fix"),
        ("2021-01-17", 0, "2021-01-18", "rolled+1"), ("2021-01-19", 0, "2021-01-20", "rolled+1"),
        ("2021-01-15", 1, "2021-01-18", "after_fix"),
    ])
    func aDateMapsForwardsByItsRule(on: String, rule: Int, expected: String, mapping: String) throws {
        let table = try SyntheticSource().table(closed: [271])
        let found = DayZero.locate(event("E", on), rule: rule, in: table)
        #expect(found?.day == day(expected))
        #expect(found?.mapping.description == mapping)
        #expect(found?.afterFix == rule)
    }

    // The fix is at 13:15 UTC.
    @Test(arguments: [
        ("2021-01-18", "2021-01-18T13:14:59Z", "2021-01-18", "same", 0),
        ("2021-01-18", "2021-01-18T13:15:00Z", "2021-01-19", "after_fix", 1),
        ("2021-01-18", "2021-01-18T20:00:00Z", "2021-01-19", "after_fix", 1),
        ("2021-01-16", "2021-01-16T10:00:00Z", "2021-01-18", "rolled+2", 0),
        ("2021-01-15", "2021-01-15T18:00:00Z", "2021-01-18", "after_fix", 1),
        // Evening in Washington is already the next day in UTC.
        ("2021-01-18", "2021-01-19T01:50:00Z", "2021-01-19", "after_fix", 1),
    ])
    func anEventWithATimeShowsOnTheFirstFixAfterIt(
        on: String, time: String, expected: String, mapping: String, afterFix: Int
    ) throws {
        var timed = event("E", on)
        timed.time = Instant(iso: time)
        timed.afterFix = 0
        let rules = DayZero.rules(timed, asked: [0, 1])
        #expect(rules.count == 1)
        let found = DayZero.locate(timed, rule: rules[0], in: try SyntheticSource().table())
        #expect(found?.day == day(expected))
        #expect(found?.mapping.description == mapping)
        #expect(found?.afterFix == afterFix)
    }

    @Test(arguments: ["2020-01-05", "2021-02-27", "2030-01-01"])
    func beforeTheFirstAndAfterTheLastRowThereIsNone(on: String) throws {
        #expect(DayZero.locate(event("E", on), rule: 0, in: try SyntheticSource().table()) == nil)
    }

    @Test func theRowsOwnRuleWinsOverTheCallers() throws {
        var own = event("E", "2021-01-18")
        #expect(DayZero.rules(own, asked: [0, 1]) == [0, 1])
        own.afterFix = 1
        #expect(DayZero.rules(own, asked: [0]) == [1])
    }

    @Test func anEventOnAClosedDayIsNeverDropped() throws {
        var comparison = try SyntheticSource().comparison([event("E", "2021-01-16")])
        comparison.afterFix = [0, 1]
        let rows = try comparison.rows()
        #expect(rows.count == 8)
        #expect(rows.allSatisfy { $0.status == .ok && $0.dayZero?.day == day("2021-01-18") })
    }

    @Test func otherEventsOfTheCountryCloseByAreNamed() throws {
        let events = [
            event("E", "2021-01-18"), event("before", "2021-01-15"), event("too-early", "2021-01-14"),
            event("saturday", "2021-01-16"), event("last", "2021-01-22"), event("too-late", "2021-01-23"),
            event("elsewhere", "2021-01-18", countries: ["XB"]),
            event("both", "2021-01-19", ["GBP"], countries: ["XB", "XA"]),
        ]
        let rows = try SyntheticSource().comparison(events).rows()
        #expect(rows[0].confounders == ["before", "saturday", "last", "both"])
        var alone = try SyntheticSource().comparison([events[0]])
        #expect(try alone.rows()[0].confounders.isEmpty)
        alone.knownEvents = events
        #expect(try alone.rows()[0].confounders.count == 4)
    }
}
