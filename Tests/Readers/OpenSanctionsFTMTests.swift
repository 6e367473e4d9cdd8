import Readers
import Testing
import Vocabulary

@Suite struct OpenSanctionsFTMTests {
    private func text() throws -> String {
        String(decoding: try fixture("feeds/opensanctions-ftm/answer.json"), as: UTF8.self)
    }

    private func whole(_ text: String) throws -> Reading {
        let reading = try read("opensanctions-ftm", text)
        _ = try reading.factsOfAll()
        return reading
    }

    /// An object of the publisher's shape with one name.
    private func object(_ id: String, _ properties: String = "", target: Bool = true, schema: String = "Person")
        -> String
    {
        "{\"id\":\"\(id)\",\"caption\":\"A B\",\"schema\":\"\(schema)\",\"properties\":{\"name\":[\"A B\"]\(properties)},"
            + "\"referents\":[],\"datasets\":[\"x\"],\"last_change\":\"2024-01-10T14:22:01\",\"target\":\(target)}\n"
    }

    @Test func targetsAreEntriesAndTheRestIsCountedOnce() throws {
        let reading = try whole(try text())
        #expect(
            reading.facets[0].entries.map(\.id) == [
                "ofac-25308", "ofac-36", "ofac-15036", "NK-EXAMPLE1", "NK-EXAMPLE2", "NK-EXAMPLE4",
            ])
        #expect(reading.leftovers == [:] && reading.conflicts == [])
        #expect(reading.warnings == ["2 objects are no targets and belong to none (1 Family, 1 Person)"])
    }

    @Test func aPersonIsReadWithTheLinesThatBelongToIt() throws {
        let facts = try read("opensanctions-ftm", try text()).facts("ofac-25308")
        #expect(
            facts == [
                "kind person", "name Steven YAN (aka, weak)", "name William ZHOU (aka, weak)",
                "name Xiaobing Yan (primary)", "name YAN Xiaobing (aka)", "name 闫小兵 (aka, Hani)",
                "birth_date 1977-03-25 (exact)", "birth_place Wuhan City, Hubei, China", "gender male",
                "citizenship CN", "country CN", "programme SDNTK", "programme US-NARCO",
                "source_list ext_us_ofac_press_releases", "source_list us_ofac_sdn", "address Wuhan, Hubei (CN)",
                "identifier 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h (wallet, XBT)",
                "identifier 421002197703250019 (national_id)",
                "identifier 421002197703250019 (other, CN, Citizen's Card Number)", "listed_on 2017-10-17",
                "updated_on 2024-01-10", "reference gb-coh-x1 (merged)",
                "link https://sanctionssearch.ofac.treas.gov/Details.aspx?id=25308",
                "remark Authority: Office of Foreign Assets Control", "remark Country of the authority: US",
                "remark Provisions: Block", "remark Topics: crime.traffick", "remark Topics: sanction",
            ])
    }

    @Test(
        "The facts of organisations, vessels and aircraft, and what is no date",
        arguments: [
            ("ofac-36", ["kind organisation", "address Havana (CU)", "country CU", "programme CUBA"]),
            (
                "ofac-15036",
                [
                    "kind vessel", "name ABADAN (fka)", "name ALPHA (aka, weak)", "identifier 9187629 (imo)",
                    "identifier 572469210 (mmsi)", "call_sign T2EU4", "vessel_type Crude/Oil Products Tanker",
                    "flag IR",
                    "tonnage 99144", "gross_tonnage 56068", "remark Past flag: mt",
                    "remark (Linked To: NATIONAL IRANIAN TANKER COMPANY)",
                ]
            ),
            (
                "NK-EXAMPLE1",
                [
                    "name EXAMPLE SEVER LTD (primary)", "name Example Sever JSC (aka)", "name ООО «Пример» (aka, Cyrl)",
                    "country RU", "country suhh", "identifier 7700000000 (tax, INN)", "identifier 77 (tax)",
                    "identifier 1027700000000 (registration, OGRN)", "identifier 1 (registration)",
                    "identifier EXAMRUMM (bic)", "identifier 00000000000000000000 (lei)", "link https://example.org",
                    "contact info@example.org", "contact +70000000000", "address 1 Example Street, Moscow",
                    "programme UKR", "programme EU-UKR", "listed_on 2022-02-25", "valid_until 2026-03-15",
                    "remark In force from: 2022-02-26", "remark Reason: Supports the example.", "reference UN.1",
                    "reference EU.1.2",
                ]
            ),
            (
                "NK-EXAMPLE2",
                [
                    "birth_date 1965 (exact)", "birth_date 1966 (circa)", "nationality RU",
                    "title Example minister", "death_date 2023-05-01", "identifier 75 0000000 (passport)",
                    "identifier 75 0000000 (passport, RU, Diplomatic passport, issued 2010-01-02)",
                ]
            ), ("NK-EXAMPLE4", ["kind aircraft", "vessel_type Boeing 747"]),
        ])
    func facts(id: String, expected: [String]) throws {
        let facts = try read("opensanctions-ftm", try text()).facts(id)
        for fact in expected { #expect(facts.contains(fact), "\(fact) in \(facts)") }
    }

    @Test func anEntryChangesWithTheLinesThatAreJoinedToIt() throws {
        func digests(_ text: String) throws -> [String: Int64] {
            let entries = try read("opensanctions-ftm", text).facets[0].entries
            return Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.digest) })
        }
        let before = try digests(try text())
        for (old, new, id) in [
            ("2022-02-25", "2022-02-27", "NK-EXAMPLE1"),
            ("\"city\": [\"Havana\"]", "\"city\": [\"La Habana\"]", "ofac-36"),
            ("2010-01-02", "2010-01-03", "NK-EXAMPLE2"), ("\"XBT\"", "\"ETH\"", "ofac-25308"),
        ] {
            let after = try digests(try text().replacing(old, with: new))
            #expect(before.keys.filter { before[$0] != after[$0] } == [id], "\(old)")
        }
        // The order of the lines is no change.
        let lines = try text().split(separator: "\n").reversed().joined(separator: "\n") + "\n"
        #expect(try digests(lines) == before)
    }

    @Test func whatNothingUsesIsALeftoverByItsName() throws {
        let new = object("a", ",\"eyeColour\":[\"blue\"],\"empty\":[\"\"]")
            .replacing("\"target\"", with: "\"risk\":1,\"target\"")
        let sanction = object("s", ",\"entity\":[\"a\"],\"novelty\":[\"x\"]", target: false, schema: "Sanction")
        let leftovers = try whole(new + sanction).leftovers
        #expect(
            leftovers == [
                "properties.eyeColour": 1, "risk": 1, "Sanction.properties.name": 1, "Sanction.properties.novelty": 1,
            ])
    }

    @Test func withoutNamesTheCaptionIsOne() throws {
        let text = object("a").replacing("\"name\":[\"A B\"]", with: "")
        #expect(try read("opensanctions-ftm", text).facts("a").contains("name A B (primary)"))
    }

    @Test func referencesToNothingAreCounted() throws {
        #expect(
            try whole(object("a", ",\"addressEntity\":[\"gone\"]")).warnings == [
                "1 references lead to no object of the file"
            ])
    }

    @Test func oneIdTwiceIsAConflictUnlessTheLinesAreTheSame() throws {
        let differing = try whole(object("a") + object("b") + object("a", ",\"gender\":[\"male\"]"))
        #expect(differing.conflicts.map(\.message) == ["a, at line 1 and line 3"] && differing.rows == 2)
        let same = try whole(object("a") + object("a"))
        #expect(same.conflicts == [] && same.rows == 1 && same.warnings.count == 1)
        // Of lines that are joined too.
        let sanctions = ["1", "2"].map { object("s", ",\"reason\":[\"\($0)\"]", target: false, schema: "Sanction") }
        #expect(try whole(object("a") + sanctions.joined()).conflicts.map(\.message) == ["s, at line 2 and line 3"])
    }

    @Test func brokenFilesAreNamedForWhatTheyAreWithTheLine() throws {
        let good = object("a")
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let cut = String(good.dropLast(20))
        let whole: [(text: String, code: String, place: String)] = [
            ("", "empty_file", ""), (" \n", "empty_file", ""), ("<!DOCTYPE html><html></html>", "html_received", ""),
            ("<list/>", "xml_received", ""), ("[]\n", "bad_json", "line 1"),
            ("{\"error\":\"busy\"}", "wrong_object", "line 1"), (object(""), "bad_key", "line 1"),
            (object("a", target: false), "no_rows", ""),
        ]
        let second: [(text: String, code: String)] = [
            ("id,schema\n", "bad_json"), (cut, "cut_file"), (cut + "\n", "bad_json"),
            ("{\"id\":\"b\",\"schema\":\"Person\"}\n", "wrong_object"),
            (object("b", ",\"x\":\"no array\""), "wrong_object"), (object("b", ",\"x\":\(deep)"), "bad_json"),
            (object("b", ",\"name\":[\"C\"]"), "bad_json"),
            (object("b").replacing("\"schema\"", with: "\"id\":\"c\",\"schema\""), "bad_json"),
        ]
        for (text, code, place) in whole + second.map({ (good + $0.text, $0.code, "line 2") }) {
            let fault = try fault("opensanctions-ftm", text)
            #expect(fault.code == code && fault.place == place, "\(fault) for \(text.suffix(60))")
        }
        let latin =
            Array(good.utf8) + Array(object("b").replacing("A B", with: "é").unicodeScalars.map { UInt8($0.value) })
        let fault = try fault("opensanctions-ftm", latin)
        #expect(fault.code == "wrong_encoding" && fault.place == "line 2")
    }

    @Test func aFileCutInsideALineIsRefused() throws {
        let bytes = Array(try text().utf8)
        for length in stride(from: 40, to: bytes.count, by: 97) where bytes[length - 1] != 10 && bytes[length] != 10 {
            let fault = try fault("opensanctions-ftm", Array(bytes[..<length]))
            #expect(["cut_file", "wrong_encoding"].contains(fault.code), "\(fault) at \(length)")
        }
    }

    @Test func linesThatAreReadInPiecesAreTheSame() throws {
        let bytes = Array(
            (try text() + object("last", ",\"notes\":[\"\(String(repeating: "n", count: 3 << 20))\"]")).utf8)
        let content = Bytes(count: bytes.count) { Array(bytes[$0]) }
        let snapshot = Snapshot(feed: "a-feed", source: "x", parts: [.init(name: "main", content: content)])
        let reading = try #require(ReaderCatalogue.named("opensanctions-ftm")).read(snapshot)
        #expect(try reading.factsOfAll() == (try read("opensanctions-ftm", bytes).factsOfAll()))
    }
}
