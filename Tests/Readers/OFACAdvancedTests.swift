import Foundation
import Readers
import Testing
import Vocabulary

/// OFAC's ADVANCED form: tables, locations, documents, parties, relationships and entries that point at one another.
@Suite struct OFACAdvancedTests {
    private func text(_ feed: String = "us-ofac-cons-advanced") throws -> String {
        String(decoding: try fixture("feeds/\(feed)/answer.xml"), as: UTF8.self)
    }

    @Test("The ADVANCED and the enhanced form of the same entries say the same, fact for fact")
    func sameAsEnhanced() throws {
        let advanced = try read("ofac-advanced", try text("us-ofac-sdn-advanced"))
        let enhanced = try read("ofac-enhanced-xml", try fixture("feeds/us-ofac-sdn-enhanced/answer.xml"))
        #expect(try advanced.factsOfAll() == enhanced.factsOfAll())
        #expect(advanced.published == enhanced.published)
    }

    @Test(
        "A number that points at nothing is a fault that names it",
        arguments: [
            (
                "<Location ID=\"12812\">", "<Location ID=\"12811\">",
                "LocationID \"12812\" is of no <Location> of the file"
            ),
            ("<FeatureType ID=\"8\"", "<FeatureType ID=\"7\"", "number \"8\" is not in <FeatureTypeValues>"),
            ("<List ID=\"91512\"", "<List ID=\"91511\"", "number \"91512\" is not in <ListValues>"),
            (
                "ReferenceValueSets>", "Tables>",
                "the file has no <ReferenceValueSets>, which says what its numbers mean"
            ),
        ])
    func missing(old: String, new: String, message: String) throws {
        let fault = try #require(throws: Fault.self) {
            _ = try read("ofac-advanced", try text().replacingOccurrences(of: old, with: new)).factsOfAll()
        }
        #expect(fault.code == "missing_reference" && fault.message == message)
    }

    @Test("A record of no party is counted in a warning, and a section under another name is missing")
    func strangers() throws {
        let stray = try read(
            "ofac-advanced",
            try text().replacingOccurrences(of: "IdentityID=\"9805\" ValidityID", with: "IdentityID=\"1\" ValidityID"))
        #expect(stray.warnings.count == 1)
        #expect(
            stray.warnings[0].hasPrefix("1 <IDRegDocument> are of no party of the file and not read, the first at line")
        )
        let renamed = try read(
            "ofac-advanced", try text().replacingOccurrences(of: "SanctionsEntries>", with: "Entries>"))
        #expect(renamed.absent == ["SanctionsEntries"])
    }

    @Test("What changes in a table or in a record that belongs to a party is a change of that party")
    func digests() throws {
        func digests(_ text: String) throws -> [String: Int64] {
            Dictionary(
                uniqueKeysWithValues: try read("ofac-advanced", text).facets[0].entries.map { ($0.id, $0.digest) })
        }
        let before = try digests(try text())
        for (old, new, changed) in [
            ("<Value>107996<", "<Value>107997<", ["17015"]),
            // 18268 is owned by 17015, whose name it tells.
            (">Vnesheconombank<", ">Vneshtorgbank<", ["17015", "18268"]),
            ("1027739109133", "1027739109134", ["18268"]),
            (">Website<", ">Web site<", ["17015", "18268", "9639"]),
        ] {
            let after = try digests(try text().replacingOccurrences(of: old, with: new))
            #expect(after.keys.filter { after[$0] != before[$0] }.sorted() == changed, "\(new)")
        }
    }

    /// Counted with Python's ElementTree, apart from this reader, in the distinct values of each party.
    @Test(
        "The whole file of 2020 has every value of an independent count",
        .enabled(if: RealData.isPresent, RealData.absence))
    func wholeFile() throws {
        let reading = try read(
            "ofac-advanced", try RealData.unpacked("lists/us-ofac-cons-advanced/2020-03-17.xml.xz"))
        #expect(reading.rows == 375 && reading.published?.description == "2020-03-17")
        #expect(try reading.count(.name) == 1289)
        #expect(try reading.count(.name) { $0.qualifiers[1] == "weak" } == 30)
        #expect(try reading.count(.birthDate) == 77)
        #expect(try reading.count(.identifier) == 610)
        #expect(try reading.count(.programme) == 384)
        #expect(try reading.count(.sourceList) == 759)
        #expect(try reading.count(.contact) == 147)
        // 184 websites and 276 relationships.
        #expect(try reading.count(.link) == 184 + 276)
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.warnings == [])
    }

    /// Beside the enhanced file of 2024: 367 ids stand in both, of which the others' facts were amended in four years.
    @Test(
        "An entry is the same in the ADVANCED and the enhanced form, id for id",
        .enabled(if: RealData.isPresent, RealData.absence))
    func idForId() throws {
        let old = try read("ofac-advanced", try RealData.unpacked("lists/us-ofac-cons-advanced/2020-03-17.xml.xz"))
            .factsOfAll()
        let new = try read("ofac-enhanced-xml", try RealData.unpacked("lists/us-ofac-cons-enhanced/2024-07-03.xml.xz"))
            .factsOfAll()
        let both = old.filter { new[$0.key] != nil }
        #expect(old.count == 375 && both.count == 367)
        func same(_ field: String) -> Int {
            both.count { id, facts in
                Set(facts.filter { $0.hasPrefix("\(field) ") })
                    == Set((new[id] ?? []).filter { $0.hasPrefix("\(field) ") })
            }
        }
        #expect(["kind", "birth_date", "citizenship"].map(same) == [367, 367, 367])
        #expect(["birth_place", "programme", "name"].map(same) == [366, 302, 299])
    }
}
