import Store
import Testing
import Vocabulary

/// Snapshots of one source, some accepted late, arriving in every kind of order.
@Suite struct AnyOrderTests {
    struct Picture {
        var run: Run
        var reading: Reading
        /// What the snapshot says of each cell; absent where it is complete and has nothing.
        var cells: [Int: Int?]
    }

    /// Random snapshots: each complete for a range of ten days of one series, with values from a small set so that
    /// repeats are common; one in four becomes known long after it was seen.
    static func rates(seed: UInt64, count: Int) -> [Picture] {
        var random = SplitMix(state: seed)
        return (0..<count).map { index in
            let seen = Instant(seconds: 1_600_000_000 + Int64(index) * 1000)
            var run = Run(
                id: RunID(seen: seen, feed: "demo", digest: "\(10_000_000 + index + 1000 * Int(seed))"), feed: "demo",
                source: "demo", how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = random.next() % 4 == 0 ? seen + Int64(random.next() % 6) * 1000 + 1 : seen
            let first = Int(random.next() % 4)
            let range = first...(first + 3)
            var series = SeriesReading(
                key: SeriesKey(base: "EUR", quote: "RUB", measure: "reference", source: "demo"), unit: "RUB per EUR",
                complete: Day(number: range.lowerBound)...Day(number: range.upperBound))
            var cells: [Int: Int?] = [:]
            for day in range {
                let value = Int(random.next() % 3)
                cells[day] = value == 0 ? .some(nil) : value
                guard value != 0 else { continue }
                series.days.append(Day(number: day))
                series.numbers.append(PublishedNumber(digits: Int64(value), decimals: 0))
            }
            return Picture(run: run, reading: Reading(.rates([series])), cells: cells)
        }
    }

    static func lists(seed: UInt64, count: Int) -> [Picture] {
        var random = SplitMix(state: seed)
        return (0..<count).map { index in
            let seen = Instant(seconds: 1_600_000_000 + Int64(index) * 1000)
            var run = Run(
                id: RunID(seen: seen, feed: "list", digest: "\(10_000_000 + index + 1000 * Int(seed))"), feed: "list",
                source: "demo", how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = random.next() % 4 == 0 ? seen + Int64(random.next() % 6) * 1000 + 1 : seen
            var cells: [Int: Int?] = [:]
            for entry in 0..<4 {
                let value = Int(random.next() % 3)
                cells[entry] = value == 0 ? .some(nil) : value
            }
            // Equal bytes are a repetition, and make no step.
            run.parts = [.init(name: "main", sha256: "\(cells.hashValue)", bytes: 1, address: nil)]
            let present = cells.compactMap { entry, value in value.map { (entry, $0) } }.sorted { $0.0 < $1.0 }
            let facet = FacetReading(
                name: "main", entries: present.map { EntryRow(id: "\($0.0)", digest: Int64($0.1)) }
            ) { [Attribute(.name, "value \(present[$0].1)")] }
            return Picture(run: run, reading: Reading(.list([facet])), cells: cells)
        }
    }

    static func fill(_ pictures: [Picture], _ backend: Backend) throws -> Ledger {
        let ledger = try backend.ledger()
        for picture in pictures {
            try ledger.transaction {
                try ledger.record(picture.run)
                _ = try ledger.store(picture.reading, run: picture.run, trustingDigests: true)
            }
        }
        return ledger
    }

    /// By definition: the last snapshot in seen order that is known at the instant and complete for the cell.
    static func truth(_ pictures: [Picture], cell: Int, at known: Int64) -> Int? {
        pictures.filter { ($0.run.knownFrom?.seconds ?? .max) <= known && $0.cells[cell] != nil }
            .max { $0.run.seen < $1.run.seen }?.cells[cell] ?? nil
    }

    @Test(arguments: Backend.allCases, 1...60)
    func valuesEndTheSameInAnyOrderAndAnswerWhatWasKnown(_ backend: Backend, seed: Int) throws {
        let pictures = AnyOrderTests.rates(seed: UInt64(seed), count: 9)
        var random = SplitMix(state: UInt64(seed) &* 7919)
        let ordered = try AnyOrderTests.fill(pictures, backend)
        let shuffled = try AnyOrderTests.fill(pictures.shuffled(using: &random), backend)
        func readings(_ ledger: Ledger) throws -> [String] {
            try ledger.dump().filter { $0.hasPrefix("observation") }
        }
        #expect(try readings(ordered) == readings(shuffled))
        // Known-on is asked by day; whole days apart here would hide the late ones, so ask the rows directly.
        let key = SeriesKey(base: "EUR", quote: "RUB", measure: "reference", source: "demo")
        for picture in pictures {
            let instant = picture.run.knownFrom?.seconds ?? 0
            let known = KnownOn(lastSecond: instant)
            let found = try shuffled.observations(ObservationQuery(key, known: known))
            let values = Dictionary(
                uniqueKeysWithValues: found.map { (Int($0.day.number), Int($0.number?.digits ?? 0)) })
            for cell in 0..<8 {
                #expect(
                    values[cell] == AnyOrderTests.truth(pictures, cell: cell, at: instant), "day \(cell) at \(instant)")
            }
        }
    }

    @Test(arguments: Backend.allCases, 1...60)
    func entriesEndTheSameInAnyOrderAndAnswerWhatWasKnown(_ backend: Backend, seed: Int) throws {
        let pictures = AnyOrderTests.lists(seed: UInt64(seed), count: 9)
        var random = SplitMix(state: UInt64(seed) &* 104_729)
        let shuffled = try AnyOrderTests.fill(pictures.shuffled(using: &random), backend)
        func steps(_ ledger: Ledger) throws -> [String] {
            try ledger.steps("list", known: .now).map { step in
                let changes = step.changes.map { "\($0.kind) \($0.id) \($0.after?.name ?? "-")" }
                return "\(step.run.id) \(step.entries) \(changes) \(step.rawChanged)"
            }
        }
        #expect(try steps(AnyOrderTests.fill(pictures, backend)) == steps(shuffled))
        for picture in pictures {
            let instant = picture.run.knownFrom?.seconds ?? 0
            let found = try shuffled.entries("list", on: nil, known: KnownOn(lastSecond: instant))
            let names = Dictionary(uniqueKeysWithValues: found.map { ($0.designation.id, $0.designation.name) })
            for cell in 0..<4 {
                let truth = AnyOrderTests.truth(pictures, cell: cell, at: instant).map { "value \($0)" }
                #expect(names["\(cell)"] == truth, "entry \(cell) at \(instant)")
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func aRepeatedSnapshotStillAnswersAfterALateOneComesBetween(_ backend: Backend) throws {
        let pictures = AnyOrderTests.lists(seed: 5, count: 3)
        var repeated = pictures[2]
        repeated.run.outcome = .unchanged
        repeated.run.sameAs = pictures[0].run.id
        repeated.run.knownFrom = repeated.run.seen
        var first = pictures[0]
        first.run.knownFrom = first.run.seen
        var late = pictures[1]
        late.run.knownFrom = late.run.seen
        let ledger = try backend.ledger()
        try ledger.record(first.run)
        _ = try ledger.store(first.reading, run: first.run, trustingDigests: true)
        let before = try ledger.entries("list", on: nil, known: .now).map(\.designation)
        try ledger.record(repeated.run)
        try ledger.record(late.run)
        _ = try ledger.store(late.reading, run: late.run, trustingDigests: true)
        #expect(try ledger.entries("list", on: nil, known: .now).map(\.designation) == before)
    }
}

/// Steele, Lea and Flood 2014: a small generator whose sequence a seed fixes.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
