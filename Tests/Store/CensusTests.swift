import Store
import Testing
import Vocabulary

/// A census is kept by differences; these count it whole.
@Suite struct CensusTests {
    struct Picture {
        var run: Run
        var reading: Reading
        var truth: [Census]
    }

    /// Random snapshots of a list of eight in two parts, the second of which is sometimes missing.
    static func pictures(seed: UInt64) -> [Picture] {
        var random = SplitMix(state: seed)
        return (0..<9).map { index in
            let seen = Instant(seconds: 1_600_000_000 + Int64(index) * 1000)
            var run = Run(
                id: RunID(seen: seen, feed: "list", digest: "\(10_000_000 + index + 1000 * Int(seed))"), feed: "list",
                source: "demo", how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = random.next() % 4 == 0 ? seen + 5000 : seen
            let names = random.next() % 3 == 0 ? ["main"] : ["main", "add"]
            let parts = names.map { name in
                (
                    name: name,
                    entries: (0..<8).compactMap { entry -> (String, [Attribute])? in
                        let dice = random.next() % 6
                        guard dice > 0 else { return nil }
                        return ("\(entry)", facts(dice))
                    }
                )
            }
            let facets = parts.map { part in
                FacetReading(
                    name: part.name,
                    entries: part.entries.map {
                        EntryRow(id: $0.0, digest: Int64($0.1.count * 10 + $0.1[0].value.count))
                    }
                ) { part.entries[$0].1 }
            }
            let truth = parts.map { part in
                var census = Census(facet: part.name)
                for entry in part.entries { census.count(entry.1) }
                return census
            }
            return Picture(run: run, reading: Reading(.list(facets)), truth: truth)
        }
    }

    /// Of different numbers or lengths, so that digests made from these differ.
    private static func facts(_ dice: UInt64) -> [Attribute] {
        switch dice {
        case 1: [Attribute(.name, "a")]
        case 2: [Attribute(.name, "ab"), Attribute(.programme, "X")]
        case 3: [Attribute(.name, "abc"), Attribute(.programme, "X"), Attribute(.programme, "Y")]
        case 4: [Attribute(.name, "abcd"), Attribute(.birthDate, "1970"), Attribute(.birthDate, "1971")]
        default: [Attribute(.name, "abcde"), Attribute(.sourceList, "SSI")]
        }
    }

    @Test(arguments: Backend.allCases, 1...40 as ClosedRange<UInt64>)
    func isThatOfTheSnapshotAloneWhateverTheOrderOfArrival(_ backend: Backend, seed: UInt64) throws {
        let pictures = CensusTests.pictures(seed: seed)
        var random = SplitMix(state: seed &* 7919)
        let ledger = try backend.ledger()
        for picture in pictures.shuffled(using: &random) {
            try ledger.record(picture.run)
            let effect = try ledger.store(picture.reading, run: picture.run, trustingDigests: true)
            #expect(effect.censuses == picture.truth)
        }
        for picture in pictures {
            let found = try ledger.censuses(of: picture.run)
            #expect(Set(found) == Set(picture.truth))
        }
    }

    @Test(arguments: Backend.allCases)
    func removalsAreCountedUnderTheProgrammesOfThoseWhoLeft(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        var effects: [Effect] = []
        for (index, entries) in [["1": "X", "2": "X", "3": "Y"], ["1": "Z", "4": "Y"]].enumerated() {
            let seen = Instant(seconds: 1_600_000_000 + Int64(index))
            var run = Run(
                id: RunID(seen: seen, feed: "list", digest: "\(10_000_000 + index)"), feed: "list", source: "demo",
                how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = seen
            let rows = entries.sorted { $0.key < $1.key }
            let facet = FacetReading(
                name: "main", entries: rows.map { EntryRow(id: $0.key, digest: Int64($0.value.utf8.first ?? 0)) }
            ) { [Attribute(.programme, rows[$0].value)] }
            try ledger.record(run)
            effects.append(try ledger.store(Reading(.list([facet])), run: run, trustingDigests: true))
        }
        #expect(effects[1].programmesBefore == ["X": 2, "Y": 1])
        #expect(effects[1].removedByProgramme == ["X": 1, "Y": 1])
        #expect(effects[1].addedByProgramme == ["Y": 1])
        #expect(effects[1].removedExamples == ["2", "3"] && effects[1].addedExamples == ["4"])
    }
}
