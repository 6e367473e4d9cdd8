import Foundation
import Testing
import Vocabulary

/// OFAC's enhanced XML, as its schema describes it.
@Suite struct OFACEnhancedTests {
    private func text() throws -> String {
        String(decoding: try fixture("feeds/us-ofac-sdn-enhanced/answer.xml"), as: UTF8.self)
    }

    @Test func everyElementOfAnEntityIsAFactOrLeftOutByName() throws {
        let reading = try read("ofac-enhanced-xml", try text())
        #expect(reading.published?.description == "2025-12-18")
        #expect(
            try reading.facts("35283") == [
                "kind person", "name USMANOV, Alisher Burhanovich (primary, strong, Latin)",
                "name УСМАНОВ, Алишер (aka, weak, Cyrl, Cyrillic)", "birth_date 1953-09-09 (exact)",
                "birth_place Chust, Uzbekistan", "nationality RU (Russia)", "country RU (Russia)",
                "programme RUSSIA-EO14024", "legal_basis Executive Order 14024", "restriction block (Block)",
                "source_list SDN List", "address Moscow (RU)",
                "identifier 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h (wallet, XBT)", "identifier 772879702570 (tax, RU)",
                "listed_on 2022-03-03 (SDN List)", "link DILBAR (Owner or Controller of, 35301)",
            ])
        #expect(try reading.facts("35301").contains("identifier 9661792 (imo)"))
        // What the publisher's word forbids is not guessed.
        #expect(try reading.facts("35301").contains("remark Sanctions type: Prohibited"))
        #expect(reading.leftovers == [:] && reading.conflicts == [])
    }

    @Test func whatTheSchemaDoesNotKnowIsCounted() throws {
        let drifted = try text().replacingOccurrences(of: "<names>", with: "<risk>high</risk><names>")
        let reading = try read("ofac-enhanced-xml", drifted)
        _ = try reading.factsOfAll()
        #expect(reading.leftovers == ["entity/risk": 2])
    }

    @Test func aZipThatIsCutAndADateThatIsNoneAreRefused() throws {
        #expect(try fault("ofac-enhanced-xml", [0x50, 0x4B, 0x03, 0x04, 0, 0, 0]).code == "cut_zip")
        let undated = try text().replacingOccurrences(of: "2025-12-18T10", with: "soon")
        #expect(try fault("ofac-enhanced-xml", undated).code == "bad_day")
    }
}
