import TestSupport
import Testing

/// What Sample/README.md says of itself.
@Suite struct SampleTests {
    @Test func theTwoFetchesGiveTheCountsOfItsReadMe() throws {
        let desk = try FetchedSample.shared.get()
        let steps = try desk.rows("changes", "--summary", "step")
        let ofac = try #require(steps.first { $0["list"] == "us-ofac-sdn" })
        #expect(ofac["entries"] == "71" && ofac["added"] == "29" && ofac["removed"] == "0")
        #expect(ofac["modified"] == "7" && ofac["raw_changed"] == "7")
        #expect(ofac["renamed"] == "3" && ofac["programme_changed"] == "7")
        #expect(steps.first { $0["list"] == "un-sc" }?["added"] == "1")
        #expect(steps.count == 2)
        #expect(try desk.rows("entries", "us-ofac-sdn", "--on", "2022-02-24").count == 42)
        #expect(try desk.rows("entries", "un-sc").contains { $0["name"]?.contains("HOUTHIS") == true })
        #expect(try desk.rows("events", "list").count == 17)
        let rouble = try desk.rows("rates", "EUR/RUB:reference:ecb")
        #expect(rouble.first?["day"] == "2020-12-28")
        #expect(rouble.last?["day"] == "2022-03-01" && rouble.last?["value"] == "117.201")
        #expect(try desk.rows("rates", "EUR/USD:reference:ecb").last?["day"] == "2022-03-03")
    }

    @Test func aFetchOfUnchangedFilesIsUnchangedAndAddsNothing() throws {
        let desk = try Desk(.sample)
        #expect(try desk.run("fetch", now: "2022-02-25T01:50:29Z").status == 0)
        let before = try desk.state()
        let again = try desk.rows("fetch", "--force", now: "2022-02-25T02:50:29Z")
        #expect(again.count == 5)
        #expect(again.allSatisfy { $0["outcome"] == "unchanged" && $0["changes"] == "0" })
        #expect(try desk.state() == before)
        try desk.verify()
    }

    @Test func aChangeIsOfTheDayOfThePublisherAndNotOfTheUTCDayOnWhichItWasSeen() throws {
        let desk = try FetchedSample.shared.get()
        let days = Set(try desk.rows("changes", "us-ofac-sdn").compactMap { $0["day"] })
        #expect(days == ["2022-03-03"])
        #expect(try desk.rows("changes", "us-ofac-sdn", "--from", "2022-03-04").isEmpty)
    }
}
