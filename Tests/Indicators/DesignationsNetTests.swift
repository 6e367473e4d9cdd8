import Indicators
import Lists
import Rates
import Testing
import Vocabulary

@Suite struct DesignationsNetTests {
    private static let names = ProgrammeNames(
        renames: ["us-ofac-sdn": ["SYRIA": "SYRIA-EO13582", "SYRIA-EO13582": "PAARSSR"]],
        families: ["us-ofac-sdn": ["PAARSSR": "SY.main", "SYRIA": "SY.former"]])
    private static let year = day("2022-01-01")...day("2022-12-31")

    private func change(
        _ on: String, _ entry: String, _ kind: ListingChange.Kind, _ before: [String], _ after: [String],
        _ countries: [String] = ["SY"]
    ) -> ListingChange {
        ListingChange(
            day: day(on), list: "us-ofac-sdn", entry: entry, kind: kind, programmesBefore: before,
            programmesAfter: after, countries: countries)
    }

    private func count(_ changes: [ListingChange]) -> [String: [Int]] {
        let counted = DesignationsNet.count(changes, names: DesignationsNetTests.names, in: DesignationsNetTests.year)
        return Dictionary(uniqueKeysWithValues: counted.map { ($0.scope.name, [$0.added, $0.removed, $0.net]) })
    }

    @Test func additionsAndRemovalsAreCountedApartAndNet() {
        let counted = count([
            change("2022-02-24", "1", .added, [], ["RUSSIA-EO14024"], ["RU"]),
            change("2022-02-24", "2", .added, [], ["RUSSIA-EO14024", "CYBER2"], ["RU", "BY"]),
            change("2022-06-01", "3", .removed, ["RUSSIA-EO14024"], [], ["RU"]),
            change("2023-06-01", "4", .removed, ["RUSSIA-EO14024"], [], ["RU"]),
        ])
        #expect(
            counted == [
                "": [2, 1, 1], "programme:RUSSIA-EO14024": [2, 1, 1], "programme:CYBER2": [1, 0, 1],
                "country:RU": [2, 1, 1], "country:BY": [1, 0, 1],
            ])
    }

    @Test func renamesAndReKeysAreNoEasing() {
        #expect(
            count([
                change("2022-03-01", "1", .modified, ["SYRIA"], ["PAARSSR"]),
                change("2022-03-02", "2", .sameEntry, ["SYRIA"], ["CYBER2"]),
            ]).isEmpty)
    }

    @Test func aFurtherTagIsAnAdditionToItsProgrammeOnly() {
        #expect(
            count([change("2022-03-01", "1", .modified, ["CYBER2"], ["CYBER2", "SYRIA"])])
                == ["programme:PAARSSR": [1, 0, 1], "family:SY.main": [1, 0, 1]])
    }

    @Test func anEntryThatWentAndReturnedIsDistinctAndNetsToZero() {
        let counted = count([
            change("2022-03-01", "1", .removed, ["CYBER2"], [], []),
            change("2022-03-02", "1", .added, [], ["CYBER2"], []),
            change("2022-03-03", "1", .removed, ["CYBER2"], [], []),
            change("2022-03-04", "1", .added, [], ["CYBER2"], []),
        ])
        #expect(counted[""] == [1, 1, 0])
    }

    @Test func aDeathIsCountedApart() throws {
        let counted = DesignationsNet.count(
            [change("2022-03-01", "1", .deceased, ["CYBER2"], [], [])], names: ProgrammeNames(),
            in: DesignationsNetTests.year)
        let list = try #require(counted.first)
        #expect((list.removed, list.deceased, list.net) == (0, 1, 0))
        let row = list.indicatorValue(in: DesignationsNetTests.year, knownOn: nil)
        #expect(row.note == "added 0, removed 0, 1 after a death")
        #expect(row.series == "us-ofac-sdn")
    }

    @Test func aTableThatRenamesInACircleEnds() {
        let names = ProgrammeNames(renames: ["x": ["A": "B", "B": "A"]])
        #expect(["A", "B"].contains(names.current("A", list: "x")))
    }

    @Test func aTagMeansWhatItsOwnListMeansByIt() {
        let names = ProgrammeNames(
            renames: ["uk": ["GB": "UK"]], families: ["un-sc": ["GB": "GW.main"], "uk": ["UK": "T.hr"]])
        #expect(names.family(of: "GB ", list: "un-sc") == "GW.main")
        #expect(names.family(of: "GB", list: "uk") == "T.hr")
        #expect(names.family(of: "GB", list: "eu-fsf") == nil)
        #expect(names.current("GB", list: "un-sc") == "GB")
    }
}
