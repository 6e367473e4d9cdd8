import Testing
import Vocabulary

/// OFAC's delta files: what was announced is told as announced.
@Suite struct OFACDeltaTests {
    private func text() throws -> String {
        String(decoding: try fixture("feeds/us-ofac-delta/answer.xml"), as: UTF8.self)
    }

    @Test("An added entity is whole, a removed one says so, of a changed one the parts that changed are told")
    func announced() throws {
        let reading = try read("ofac-delta-xml", try text())
        #expect(reading.published?.description == "2026-08-28" && reading.rows == 3 && !reading.isComplete)
        #expect(
            try reading.facts("90001") == [
                "kind vessel", "name EXAMPLE STAR (primary, strong, Latin)", "programme IFSR", "remark Action: add",
            ])
        #expect(try reading.facts("90002") == ["kind organisation", "remark Action: remove"])
        #expect(
            try reading.facts("90003") == [
                "remark Action: change",
                "remark Changed: generalInfo/remarks, update: new wording (before: old wording)",
                "remark Changed: names/name, add: aliasType A.K.A., translations translation formattedFullName EXAMPLE MOON",
                "remark Changed: sanctionsPrograms/sanctionsProgram, add: IRAN",
                "remark Changed: sanctionsPrograms/sanctionsProgram, remove: SDGT",
            ])
        #expect(reading.leftovers == [:])
    }

    @Test("The day is the one that is printed, whatever the zone behind it")
    func day() throws {
        let late = try text().replacing("2026-08-28T00:00:00-04:00", with: "2026-08-28T23:30:00-04:00")
        #expect(try read("ofac-delta-xml", late).published?.description == "2026-08-28")
        #expect(try fault("ofac-delta-xml", try text().replacing("2026-08-28T", with: "28.8.2026 ")).code == "bad_day")
    }

    @Test("What nobody expects in a changed entity is told, and an unknown attribute is counted")
    func unknown() throws {
        let reading = try read(
            "ofac-delta-xml",
            try text().replacing("refId=\"91169\" action", with: "refId=\"91169\" since=\"2026\" action"))
        _ = try reading.factsOfAll()
        #expect(reading.leftovers == ["entity/sanctionsPrograms/sanctionsProgram@since": 1])
    }
}
