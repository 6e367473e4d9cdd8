import Testing
import Vocabulary

/// OFAC's lists other than the SDN list: the CSV set, and what XML tells of directives.
@Suite struct OFACConsolidatedTests {
    @Test func theSetHasTheColumnsOfTheSDNSetUnderNamesOfItsOwn() throws {
        let parts = try ["cons_prim", "cons_add", "cons_alt"].map {
            (name: $0, bytes: try fixture("feeds/us-ofac-cons-csv/\($0).csv"))
        }
        let reading = try read("ofac-cons-csv", parts)
        #expect(reading.facets.map(\.name) == ["cons_prim", "cons_add", "cons_alt"])
        #expect(reading.rows == 3 && reading.warnings == [] && reading.leftovers == [:])
        #expect(
            try reading.facts("9639", "cons_prim") == [
                "kind person", "name HANIYA, Ismail Abdul Salah (primary, strong)", "birth_date 1962 (exact)",
                "birth_place Shati", "programme NS-PLC",
            ])
        #expect(try reading.facts("17013", "cons_prim").filter { $0.hasPrefix("programme") }.count == 2)
        #expect(try reading.facts("9640", "cons_alt") == ["name ABU TAIR, Mohammed Mahmud (aka, strong)"])
        #expect(try reading.facts("17013", "cons_add").contains("country RU (Russia)"))
    }

    @Test func aPartThatIsNotTheMainOneDoesNotStandAlone() throws {
        let fault = try #require(throws: Fault.self) {
            try read("ofac-cons-csv", [("cons_add", try fixture("feeds/us-ofac-cons-csv/cons_add.csv"))])
        }
        #expect(fault.code == "missing_part")
    }

    @Test(
        "What a directive forbids is a restriction, and its words stay a remark",
        arguments: [
            ("Executive Order 13662 Directive Determination -", "Subject to Directive 1", ["debt", "equity"]),
            ("Executive Order 13662 Directive Determination -", "Subject to Directive 2", ["debt"]),
            ("Executive Order 13662 Directive Determination -", "Subject to Directive 4", ["other"]),
            (
                "Executive Order 14024 Directive Information", "Subject to Directive 2 - Opening of accounts",
                ["correspondent"]
            ),
            ("Executive Order 14024 Directive Information", "Subject to Directive 3 - New debt", ["debt", "equity"]),
            ("Executive Order 14024 Directive Information -", "For more information, visit", []),
            ("Listing Date (CMIC)", "03 Jun 2021", ["investment"]),
            ("Secondary sanctions risk:", "See Section 11 of Executive Order 14024.", []),
        ])
    func directives(label: String, text: String, kinds: [String]) throws {
        let xml = """
            <sdnList><publshInformation><Publish_Date>12/18/2025</Publish_Date><Record_Count>1</Record_Count>
            </publshInformation><sdnEntry><uid>1</uid><lastName>A BANK</lastName><sdnType>Entity</sdnType>
            <idList><id><uid>2</uid><idType>\(label)</idType><idNumber>\(text)</idNumber></id></idList></sdnEntry></sdnList>
            """
        let reading = try read("ofac-xml", xml)
        let facts = try reading.facets[0].attributes(0)
        #expect(facts.filter { $0.field == .restriction }.map(\.value) == kinds)
        #expect(facts.contains { $0.field == (label.hasPrefix("Listing") ? .listedOn : .remark) })
        #expect(reading.leftovers == [:])
    }
}
