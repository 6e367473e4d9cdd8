import Testing
import Vocabulary
import Zones

@Suite struct ZoneTests {
    @Test(
        "A moment falls on the day that the publisher's wall calendar shows",
        arguments: [
            // OFAC's listings of 24 February 2022 were first seen at 01:50 UTC of the 25th.
            ("America/New_York", "2022-02-25T01:50:29Z", "2022-02-24", "20:50"),
            ("America/New_York", "2022-03-13T06:59:00Z", "2022-03-13", "01:59"),
            ("America/New_York", "2022-03-13T07:00:00Z", "2022-03-13", "03:00"),
            ("Europe/Berlin", "2022-02-25T01:50:29Z", "2022-02-25", "02:50"),
            ("Asia/Tehran", "2022-02-24T20:29:59Z", "2022-02-24", "23:59"),
            ("Asia/Tehran", "2022-02-24T20:30:00Z", "2022-02-25", "00:00"),
            ("Pacific/Apia", "2011-12-30T09:59:00Z", "2011-12-29", "23:59"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", "00:00"),
            ("UTC", "2022-02-25T01:50:29Z", "2022-02-25", "01:50"),
        ])
    func localDay(zone: String, utc: String, day: String, time: String) throws {
        let zone = try #require(Zone(zone))
        let instant = try #require(Instant(iso: utc))
        #expect(zone.day(of: instant).description == day)
        #expect(zone.time(of: instant)?.description == time)
    }

    @Test(
        "A local time is the moment at which the clock shows it",
        arguments: [
            ("Europe/Berlin", "2022-02-24", "14:15", "2022-02-24T13:15:00Z"),
            ("Europe/Berlin", "2022-07-01", "14:15", "2022-07-01T12:15:00Z"),
            ("America/New_York", "2022-02-24", "16:00", "2022-02-24T21:00:00Z"),
            ("Asia/Kolkata", "2022-02-24", "13:30", "2022-02-24T08:00:00Z"),
            // The clock goes back: 02:30 comes at 00:30 and at 01:30 UTC, and the first is meant.
            ("Europe/Berlin", "2022-10-30", "02:30", "2022-10-30T00:30:00Z"),
            ("Europe/Berlin", "2022-10-30", "03:00", "2022-10-30T02:00:00Z"),
            ("UTC", "1969-12-31", "23:59", "1969-12-31T23:59:00Z"),
        ])
    func moment(zone: String, day: String, time: String, utc: String) throws {
        let zone = try #require(Zone(zone))
        let found = try zone.instant(try #require(Day(iso: day)), try #require(TimeOfDay(time)))
        #expect(found.description == utc)
    }

    @Test(
        "A time that the clock skips is refused",
        arguments: [
            ("Europe/Berlin", "2022-03-27", "02:30"), ("America/New_York", "2022-03-13", "02:00"),
            ("Pacific/Apia", "2011-12-30", "12:00"),
        ])
    func skipped(zone: String, day: String, time: String) throws {
        let zone = try #require(Zone(zone))
        let fault = try #require(
            throws: Fault.self, performing: { try zone.instant(#require(Day(iso: day)), #require(TimeOfDay(time))) })
        #expect(fault.message == "\(day) has no \(time) in \(zone.identifier): the clock skips it")
    }

    @Test(
        "Only names of the IANA database are zones", arguments: ["EST", "+03:00", "Europe/Frankfurt", "", "utc", "/"])
    func unknownNames(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test(
        "A time of day has two digits, a colon and two digits",
        arguments: ["24:00", "14:60", "1:15", "14.15", "", "14:15:00", "１４:15"])
    func badTimes(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("Times of day print as they are written and sort by the clock")
    func times() throws {
        let (early, late) = (try #require(TimeOfDay("00:05")), try #require(TimeOfDay("23:59")))
        #expect(early < late)
        #expect([early.description, late.description] == ["00:05", "23:59"])
    }
}
