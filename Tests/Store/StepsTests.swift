import Store
import Testing
import Vocabulary

/// A list in small: what each snapshot says of each key.
///
/// Every backend must tell the same of it.
private func steps(_ snapshots: [[String: [Attribute]]], seen: [Int64]? = nil) throws -> [Step] {
    let told = try Backend.allCases.map { try steps(snapshots, seen: seen, $0) }
    for other in told.dropFirst() {
        #expect(other.map(\.changes) == told[0].map(\.changes) && other.map(\.entries) == told[0].map(\.entries))
    }
    return told[0]
}

private func steps(_ snapshots: [[String: [Attribute]]], seen: [Int64]?, _ backend: Backend) throws -> [Step] {
    let ledger = try backend.ledger()
    func instant(_ index: Int) -> Instant { Instant(seconds: 1_640_000_000 + 86_400 * (seen?[index] ?? Int64(index))) }
    let ids = snapshots.indices.map { RunID(seen: instant($0), feed: "list", digest: "\(10_000_000 + $0)") }
    for (index, entries) in snapshots.enumerated() {
        let seen = instant(index)
        var run = Run(
            id: ids[index], feed: "list", source: "demo", how: "import", seen: seen, recorded: seen, outcome: .stored,
            localDay: seen.day)
        run.knownFrom = seen
        run.parts = [.init(name: "main", sha256: "\(entries.hashValue)", bytes: 1, address: nil)]
        if index > 0, entries == snapshots[index - 1] {
            run.outcome = .unchanged
            run.sameAs = ids[index - 1]
        }
        let rows = entries.sorted { $0.key < $1.key }
        let facet = FacetReading(
            name: "main",
            entries: rows.map { EntryRow(id: $0.key, digest: Int64($0.value.hashValue)) }
        ) { rows[$0].value.sorted() }
        try ledger.record(run)
        if run.outcome == .stored {
            _ = try ledger.store(Reading(.list([facet])), run: run, trustingDigests: false)
        }
    }
    return try ledger.steps("list", known: .now)
}

private func entity(
    _ name: String, born: String? = nil, passport: String? = nil, under programme: String? = nil,
    from source: String? = nil
) -> [Attribute] {
    [Attribute(.kind, "person"), Attribute(.name, name, ["primary"])]
        + [
            born.map { Attribute(.birthDate, $0) }, passport.map { Attribute(.identifier, $0, ["passport", "RU"]) },
            programme.map { Attribute(.programme, $0) }, source.map { Attribute(.sourceList, $0) },
        ].compactMap(\.self)
}

private func words(_ step: Step) -> [String] {
    step.changes.map { "\($0.kind.rawValue) \($0.formerID.map { "\($0)>" } ?? "")\($0.id)" }
}

@Suite struct StepsTests {
    @Test(arguments: [
        (entity("IVANOV, Ivan", born: "1960-02-01"), entity("Ivanov  Ivan", born: "1960"), true),
        (entity("IVANOV", passport: "4510"), entity("IVANOV", born: "1961", passport: "4510"), true),
        (entity("IVANOV", under: "SDGT"), entity("IVANOV.", born: "1961", under: "SDGT"), true),
        (entity("IVANOV"), entity("IVANOV"), true),
        (entity("IVANOV"), entity("IVANOV", born: "1961"), false),
        (entity("IVANOV", under: "SDGT"), entity("IVANOV", under: "SYRIA"), false),
        (entity("IVANOV", born: "1960", under: "SDGT"), entity("IVANOV", born: "1984", under: "SDGT"), false),
        (entity("IVANOV", passport: "1", under: "SDGT"), entity("IVANOV", passport: "2", under: "SDGT"), false),
        (entity("IVANOV", under: "SDGT"), entity("PETROV", under: "SDGT"), false),
    ])
    func anEntityUnderAnotherKeyIsOneChangeWhereItsFactsAgree(old: [Attribute], new: [Attribute], isOne: Bool) throws {
        let step = try #require(try steps([["1": old, "9": []], ["2": new, "9": []]]).first)
        #expect(words(step) == (isOne ? ["re-keyed 1>2"] : ["removed 1", "added 2"]))
        #expect(step.changes.first?.before?.attributes == old.sorted())
    }

    @Test func namesakesThatBothCouldBeMeantAreNotPaired() throws {
        let ivanov = entity("IVANOV", under: "SDGT")
        let born = entity("IVANOV", born: "1960", under: "SDGT")
        #expect(
            try steps([["1": ivanov], ["2": born, "3": born]]).map(words) == [["removed 1", "added 2", "added 3"]])
        // The same to the letter is meant before a namesake that would do as well.
        let found = try #require(try steps([["1": ivanov, "2": born], ["3": ivanov]]).first)
        #expect(Set(words(found)) == ["re-keyed 1>3", "removed 2"])
    }

    @Test func aNewKeyBesideTheOldOneIsAnAddition() throws {
        let ivanov = entity("IVANOV", under: "SDGT")
        #expect(try steps([["1": ivanov], ["1": ivanov, "2": ivanov]]).map(words) == [["added 2"]])
    }

    @Test func anOldKeyThatComesBackHasReturned() throws {
        let ivanov = entity("IVANOV", under: "SDGT")
        #expect(
            try steps([["1": ivanov], ["2": ivanov], ["1": ivanov, "2": ivanov]]).map(words)
                == [["re-keyed 1>2"], ["returned 1"]])
        #expect(
            try steps([["1": ivanov], ["2": ivanov], ["1": ivanov]]).map(words) == [["re-keyed 1>2"], ["re-keyed 2>1"]])
    }

    /// Entries 1 to `count` of a source, and one of another.
    private func snapshot(_ count: Int, of source: String = "Entity List") -> [String: [Attribute]] {
        var entries = ["90": entity("Z", from: "SDN")]
        for id in 0..<count { entries["\(id + 1)"] = entity("E\(id)", from: source) }
        return entries
    }

    @Test func entriesThatGoWithTheirWholeSourceAreNotRemoved() throws {
        let found = try steps([snapshot(4), snapshot(0), snapshot(4), snapshot(3)])
        #expect(
            found.map(words) == [
                (1...4).map { "source missing \($0)" }, (1...4).map { "returned \($0)" }, ["removed 4"],
            ])
        #expect(found[1].changes.allSatisfy { $0.isBackWithSource })
    }

    @Test func theLastFewOfASourceAndThoseOfOneThatGoesOnAreRemoved() throws {
        #expect(try steps([snapshot(3), snapshot(0)]).map(words) == [(1...3).map { "removed \($0)" }])
        #expect(try steps([snapshot(6), snapshot(1)]).map(words) == [(2...6).map { "removed \($0)" }])
    }

    @Test func aStepBeginsAtTheLastLookAlsoAtOneThatFoundNothing() throws {
        let found = try steps([["1": entity("A")], ["1": entity("A")], ["1": entity("B")]], seen: [0, 3, 5])
        #expect(found.map(\.previousSeen) == [Instant(seconds: 1_640_000_000 + 3 * 86_400)])
    }
}
