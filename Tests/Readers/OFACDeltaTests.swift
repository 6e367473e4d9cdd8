import Testing
import Vocabulary

/// OFAC's delta files, as they are described.
@Suite struct OFACDeltaTests {
    @Test func aDeltaAnnouncesAndIsNoList() throws {
        let first = try read("ofac-delta-xml", try fixture("feeds/us-ofac-delta/answer.xml"))
        #expect(first.published?.description == "2022-03-03" && first.rows == 2 && !first.isComplete)
        #expect(
            try first.facts("35301") == [
                "kind vessel", "name DILBAR (primary, strong, Latin)", "programme RUSSIA-EO14024", "remark Action: add",
            ])
        let second = try read("ofac-delta-xml", try fixture("readers/ofac-delta-xml/2022-03-11_delta.xml"))
        #expect(second.facets[0].entries.map(\.id) == ["35301"] && second.facets[0].removed == ["35302"])
        #expect(try second.facts("35301").contains("remark Action: change"))
    }
}
