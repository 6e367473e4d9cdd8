import Readers
import Testing
import Vocabulary

/// The lists of the United States as XML and as one table: each number was counted in the file by other means.
@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct RealUSListTests {
    @Test(
        "Every entry, name, date and programme of OFAC's XML is read, in either namespace",
        arguments: [
            // Two aliases and a date of birth stand twice in one entry, word for word.
            ("us-ofac-sdn/xml-2021-03-10/sdn", 8832, 22_926 - 2, 2402, 10_556, 5033 - 1, 3019, 2039, 905),
            ("us-ofac-cons/2025-10-22", 443, 1588, 72, 535, 75, 21, 2, 1),
            ("us-ofac-cons/2025-12-18", 442, 1587, 72, 534, 74, 21, 2, 0),
        ])
    func ofac(
        path: String, entries: Int, names: Int, weak: Int, programmes: Int, births: Int, places: Int,
        nationalities: Int,
        citizenships: Int
    ) throws {
        let reading = try read("ofac-xml", try RealData.unpacked("lists/\(path).xml.xz"))
        #expect(reading.rows == entries && reading.statedCount == entries)
        #expect(try reading.count(.name) == names)
        #expect(try reading.count(.name) { $0.qualifiers[1] == "weak" } == weak)
        #expect(try reading.count(.programme) == programmes)
        #expect(try reading.count(.birthDate) == births)
        #expect(try reading.count(.birthPlace) == places)
        #expect(try reading.count(.nationality) == nationalities)
        #expect(try reading.count(.citizenship) == citizenships)
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.warnings == [])
    }

    @Test("An entry says the same in the CSV set and in XML, where it did not change between the two days")
    func twoForms() throws {
        let xml = try read("ofac-xml", try RealData.unpacked("lists/us-ofac-sdn/xml-2021-03-10/sdn.xml.xz"))
        var csv: Reading?
        try RealData.unpack("lists/us-ofac-sdn/sdn-csv-2021-08-to-2022-12.tar.zst") { name, bytes in
            if csv == nil { csv = try read("ofac-csv", bytes, part: "sdn") }
        }
        let later = try #require(csv).factsOfAll()
        let stable = try xml.factsOfAll().filter { later[$0.key] != nil }
        #expect(stable.count > 8500)
        func same(_ field: String) -> Int {
            stable.count { id, facts in
                Set(facts.filter { $0.hasPrefix("\(field) ") })
                    == Set(later[id, default: []].filter { $0.hasPrefix("\(field) ") })
            }
        }
        // The rest was amended in the five months between: fewer than one in fifty.
        for field in ["kind", "programme", "birth_date", "gender", "vessel_type", "call_sign"] {
            #expect(same(field) * 50 > stable.count * 49, "\(field): \(same(field)) of \(stable.count)")
        }
    }

    @Test("The screening list is read whole; the one entry that stands twice says the same twice")
    func screeningList() throws {
        let reading = try read("us-csl-csv", try RealData.unpacked("lists/us-csl/consolidated.csv.xz"))
        #expect(reading.rows == 14_159)
        #expect(reading.conflicts == [] && reading.absent == [])
        #expect(reading.warnings.count == 1 && reading.warnings[0].hasPrefix("entry CAP:15268 stands twice"))
        #expect(try reading.count(.sourceList) == 14_159)
        #expect(try reading.count(.name) { $0.qualifiers[0] == "primary" } == 14_159)
        #expect(reading.leftovers == [:])
    }
}
