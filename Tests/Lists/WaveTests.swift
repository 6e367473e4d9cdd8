import Configuration
import Indicators
import Lists
import Store
import Testing
import Vocabulary

@Suite struct WaveTests {
    private func waves(_ list: SmallList) throws -> [Wave] { Wave.all(try list.steps(), names: SmallList.names) }

    private func words(_ list: SmallList) throws -> [String] {
        try waves(list).map { "\($0.id) \($0.entries.count) \($0.countries.joined(separator: ","))" }
    }

    private func watched() throws -> WatchList {
        let text = [("SY", "Syria", "SYP"), ("RU", "Russia", "RUB")].map { code, name, currency in
            "[[country]]\ncode = \"\(code)\"\nname = \"\(name)\"\ncurrency = \"\(currency)\"\n"
        }.joined()
        return try WatchList.decode(ConfigFile(name: "watch.toml", bytes: Array(text.utf8))).get()
    }

    @Test func additionsOfAStepAreAWavePerProgrammeOfTheDayWhereThePublisherIs() throws {
        var list = SmallList()
        list.add(0, SmallList.entries(1...2))
        // 02:00 UTC on the 21st is still the 20th in New York.
        list.add(
            26,
            SmallList.entries(1...5, in: ["CY"]).merging(SmallList.entries(6...7, under: ["CAATSA - RUSSIA", "IFSR"])) {
                $1
            }.merging(SmallList.entries([8], under: ["SDGT"], in: ["IR", "IQ"])) { $1 })
        #expect(
            try words(list) == [
                "us-ofac-sdn-2022-02-20-RUSSIA-EO14024 3 RU", "us-ofac-sdn-2022-02-20-CAATSA-RUSSIA 2 RU",
                "us-ofac-sdn-2022-02-20-SDGT 1 IQ,IR",
            ])
    }

    @Test func removalsEaseAndDeathsDoNot() throws {
        var list = SmallList()
        var entries = SmallList.entries(1...4)
        entries["4"]?.facts = [Attribute(.deathDate, "2021-12-31")]
        list.add(0, entries)
        list.add(24, SmallList.entries(1...2))
        let wave = try #require(try waves(list).first)
        #expect(wave.id == "us-ofac-sdn-2022-02-20-RUSSIA-EO14024-ease" && wave.entries.map(\.id) == ["3"])
        #expect(wave.event(try watched()).direction == "ease")
    }

    @Test func aRenamedTagIsTheSameProgramme() throws {
        var list = SmallList()
        list.add(0, SmallList.entries(1...2, under: ["PEESA-EO"]))
        list.add(24, SmallList.entries(1...3, under: ["PEESA-EO"]))
        list.add(72, SmallList.entries(1...3, under: ["PEESA-EO14039"]))
        #expect(try words(list) == ["us-ofac-sdn-2022-02-20-PEESA-EO14039 1 RU"])
    }

    @Test func whatNobodyDecidedIsNoWave() throws {
        let source = { (name: String) in [Attribute(.sourceList, name)] }
        func entries(_ ids: ClosedRange<Int>, of list: String) -> [String: SmallList.Entry] {
            SmallList.entries(ids).mapValues { entry in
                var entry = entry
                entry.facts = source(list)
                return entry
            }
        }
        var list = SmallList()
        let sdn = entries(50...60, of: "SDN")
        list.add(0, sdn.merging(entries(1...5, of: "Entity List")) { $1 })
        list.add(24, sdn)
        list.add(48, sdn.merging(entries(1...5, of: "Entity List")) { $1 })
        var rekeyed = sdn.merging(entries(1...5, of: "Entity List")) { $1 }
        rekeyed["99"] = rekeyed.removeValue(forKey: "1")
        list.add(72, rekeyed)
        let steps = try list.steps()
        #expect(steps.count == 3)
        #expect(Wave.all(steps, names: SmallList.names).isEmpty)
        // Nor do they count as listings or delistings.
        let day = try #require(Day(iso: "2022-02-01"))
        #expect(
            DesignationsNet.count(ListingChange.all(steps), programmes: Programmes(rows: []), in: day...(day + 60))
                .isEmpty)
    }

    @Test(arguments: [
        (24, "day"), (30, "day"), (72, "week"), (24 * 7, "week"), (24 * 20, "month"), (1, "hour"),
    ])
    func theLongerNobodyLookedTheLessIsKnownOfItsTime(hours: Int, precision: String) throws {
        var list = SmallList()
        list.add(0, SmallList.entries(1...1))
        list.add(Int64(hours), SmallList.entries(1...9))
        let wave = try #require(try waves(list).first)
        #expect(wave.precision == precision)
        let event = wave.event(try watched())
        #expect(event.notBefore?.description == "2022-02-20T00:00:00Z" && event.notAfter == wave.seen)
        #expect(event.dateSource == "seen" && event.time == nil)
        #expect(event.title.contains("some time from 2022-02-20") == ["week", "month"].contains(precision))
    }

    @Test func thePublishedDayIsTheWavesWhereThereIsOne() throws {
        var list = SmallList()
        list.add(0, published: "2022-02-18", SmallList.entries(1...1))
        list.add(24, published: "2022-02-19", SmallList.entries(1...2))
        let event = try #require(try waves(list).first).event(try watched())
        #expect(event.date.description == "2022-02-19" && event.dateSource == "official")
    }

    @Test func twoPublicationsOfADayAreTwoWaves() throws {
        var list = SmallList()
        for (hours, count) in [(6, 1), (12, 2), (18, 3)] {
            list.add(Int64(hours), SmallList.entries(1...count))
        }
        #expect(
            try waves(list).map(\.id) == [
                "us-ofac-sdn-2022-02-20-RUSSIA-EO14024", "us-ofac-sdn-2022-02-20-RUSSIA-EO14024-2",
            ])
    }

    @Test func aThemeIsComparedWhereManyOfItsEntriesAre() throws {
        var list = SmallList()
        list.add(0, SmallList.entries(1...1))
        list.add(
            24,
            SmallList.entries(1...9, under: ["SDGT"], in: ["SY"])
                .merging(SmallList.entries(10...11, under: ["SDGT"], in: ["RU"])) { $1 })
        let event = try #require(try waves(list).first).event(try watched())
        #expect(event.countries == ["SY", "RU"] && event.currencies == ["SYP"])
        #expect(event.title == "OFAC SDN adds 10 entries under SDGT (SY 8, RU 2)")
    }
}
