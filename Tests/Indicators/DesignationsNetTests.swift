import Indicators
import Lists
import Rates
import Testing
import Vocabulary

@Suite struct DesignationsNetTests {
    private static let programmes = Programmes(rows: [
        row("us-ofac-sdn", "SYRIA", "SY.former", renamedTo: "SYRIA-EO13582"),
        row("us-ofac-sdn", "SYRIA-EO13582", "SY.former", renamedTo: "PAARSSR"),
        row("us-ofac-sdn", "PAARSSR", "SY.main"),
        row("us-ofac-sdn", "IFSR", "IR.main", isMarker: true),
    ])
    private static let year = day("2022-01-01")...day("2022-12-31")

    private static func row(
        _ list: String, _ tag: String, _ family: String, renamedTo: String? = nil, isMarker: Bool = false
    ) -> Programmes.Row {
        var row = Programmes.Row(family: family, list: list, tag: tag)
        row.renamedTo = renamedTo
        row.isMarker = isMarker
        return row
    }

    private func change(
        _ on: String, _ entry: String, _ kind: ListingChange.Kind, _ before: [String], _ after: [String],
        _ countries: [String] = ["SY"]
    ) -> ListingChange {
        ListingChange(
            day: day(on), list: "us-ofac-sdn", entry: entry, kind: kind, programmesBefore: before,
            programmesAfter: after, countries: countries)
    }

    private func count(_ changes: [ListingChange]) -> [String: [Int]] {
        let counted = DesignationsNet.count(
            changes, programmes: DesignationsNetTests.programmes, in: DesignationsNetTests.year)
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

    @Test func aMarkerCountsForItsTagAndForNoFamily() {
        #expect(
            count([change("2022-03-01", "1", .modified, ["CYBER2"], ["CYBER2", "IFSR"])])
                == ["programme:IFSR": [1, 0, 1]])
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
            [change("2022-03-01", "1", .deceased, ["CYBER2"], [], [])], programmes: Programmes(rows: []),
            in: DesignationsNetTests.year)
        let list = try #require(counted.first)
        #expect((list.removed, list.deceased, list.net) == (0, 1, 0))
        let row = list.indicatorValue(in: DesignationsNetTests.year, knownOn: nil)
        #expect(row.note == "added 0, removed 0, 1 after a death")
        #expect(row.series == "us-ofac-sdn")
    }

    @Test func aTableThatRenamesInACircleEnds() {
        let programmes = Programmes(rows: [
            DesignationsNetTests.row("x", "A", "XX.main", renamedTo: "B"),
            DesignationsNetTests.row("x", "B", "XX.main", renamedTo: "A"),
        ])
        #expect(["A", "B"].contains(programmes.current("A", list: "x")))
    }

    @Test func aTagMeansWhatItsOwnListMeansByIt() {
        let programmes = Programmes(rows: [
            DesignationsNetTests.row("uk", "GB", "GB.former", renamedTo: "UK "),
            DesignationsNetTests.row("uk", "UK", "T.hr"), DesignationsNetTests.row("un-sc", "GB", "GW.main"),
        ])
        #expect(programmes.family(of: "GB ", list: "un-sc") == "GW.main")
        #expect(programmes.family(of: "GB", list: "uk") == "T.hr")
        #expect(programmes.family(of: "GB", list: "eu-fsf") == nil)
        #expect(programmes.current("GB", list: "un-sc") == "GB")
        #expect(programmes.current("GB", list: "uk") == "UK")
    }
}
