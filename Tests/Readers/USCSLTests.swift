import Readers
import Testing
import Vocabulary

@Suite struct USCSLTests {
    private func reading() throws -> Reading { try read("us-csl-csv", try fixture("feeds/us-csl/answer.csv")) }

    @Test func theListIsPartOfTheKeyAndRowsOfOneKeyAreOneEntry() throws {
        let reading = try reading()
        #expect(
            Set(reading.facets[0].entries.map(\.id)) == [
                "SDN:35064", "FSE:26182", "CAP:15268", "MEU:ea3b4fd51f1573d79c73152b561a06fb413cb98a",
                "DPL:deb7a1d5743a85c354ca1a2c7f2664e2104b32d7",
            ])
        #expect(reading.conflicts.isEmpty)
        #expect(reading.absent.isEmpty)
    }

    @Test func numbersDatesAndCountriesOfAPersonAreRead() throws {
        let facts = try reading().facts("FSE:26182")
        for fact in [
            "kind person", "name KAYAKIRAN, Evren (primary)", "birth_date 1980-02-08 (exact)", "citizenship TR",
            "country TR", "programme FSE-IR", "identifier U00242309 (passport, TR)", "gender male",
        ] {
            #expect(facts.contains(fact), "\(facts)")
        }
    }

    @Test func whatIsNotToldApartIsOfKindOther() throws {
        let facts = try reading().facts("DPL:deb7a1d5743a85c354ca1a2c7f2664e2104b32d7")
        #expect(facts.contains("kind other"))
        #expect(facts.contains("listed_on 2003-06-19"))
        #expect(facts.contains("valid_until 2056-06-29"))
        #expect(try reading().facets[0].entries.count == 5)
    }

    @Test func aRenamedColumnIsToldOrRefused() throws {
        let text = String(decoding: try fixture("feeds/us-csl/answer.csv"), as: UTF8.self)
        #expect(try read("us-csl-csv", text.replacing("alt_names", with: "aliases")).absent == ["alt_names"])
        #expect(try fault("us-csl-csv", text.replacing("_id,source", with: "id,source")).code == "wrong_header")
    }
}
