import Configuration
import Foundation
import Readers
import Testing
import Vocabulary
import Zones

/// The sample's files, read by the readers that its feed files name.
@Suite struct SampleTests {
    private func reading(_ feed: String, _ now: String) throws -> Reading {
        let settings = try Settings.load(root: ShippedTests.root + "Sample", environment: [:])
        let feed = try #require(settings.feed(feed))
        let instant = try #require(Instant(iso: now))
        let parts = try feed.parts.map { part in
            let url = try #require(URL(string: try settings.address(of: part, in: feed, at: instant).text))
            return Snapshot.Part(name: part.name, bytes: Array(try Data(contentsOf: url)))
        }
        let reader = try #require(ReaderCatalogue.named(feed.reader))
        return try reader.read(Snapshot(feed: feed.id, source: feed.source, parts: parts))
    }

    private let first = "2022-02-25T01:50:29Z"
    private let second = "2022-03-04T02:03:13Z"

    @Test("The rouble series has the ECB's figures, to its last of 117.201 on 1 March")
    func rates() throws {
        guard case .rates(let before) = try reading("ecb-hist", first).content,
            case .rates(let after) = try reading("ecb-90d", second).content
        else { throw Fault("no_rates", "the sample's ECB files are no rates") }
        #expect(before.count == 13)
        #expect(before.allSatisfy { $0.days.count == 301 })
        let rouble = try #require(after.first { $0.key.text == "EUR/RUB:reference:ecb" })
        #expect(rouble.days.suffix(2).map(\.description) == ["2022-02-28", "2022-03-01"])
        #expect(rouble.numbers.suffix(2).map(\.description) == ["115.4842", "117.201"])
        let dollar = try #require(after.first { $0.key.text == "EUR/USD:reference:ecb" })
        #expect(dollar.days.last?.description == "2022-03-03")
        // 75.992 roubles per dollar on 18 February, 105.000 on 1 March, to three decimals.
        let cross = { (day: String) throws -> Double in
            let day = try #require(Day(iso: day))
            let at = { (series: SeriesReading) throws in try #require(series.days.firstIndex(of: day)) }
            return try (rouble.numbers[at(rouble)].value / dollar.numbers[at(dollar)].value * 1000).rounded() / 1000
        }
        #expect(try cross("2022-02-18") == 75.992)
        #expect(try cross("2022-03-01") == 105.000)
    }

    @Test("Between the fetches 29 of OFAC's entries are added and 7 changed, and nothing is left unread")
    func list() throws {
        let (before, after) = (try reading("us-ofac-sdn", first), try reading("us-ofac-sdn", second))
        guard case .list(let old) = before.content, case .list(let new) = after.content else {
            throw Fault("no_list", "the sample's OFAC files are no list")
        }
        #expect(before.rows == 42)
        #expect(after.rows == 71)
        #expect(before.leftovers.isEmpty && after.leftovers.isEmpty)
        #expect(before.warnings.isEmpty && after.warnings.isEmpty)
        let (was, now) = (Set(old[0].entries), Set(new[0].entries))
        let ids = { (rows: Set<EntryRow>) in Set(rows.map(\.id)) }
        #expect(ids(now).subtracting(ids(was)).count == 29)
        #expect(ids(was).subtracting(ids(now)).isEmpty)
        #expect(
            ids(was.subtracting(now)).sorted() == ["16669", "16671", "16685", "16829", "18310", "21171", "24183"])
        // Addresses and aliases are of entries that the list has.
        for facet in old + new { #expect(ids(Set(facet.entries)).isSubset(of: ids(now)), "\(facet.name)") }
    }

    @Test("The sample's events are 17 around the invasion, and all of them stand in the shipped file")
    func events() throws {
        guard case .events(let sample) = try reading("events", first).content else {
            throw Fault("no_events", "the sample's events are none")
        }
        #expect(sample.count == 17)
        #expect(sample.first?.id == "RU-2022-02-21")
        #expect(sample.allSatisfy { (2022...2022).contains($0.date.civil.year) && $0.date.civil.month <= 3 })
        let shipped = try EventFile.read(ShippedTests.root + "Config/events.csv")
        #expect(Set(sample).isSubset(of: shipped))
        #expect(shipped.count == 166)
        #expect(shipped.allSatisfy { !$0.source.isEmpty && !$0.title.isEmpty && !$0.countries.isEmpty })
        #expect(shipped.allSatisfy { ["tighten", "ease", "neutral"].contains($0.direction) })
    }
}

private enum EventFile {
    static func read(_ path: String) throws -> [NewsEvent] {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let reader = try #require(ReaderCatalogue.named("events-csv"))
        let snapshot = Snapshot(feed: "events", source: "events", parts: [.init(name: "main", bytes: bytes)])
        guard case .events(let events) = try reader.read(snapshot).content else { return [] }
        return events
    }
}
