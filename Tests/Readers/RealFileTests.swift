import FoundationEssentials
import Readers
import Testing
import Vocabulary

@Suite(.enabled(if: RealData.isPresent, RealData.absence)) struct RealFileTests {
    @Test func theECBHistoryHasAllItsValues() throws {
        let reading = try read("ecb-csv", try RealData.file("rates/ecb/eurofxref-hist.zip"))
        #expect(reading.rows == 221_702)
        #expect(reading.rates.count == 41)
        #expect(reading.published?.description == "2026-10-30")
        let rouble = try reading.series("EUR/RUB:reference:ecb")
        #expect(rouble.printed.last == "2022-03-01 117.201")
        #expect(try #require(rouble.complete).lowerBound.description == "1999-01-04")
        for series in reading.rates {
            #expect(zip(series.days, series.days.dropFirst()).allSatisfy { $0 < $1 }, "\(series.key) ascends")
        }
        // 75.992 roubles per dollar on 2022-02-18, 105.000 on 2022-03-01: published cross rates.
        let dollar = try reading.series("EUR/USD:reference:ecb")
        func rate(_ series: SeriesReading, _ day: String) throws -> Double {
            let index = try #require(series.days.firstIndex { $0.description == day })
            return series.numbers[index].value
        }
        for (day, cross) in [("2022-02-18", 75.992), ("2022-03-01", 105.000)] {
            #expect(abs(try rate(rouble, day) / rate(dollar, day) - cross) < 0.0005)
        }
    }

    @Test func theECBDaysFileAgreesWithTheHistory() throws {
        let day = try read("ecb-csv", try RealData.file("rates/ecb/eurofxref.csv"))
        let history = try read("ecb-csv", try RealData.file("rates/ecb/eurofxref-hist.zip"))
        #expect(day.rates.count == 29)
        for series in day.rates {
            let last = try #require(try history.series(series.key.text).numbers.last)
            #expect(last.isSameValue(as: series.numbers[0]), "\(series.key)")
        }
    }

    @Test func everySDNSnapshotHasTheEntriesAndChangesOfTheLedger() throws {
        let csv = String(
            decoding: try RealData.file("lists/us-ofac-sdn/ledger-2021-08-to-2022-12.csv"), as: UTF8.self)
        let steps = csv.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        var snapshots: [String: [UInt8]] = [:]
        try RealData.unpack("lists/us-ofac-sdn/sdn-csv-2021-08-to-2022-12.tar.zst") { snapshots[$0] = $1 }
        #expect(snapshots.count == 143)
        var before: (digests: [String: Int64], reading: Reading)?
        var modified = 0
        for (step, name) in zip([nil] + steps.map { Optional($0) }, snapshots.keys.sorted()) {
            let reading = try read("ofac-csv", try #require(snapshots[name]), part: "sdn")
            #expect(reading.warnings.isEmpty && reading.leftovers.isEmpty)
            let entries = reading.facets[0].entries
            let digests = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.digest) })
            defer { before = (digests, reading) }
            guard let before, let step else { continue }
            let changed = digests.filter { id, digest in before.digests[id].map { $0 != digest } ?? false }.keys
            let counts = [
                entries.count, digests.keys.count { before.digests[$0] == nil },
                before.digests.keys.count { digests[$0] == nil }, changed.count,
            ]
            #expect(counts.map { String($0) } == step[2...5].map { String($0) }, "\(name)")
            for id in changed where try before.reading.facts(id, "sdn") != reading.facts(id, "sdn") { modified += 1 }
        }
        // 928 rows differ in some byte; one only in a double blank (40261, 2022-12-16).
        #expect(modified == 927)
    }

    @Test func theTornDownloadIsAConflictAndItsPartsRead() throws {
        let folder = "lists/us-ofac-sdn/csv-2022-01-31/"
        let sdn = try RealData.unpacked(folder + "sdn.csv.xz")
        let whole = try read("ofac-csv", sdn, part: "sdn")
        #expect(whole.conflicts.map(\.message) == ["sdn: entry 2677 stands on lines 57 and 9044 with other facts"])
        // Without the torn row the file reads, and so do the others beside it.
        let torn = try #require(sdn.dropLast().lastIndex(of: 10))
        let reading = try read(
            "ofac-csv",
            [
                ("sdn", Array(sdn[...torn])), ("add", try RealData.unpacked(folder + "add.csv.xz")),
                ("alt", try RealData.unpacked(folder + "alt.csv.xz")),
            ])
        #expect(reading.rows == 9043)
        var addresses = 0
        for index in reading.facets[1].entries.indices {
            addresses += try reading.facets[1].attributes(index).count { $0.field == .address }
        }
        #expect(reading.facets.map(\.entries.count) == [9043, 9044, 4302])
        // 34489 is the entry whose row was torn.
        #expect(reading.warnings.contains { $0.hasPrefix("add: 1 entries that sdn does not have, the first 34489") })
        #expect(addresses == 9336)
    }

    @Test func theCuratedEventsRead() throws {
        let reading = try read("events-csv", try RealData.file("events/curated.csv"))
        #expect(reading.events.count == 153)
        #expect(reading.leftovers.isEmpty)
    }
}
