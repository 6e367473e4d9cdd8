import Readers
import Testing
import Vocabulary

/// The whole lists in XML: each number was counted in the file by other means.
@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct RealXMLListTests {
    private func list(_ reader: String, _ path: String) throws -> Reading {
        try read(reader, try RealData.unpacked("lists/\(path).xml.xz"))
    }

    @Test(arguments: [
        ("2017-06-20", 1024), ("2018-08-24", 1098), ("2020-11-24", 1018), ("2021-03-12", 1004), ("2024-09-21", 875),
        ("2025-04-19", 877), ("2025-12-09", 1000), ("2025-12-10", 999),
    ])
    func everyElementOfTheUNListIsAccountedFor(day: String, entries: Int) throws {
        let reading = try list("un-xml", "un-sc/\(day)")
        #expect(try reading.factsOfAll().count == entries)
        #expect(reading.published?.description == day)
        #expect(reading.leftovers == [:] && reading.conflicts == [])
        // In one file aliases without a name have dates of birth.
        let nameless = try reading.count(.birthDate) { $0.qualifiers.contains("as an alias without a name") }
        #expect(nameless == (day == "2024-09-21" ? 155 : 0))
    }

    @Test func theUNListsOfTwoDaysDifferInOneEntry() throws {
        let (before, after) = (
            try list("un-xml", "un-sc/2025-12-09").facets[0], try list("un-xml", "un-sc/2025-12-10").facets[0]
        )
        let gone = Set(before.entries).subtracting(after.entries)
        #expect(Set(after.entries).subtracting(before.entries).isEmpty)
        let index = try #require(before.entries.firstIndex { gone.contains($0) })
        #expect(gone.count == 1)
        #expect(try before.attributes(index).contains(Attribute(.reference, "IQi.074")))
    }

    @Test func everyElementOfTheEUListIsAccountedFor() throws {
        let reading = try list("eu-fsf-xml", "eu-fsf/2021-03-02")
        let facts = try reading.factsOfAll()
        #expect(facts.count == 2248)
        #expect(reading.published?.description == "2021-03-02")
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.warnings == [])
        #expect(
            facts.values.count { $0.contains { $0.hasPrefix("programme AFG") } && $0.contains("programme TAQA") } == 20)
        #expect(try reading.count(.programme) == 2269)
        // One name may be the primary one in one record of an entity and not in another: 34 stand twice.
        #expect(try reading.count(.name) == 9450)
        #expect(try reading.count(.name) { $0.qualifiers[1] == "weak" } == 51)
        #expect(try reading.count(.identifier) == 667)
        #expect(try reading.count(.kind) { $0.value == "person" } == 1680)
        #expect(try reading.count(.listedOn) == 1167)
    }

    @Test func everyElementOfCanadasListIsAccountedFor() throws {
        let reading = try list("ca-sema-xml", "ca-sema/2025-06-08")
        #expect(try reading.factsOfAll().count == 4759)
        #expect(reading.leftovers == [:] && reading.conflicts == [] && reading.absent == [])
        #expect(try reading.count(.listedOn) == 4759)
        #expect(try reading.count(.identifier) == 109)
        #expect(try reading.count(.legalBasis) == 4430)
        #expect(try reading.count(.name) { $0.qualifiers[0] == "primary" } == 4759)
        #expect(try reading.count(.name) { $0.qualifiers[0] == "aka" } == 3131)
        #expect(try reading.count(.kind) { $0.value == "person" } == 3334)
        #expect(try reading.count(.kind) { $0.value == "vessel" } == 109)
        // The one person whom the list has twice.
        #expect(reading.facets[0].entries.map(\.id).filter { $0.utf8.count > 12 } == ["8bee6a6b3ff4-2021-03-21"])
    }
}
