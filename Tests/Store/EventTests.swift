import Testing
import Vocabulary

@testable import Store

/// Events are asked for by what they are; every backend answers as if all had been read and looked through.
@Suite struct EventTests {
    private static func day(_ number: Int) -> Day { Day(number: 19_000 + number) }

    /// Random events in a few runs, with later versions, and some taken out; every run a day after the one before.
    private static func runs(seed: UInt64) -> [(run: Run, events: [NewsEvent])] {
        var random = SplitMix(state: seed)
        func some(_ of: [String]) -> [String] { of.filter { _ in random.next() % 3 == 0 } }
        return (0..<6).map { number in
            let seen = Instant(seconds: 1_650_000_000 + Int64(number) * 86_400)
            var run = Run(
                id: RunID(seen: seen, feed: "events", digest: "\(10_000_000 + number)"), feed: "events",
                source: "manual", how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = seen
            let events = (0..<12).filter { _ in random.next() % 2 == 0 }.map { index in
                var event = NewsEvent(id: "E\(index)", date: day(Int(random.next() % 20)))
                event.title = "telling \(number) of \(index)"
                event.countries = some(["RU", "SY", "IR"])
                event.currencies = some(["RUB", "SYP"])
                event.tags = some(["sanctions", "war", "rates"])
                event.key = "example.org/\(index)"
                event.isDropped = random.next() % 5 == 0
                return event
            }
            return (run, events)
        }
    }

    private static func fill(_ ledger: Ledger, _ runs: [(run: Run, events: [NewsEvent])]) throws {
        for (run, events) in runs {
            try ledger.record(run)
            _ = try ledger.store(Reading(.events(events)), run: run, trustingDigests: false)
        }
    }

    /// Of each event the last telling by a moment; one that was taken out as it was before that.
    private static func truth(_ runs: [(run: Run, events: [NewsEvent])], by known: KnownOn) -> [NewsEvent] {
        var last: [String: NewsEvent] = [:]
        for (run, events) in runs where run.seen.seconds <= known.lastSecond {
            for event in events {
                if event.isDropped { last[event.id]?.isDropped = true } else { last[event.id] = event }
            }
        }
        return last.values.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    @Test(arguments: Backend.allCases, 1...25)
    func whatIsAskedForIsWhatLookingThroughAllWouldFind(_ backend: Backend, seed: Int) throws {
        let runs = EventTests.runs(seed: UInt64(seed))
        let ledger = try backend.ledger()
        try EventTests.fill(ledger, runs)
        for known in [KnownOn.now, KnownOn(lastSecond: runs[2].run.seen.seconds)] {
            let all = EventTests.truth(runs, by: known)
            #expect(try ledger.events(.all, known: known) == all)
            let standing = all.filter { !$0.isDropped }
            func ask(_ narrow: (inout EventQuery) -> Void, _ fits: (NewsEvent) -> Bool) throws {
                #expect(try ledger.events(EventQuery(.standing, narrow), known: known) == standing.filter(fits))
            }
            let (first, last) = (EventTests.day(5), EventTests.day(12))
            try ask({ ($0.from, $0.to) = (first, last) }, { (first...last).contains($0.date) })
            try ask({ $0.from = first }, { $0.date >= first })
            try ask({ $0.ids = ["E3", "E7", "unheard of"] }, { ["E3", "E7"].contains($0.id) })
            try ask(
                { $0.require(.country, anyOf: ["RU", "IR"]) },
                {
                    $0.countries.contains("RU") || $0.countries.contains("IR")
                })
            try ask(
                {
                    $0.require(.country, anyOf: ["SY"])
                    $0.require(.tag, anyOf: ["war", "rates"])
                    $0.to = last
                },
                {
                    $0.countries.contains("SY") && ($0.tags.contains("war") || $0.tags.contains("rates"))
                        && $0.date <= last
                })
            try ask(
                { $0.marks = [[Mark(.country, "IR"), Mark(.currency, "SYP")]] },
                {
                    $0.countries.contains("IR") || $0.currencies.contains("SYP")
                })
            try ask({ $0.require(.story, anyOf: ["example.org/4"]) }, { $0.id == "E4" })
            try ask({ $0.marks = [[]] }, { _ in false })
        }
    }

    @Test(arguments: Backend.allCases)
    func whatWasLearnedAfterAMomentIsAllThatReadsDifferentlySince(_ backend: Backend) throws {
        let runs = EventTests.runs(seed: 3)
        let ledger = try backend.ledger()
        try EventTests.fill(ledger, runs)
        let then = KnownOn(lastSecond: runs[3].run.seen.seconds)
        let before = Dictionary(uniqueKeysWithValues: EventTests.truth(runs, by: then).map { ($0.id, $0) })
        let differing = EventTests.truth(runs, by: .now).filter { before[$0.id] != $0 }
        let learned = try ledger.events(EventQuery(.all) { $0.learnedAfter = then }, known: .now)
        #expect(!differing.isEmpty && differing.allSatisfy(learned.contains))
        let days = EventTests.day(4)...EventTests.day(9)
        let within = try ledger.events(
            EventQuery(.all) { ($0.learnedAfter, $0.from, $0.to) = (then, days.lowerBound, days.upperBound) },
            known: .now)
        #expect(differing.filter { days.contains($0.date) }.allSatisfy(within.contains))
        #expect(within.allSatisfy { days.contains($0.date) })
        #expect(try ledger.hasLearnedEvents(moreThan: differing.count - 1, after: then))
        #expect(try !ledger.hasLearnedEvents(moreThan: 6 * 12, after: then))
        #expect(try !ledger.hasLearnedEvents(moreThan: 0, after: .now))
    }

    @Test(arguments: Backend.allCases)
    func storiesThatNobodyLookedAtAreCountedAndLeftOutOfWhatIsReviewed(_ backend: Backend) throws {
        var runs = EventTests.runs(seed: 9)
        for number in runs.indices {
            for index in runs[number].events.indices where ["E1", "E4", "E8"].contains(runs[number].events[index].id) {
                runs[number].events[index].status = "new"
            }
        }
        let ledger = try backend.ledger()
        try EventTests.fill(ledger, runs)
        let standing = EventTests.truth(runs, by: .now).filter { !$0.isDropped }
        let waiting = standing.filter(\.isUnreviewed)
        #expect(!waiting.isEmpty && waiting.count < standing.count)
        #expect(try ledger.unreviewedCount(known: .now) == waiting.count)
        #expect(try ledger.unreviewed(known: .now) == waiting)
        #expect(try ledger.events(.reviewed, known: .now) == standing.filter { !$0.isUnreviewed })
    }

    @Test(arguments: Backend.allCases)
    func anIdStaysThatOfAnEventThatWasTakenOut(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        var event = NewsEvent(id: "RU-2022-02-24", date: EventTests.day(1))
        #expect(try !ledger.isEventID(event.id))
        for (number, isDropped) in [false, true].enumerated() {
            var run = EventTests.runs(seed: 1)[number].run
            run.how = "manual"
            event.isDropped = isDropped
            try EventTests.fill(ledger, [(run, [event])])
        }
        #expect(try ledger.event(event.id, known: .now) == nil)
        #expect(try ledger.isEventID(event.id) && !ledger.isEventID("RU-2022-02-25"))
    }

    @Test(arguments: Backend.allCases)
    func anEditInTheSecondOfAnotherStandsBehindIt(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        let (run, events) = EventTests.runs(seed: 2)[1]
        try EventTests.fill(ledger, [(run, events)])
        // One that was taken out before anybody knew it has no reading to stand behind.
        let event = try #require(events.first { !$0.isDropped })
        for number in 0..<20 {
            let first = RunID(seen: run.seen, feed: "events", digest: "\(20_000_000 + number)")
            let id = try ledger.standingLast(first, event: event.id)
            var edit = run
            edit.id = id
            #expect(edit.moment > run.moment)
            #expect(try ledger.standingLast(id, event: event.id) == id)
        }
        let later = RunID(seen: run.seen + 1, feed: "events", digest: "20000000")
        #expect(try ledger.standingLast(later, event: nil) == later)
    }

    @Test(arguments: Backend.allCases)
    func entriesAreAskedForByKeyAndByProgramme(_ backend: Backend) throws {
        let ledger = try backend.ledger()
        let pictures: [[String: [String]]] = [
            ["1": ["SDGT"], "2": ["IRAN", "SDGT"], "3": ["CUBA"]], ["1": ["CUBA"], "2": ["SDGT"], "3": ["CUBA"]],
        ]
        for (number, picture) in pictures.enumerated() {
            var run = EventTests.runs(seed: 1)[number].run
            run.feed = "list"
            let entries = picture.sorted { $0.key < $1.key }
            let part = FacetReading(
                name: "main", entries: entries.map { EntryRow(id: $0.key, digest: Int64(number)) }
            ) { entries[$0].value.map { Attribute(.programme, $0) } }
            try ledger.record(run)
            _ = try ledger.store(Reading(.list([part])), run: run, trustingDigests: false)
        }
        func ids(_ query: EntryQuery) throws -> [String] {
            try ledger.entries("list", query, known: .now).map(\.designation.id)
        }
        #expect(try ids(EntryQuery(ids: ["2", "9"])) == ["2"])
        // What an entry stood under before does not count.
        #expect(try ids(EntryQuery(programmes: ["SDGT"])) == ["2"])
        #expect(try ids(EntryQuery(programmes: ["CUBA", "IRAN"])) == ["1", "3"])
        #expect(try ids(EntryQuery(ids: ["1", "2"], programmes: ["CUBA"])) == ["1"])
    }
}
