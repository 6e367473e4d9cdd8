import Readers
import Testing
import Vocabulary

@Suite struct OpenSanctionsCSVTests {
    private func text() throws -> String {
        String(decoding: try fixture("feeds/opensanctions/answer.csv"), as: UTF8.self)
    }

    @Test func theWholeTableReadsWithoutLeftovers() throws {
        let reading = try read("opensanctions-csv", try text())
        let kinds = try reading.factsOfAll().mapValues { $0.first ?? "" }
        #expect(
            kinds == [
                "ofac-25308": "kind person", "ofac-36": "kind organisation", "ofac-15036": "kind vessel",
                "NK-EXAMPLE1": "kind organisation", "NK-EXAMPLE2": "kind aircraft", "NK-EXAMPLE3": "kind other",
            ])
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.absent == [] && reading.warnings == [])
    }

    @Test func everyColumnBecomesAFact() throws {
        let facts = try read("opensanctions-csv", try text()).facts("ofac-25308")
        #expect(
            facts == [
                "kind person", "name Steven YAN (aka)", "name William ZHOU (aka)", "name YAN Xiaobing (primary)",
                "name 闫小兵 (aka, Hani)", "birth_date 1977-03-25 (exact)", "country CN", "programme US-NARCO",
                "source_list US OFAC Specially Designated Nationals (SDN) List", "address Wuhan, Hubei",
                "identifier 421002197703250019 (other)", "updated_on 2024-01-10", "remark Sanctions: SDNTK",
            ])
    }

    @Test func aCellIsARowOfItsOwnWithQuotesAroundWhatHoldsItsSeparator() throws {
        let facts = try read("opensanctions-csv", try text()).facts("NK-EXAMPLE1")
        for fact in [
            "name EXAMPLE \"SEVER\" LTD (primary)", "name Example \"Sever\" (aka)", "name Example; Sever (aka)",
            "address 1 Example Street; floor 2, Moscow", "address Box 7, Moscow", "country RU", "country suhh",
            "programme EU-UKR", "programme US-RUSHAR", "source_list EU Financial Sanctions Files (FSF)",
            "contact +70000000000", "contact info@example.org", "remark Sanctions: Decree 1 - 2022-02-25",
            "remark Sanctions: EXAMPLE; second measure",
        ] {
            #expect(facts.contains(fact), "\(facts)")
        }
    }

    @Test func aCellThatIsNoListIsRefusedWithTheEntryAndColumn() throws {
        let broken = try text().replacing("\"CUBA\"", with: "\"a \"\"b\"\" c\"")
        let fault = try #require(throws: Fault.self) { try read("opensanctions-csv", broken).factsOfAll() }
        #expect(fault.code == "bad_cell" && fault.place == "ofac-36" && fault.message.contains("sanctions"))
    }

    @Test func theDaysOfThePublishersVisitsAreNoFacts() throws {
        let later = try text().replacing("2024-05-01T06:21:03", with: "2024-05-02T06:20:11")
        #expect(
            try read("opensanctions-csv", later).factsOfAll()
                == (try read("opensanctions-csv", try text()).factsOfAll()))
    }

    @Test func brokenFilesAreNamedForWhatTheyAre() throws {
        let text = try text()
        for (broken, code) in [
            ("", "empty_file"), ("<!DOCTYPE html><html></html>", "html_received"), ("{\"a\":1}\n", "json_received"),
            (text.replacing("\"schema\"", with: "\"type\""), "wrong_header"),
            (String(text.dropLast(40)), "unterminated_quote"),
            (String(text.prefix { $0 != "\n" }) + "\n", "no_rows"),
            (text.replacing("\"ofac-36\"", with: "\"\""), "bad_key"),
        ] {
            #expect(try fault("opensanctions-csv", broken).code == code, "\(broken.prefix(40))")
        }
        #expect(throws: Fault.self) { try read("opensanctions-csv", Array(text.utf8) + [0xE9, 10]) }
    }

    @Test func renamedColumnsAndRepeatedIdsAreTold() throws {
        let renamed = try read("opensanctions-csv", try text().replacing("\"aliases\"", with: "\"aka\""))
        _ = try renamed.factsOfAll()
        #expect(renamed.absent == ["aliases"] && renamed.leftovers == ["aka": 4])
        let repeated = try read("opensanctions-csv", try text().replacing("\"ofac-36\"", with: "\"ofac-25308\""))
        #expect(repeated.conflicts.count == 1 && repeated.rows == 5)
    }
}
