import Lists
import Store
import Testing
import Vocabulary

@Suite struct SentenceTests {
    private func sentences(_ list: SmallList, _ stretches: ([Step]) -> [StepStretch]) throws -> [String] {
        stretches(try list.steps()).map { $0.sentence(SmallList.names) }
    }

    @Test func aStepSaysWhatCameAndWentByProgrammeTheLargestFirst() throws {
        var list = SmallList()
        list.add(0, SmallList.entries(1...4, under: ["SYRIA"]))
        var next = SmallList.entries(2...4, under: ["SYRIA"])
        next["3"]?.countries = ["SY"]
        next["4"]?.name = "RENAMED"
        next.merge(SmallList.entries(10...12)) { $1 }
        next.merge(SmallList.entries([20], under: ["SDGT", "IFSR"])) { $1 }
        list.add(24, next)
        list.add(48, SmallList.entries(1...4, under: ["SYRIA"]).merging(next) { $1 })
        #expect(
            try sentences(list, StepStretch.bySnapshot) == [
                "OFAC SDN, 20 Feb 2022: +4 (RUSSIA-EO14024 +3, SDGT +1), -1 (SYRIA -1), 2 changed, 1 renamed; 7 entries.",
                "OFAC SDN, 21 Feb 2022: +1 (SYRIA +1), 1 returned; 8 entries.",
            ])
        #expect(
            try sentences(list, StepStretch.byWeek) == [
                "OFAC SDN, week 2022-W07 (14 to 20 Feb 2022): +4 (RUSSIA-EO14024 +3, SDGT +1), -1 (SYRIA -1), "
                    + "2 changed, 1 renamed; 7 entries.",
                "OFAC SDN, week 2022-W08 (21 to 27 Feb 2022): +1 (SYRIA +1), 1 returned; 8 entries.",
            ])
    }

    @Test func twoSnapshotsOfADayTellWhenTheyWereSeen() throws {
        var list = SmallList()
        for (hours, count) in [(6, 1), (12, 2), (18, 3)] {
            list.add(Int64(hours), SmallList.entries(1...count))
        }
        #expect(
            try sentences(list, StepStretch.bySnapshot) == [
                "OFAC SDN, 20 Feb 2022, seen 2022-02-20T12:00:00Z: +1 (RUSSIA-EO14024 +1); 2 entries.",
                "OFAC SDN, 20 Feb 2022, seen 2022-02-20T18:00:00Z: +1 (RUSSIA-EO14024 +1); 3 entries.",
            ])
        #expect(
            try sentences(list, StepStretch.byDay) == ["OFAC SDN, 20 Feb 2022: +2 (RUSSIA-EO14024 +2); 3 entries."])
    }

    @Test func manyProgrammesAreToldAsANumber() throws {
        var list = SmallList(id: "other")
        list.add(0, SmallList.entries(1...1))
        list.add(
            24,
            SmallList.entries(1...1).merging((2...9).map { ("\($0)", .init(name: "E\($0)", programmes: ["P\($0)"])) }) {
                $1
            })
        #expect(
            try sentences(list, StepStretch.byDay) == [
                "other, 20 Feb 2022: +8 (P2 +1, P3 +1, P4 +1, P5 +1, P6 +1 and 3 more); 9 entries."
            ])
    }

    @Test func whatIsNotRemovedIsNotToldAsRemoved() throws {
        var list = SmallList()
        func entries(_ ids: ClosedRange<Int>, _ source: String) -> [String: SmallList.Entry] {
            ids.reduce(into: [:]) { $0["\($1)"] = .init(name: "E\($1)", facts: [Attribute(.sourceList, source)]) }
        }
        let whole = entries(1...5, "A").merging(entries(6...9, "B")) { $1 }
        list.add(0, whole)
        list.add(24, entries(1...5, "A"))
        list.add(48, whole)
        var rekeyed = whole
        rekeyed["77"] = rekeyed.removeValue(forKey: "1")
        list.add(72, rekeyed)
        #expect(
            try sentences(list, StepStretch.byDay) == [
                "OFAC SDN, 20 Feb 2022: 4 source missing; 5 entries.",
                "OFAC SDN, 21 Feb 2022: 4 back with their source; 9 entries.",
                "OFAC SDN, 22 Feb 2022: 1 re-keyed; 9 entries.",
            ])
        let steps = try list.steps()
        #expect(
            steps[2].changes.flatMap(\.fields).map { [$0.name, $0.before, $0.after] } == [["entry_id", "1", "77"]])
    }
}
