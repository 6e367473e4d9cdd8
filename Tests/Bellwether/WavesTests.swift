import Foundation
import TestSupport
import Testing

/// Designation waves through the commands: the sample's lists were looked at on 25 February and 4 March 2022.
@Suite struct WavesTests {
    private let russia = "us-ofac-sdn-2022-03-03-RUSSIA-EO14024"

    @Test func aWaveIsListedWithTheIntervalInWhichItCame() throws {
        let desk = try FetchedSample.shared.get()
        let waves = try desk.rows("events", "list", "--waves")
        let wave = try #require(waves.first { $0["id"] == russia })
        #expect(wave["date"] == "2022-03-03" && wave["precision"] == "week" && wave["date_source"] == "seen")
        #expect(wave["not_before"] == "2022-02-25T01:50:29Z" && wave["not_after"] == "2022-03-04T02:03:13Z")
        #expect(wave["countries"] == "RU" && wave["currencies"] == "RUB" && wave["direction"] == "tighten")
        #expect(wave["tags"] == "sanctions;designation" && wave["programs"] == "RUSSIA-EO14024")
        // Small ones are the daily upkeep of a list, shown when asked for.
        #expect(!waves.contains { $0["id"] == "un-sc-2022-03-03-Yemen" })
        let all = try desk.rows("events", "list", "--waves", "--min-entries", "1")
        let yemen = try #require(all.first { $0["id"] == "un-sc-2022-03-03-Yemen" })
        #expect(yemen["date_source"] == "official" && yemen["currencies"] == "YER")
        let own = try desk.rows("events", "list", "--waves", "--min-entries", "1", "--list", "un-sc")
        #expect(own.map { $0["id"] } == ["un-sc-2022-03-03-Yemen"])
        #expect(try desk.rows("events", "list").allSatisfy { $0["not_before"] == "" })
    }

    @Test func aWaveIsShownWithItsEntries() throws {
        let desk = try FetchedSample.shared.get()
        let shown = try desk.run("events", "show", russia)
        #expect(shown.output.contains("2022-02-25T01:50:29Z") && shown.output.contains("USMANOV"))
        let entries = try desk.rows("events", "show", russia, "--entries")
        #expect(entries.contains { $0["entry_id"] == "35283" && $0["kind"] == "person" })
        let title = try desk.rows("events", "show", russia).first?["title"]
        #expect(title?.hasPrefix("OFAC SDN adds \(entries.count) entries under RUSSIA-EO14024") == true)
        #expect(try desk.run("events", "show", "RU-2022-02-24", "--entries").status == 2)
        #expect(try desk.run("events", "show", "us-ofac-sdn-2022-03-03-NOTHING").status == 1)
    }

    @Test func aWaveIsComparedAndRecordedEventsConfoundIt() throws {
        let desk = try FetchedSample.shared.get()
        let rows = try desk.rows("compare", "--event", russia)
        #expect(rows.allSatisfy { $0["event"] == russia && $0["series"] == "EUR/RUB:reference:ecb" } && !rows.isEmpty)
        #expect(rows.contains { $0["confounders"]?.contains("RU-2022-03-02") == true })
        let waves = try desk.rows("compare", "--waves", "--min-entries", "20", "--tag", "designation")
        #expect(Set(waves.map { $0["event"] }) == [russia])
        #expect(try desk.rows("compare", "--waves", "--tag", "relief").isEmpty)
    }

    @Test func beforeTheSecondLookThereIsNoWave() throws {
        let desk = try FetchedSample.shared.get()
        #expect(
            try desk.rows("events", "list", "--waves", "--min-entries", "1", "--known-on", "2022-03-03").isEmpty)
        #expect(try desk.run("compare", "--event", russia, "--known-on", "2022-03-03").status == 2)
    }

    @Test func optionsOfWavesWantWaves() throws {
        let desk = try FetchedSample.shared.get()
        for words in [["events", "list", "--list", "un-sc"], ["compare", "--min-entries", "3"]] {
            let run = try Execution.bellwether(["--workspace", desk.workspace] + words)
            #expect(run.status == 2 && run.errors.contains("--waves"), "\(run.errors)")
        }
        #expect(try desk.run("events", "list", "--waves", "--list", "nobody").status == 2)
    }

    @Test func theSummaryIsReadInSentences() throws {
        let desk = try FetchedSample.shared.get()
        let run = try desk.run("changes", "--summary", "step")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(run.output.contains("OFAC SDN, 3 Mar 2022: +29 ("))
        #expect(run.output.hasPrefix("UN Security Council, 3 Mar 2022: +1 (Yemen +1); 9 entries.\n"))
        let week = try desk.run("changes", "us-ofac-sdn", "--summary", "week")
        #expect(week.output.hasPrefix("OFAC SDN, week 2022-W09 (28 Feb to 6 Mar 2022): +29 ("))
        let families = try desk.rows("changes", "--summary", "family")
        #expect(families.contains { $0["family"] == "RU.main" && $0["list"] == "us-ofac-sdn" })
        let kinds = try desk.rows("changes", "us-ofac-sdn", "--summary", "kind")
        #expect(kinds.compactMap { Int($0["added"] ?? "") }.reduce(0, +) == 29)
    }
}
