import Testing
import Vocabulary

@testable import Store

/// What changed on a list is asked by days and by entries; it is what comparing whole snapshots one by one would find.
@Suite struct HistoryTests {
    private typealias Part = [String: [Attribute]]
    private struct Picture {
        var run: Run
        /// By part; one that is not in it is not covered.
        var parts: [String: Part]
    }

    /// Random snapshots of a list put together from two others, in two parts of which the second may be missing; a source
    /// may be missing, some are known late, some repeat the one before, some are of a day before the one they were seen on.
    private static func pictures(seed: UInt64) -> [Picture] {
        var random = SplitMix(state: seed)
        func one(in count: UInt64) -> Bool { random.next() % count == 0 }
        var pictures: [Picture] = []
        for number in 0..<14 {
            let seen = Instant(seconds: 1_640_000_000 + Int64(number) * 86_400)
            var run = Run(
                id: RunID(seen: seen, feed: "list", digest: "\(10_000_000 + number)"), feed: "list", source: "demo",
                how: "import", seen: seen, recorded: seen,
                outcome: .stored, localDay: seen.day)
            run.knownFrom = one(in: 6) ? seen + Int64(random.next() % 4 + 1) * 86_400 : seen
            if one(in: 3) { run.published = seen.day - Int(random.next() % 5) }
            var parts: [String: Part] = ["main": [:]]
            let lacking = one(in: 4) ? "Entity List" : ""
            for entry in 0..<14 where !one(in: 7) {
                let source = entry < 6 ? "Entity List" : "SDN"
                guard source != lacking else { continue }
                // An entry may come under another key.
                let id = entry % 5 == 0 && one(in: 4) ? "\(entry + 100)" : "\(entry)"
                parts["main", default: [:]][id] = [
                    Attribute(.kind, "person"), Attribute(.name, "Person \(entry)", ["primary"]),
                    Attribute(.birthDate, "19\(50 + entry)"),
                    Attribute(.programme, "P\(random.next() % 2)"), Attribute(.sourceList, source),
                ].sorted()
                if one(in: 2) { parts["add", default: [:]][id] = [Attribute(.country, one(in: 2) ? "RU" : "IR")] }
            }
            if one(in: 4) { parts["add"] = nil } else { parts["add"] = parts["add"] ?? [:] }
            if one(in: 5), let last = pictures.last { parts = last.parts }
            run.parts = ["main", "add"].filter { parts[$0] != nil }
                .map { .init(name: $0, sha256: "\($0) \(parts[$0].hashValue)", bytes: 1, address: nil) }
            pictures.append(Picture(run: run, parts: parts))
        }
        return pictures
    }

    private static func ledger(_ pictures: [Picture], _ backend: Backend) throws -> Ledger {
        let ledger = try backend.ledger()
        for picture in pictures {
            let facets = ["main", "add"].compactMap { name in
                picture.parts[name].map { part in
                    let entries = part.sorted { $0.key < $1.key }
                    return FacetReading(
                        name: name, entries: entries.map { EntryRow(id: $0.key, digest: Int64($0.value.hashValue)) }
                    ) { entries[$0].value }
                }
            }
            try ledger.record(picture.run)
            _ = try ledger.store(Reading(.list(facets)), run: picture.run, trustingDigests: false)
        }
        return ledger
    }

    private struct Told: Equatable {
        var run: RunID
        var previousSeen: Instant?
        var entries: Int
        var changes: [EntryChange]
        var rawChanged: Int
    }

    private static func told(_ steps: [Step]) -> [Told] {
        steps.map {
            Told(
                run: $0.run.id, previousSeen: $0.previousSeen, entries: $0.entries, changes: $0.changes,
                rawChanged: $0.rawChanged)
        }
    }

    /// By definition: the snapshots that can be seen, each held whole against the one before it.
    private static func truth(_ pictures: [Picture], known: KnownOn) -> (runs: [Run], steps: [Told], entries: [Int]) {
        let visible = pictures.filter { ($0.run.knownFrom?.seconds ?? .max) <= known.lastSecond }
        var state: [String: Part] = [:]
        var (ever, without): (Set<String>, Set<String>) = ([], [])
        var (steps, entries): ([Told], [Int]) = ([], [])
        for (index, picture) in visible.enumerated() {
            let before = state
            if index > 0, visible[index - 1].run.parts.map(\.sha256) == picture.run.parts.map(\.sha256) {
                entries.append(before["main"]?.count ?? 0)
                continue
            }
            for (name, part) in picture.parts { state[name] = part }
            let (old, new) = (before["main"] ?? [:], state["main"] ?? [:])
            entries.append(new.count)
            defer { ever.formUnion(new.keys) }
            guard index > 0 else { continue }
            func whole(_ id: String, _ of: [String: Part]) -> Designation? {
                // A part that no snapshot had before is no change of the entry.
                let add = before["add"] == nil ? state["add"] : of["add"]
                return of["main"]?[id].map {
                    Designation(list: "list", id: id, attributes: ($0 + (add?[id] ?? [])).sorted())
                }
            }
            var changes = Set(old.keys).union(new.keys).sorted(by: precedes).compactMap { id -> EntryChange? in
                let (was, now) = (whole(id, before), whole(id, state))
                guard was != now else { return nil }
                let kind: EntryChange.Kind =
                    was == nil ? (ever.contains(id) ? .returned : .added) : now == nil ? .removed : .modified
                return EntryChange(kind: kind, id: id, formerID: nil, before: was, after: now)
            }
            changes.pairRekeyed()
            for index in changes.indices where changes[index].kind == .returned {
                changes[index].isBackWithSource = without.contains(changes[index].id)
            }
            without.subtract(new.keys)
            func count(_ source: String, _ part: Part) -> Int {
                part.values.count { $0.contains { $0.field == .sourceList && $0.value == source } }
            }
            let gone = changes.indices.filter { changes[$0].kind == .removed }
            for index in gone where gone.count >= 4 {
                let source = changes[index].before?.first(.sourceList) ?? ""
                guard count(source, old) >= 4, count(source, new) == 0 else { continue }
                changes[index].kind = .sourceMissing
                without.insert(changes[index].id)
            }
            let raw = old.keys.count { new[$0] != nil && old[$0] != new[$0] }
            steps.append(
                Told(
                    run: picture.run.id, previousSeen: visible[index - 1].run.seen, entries: new.count,
                    changes: changes, rawChanged: raw))
        }
        return (visible.map(\.run), steps, entries)
    }

    @Test func theSnapshotsHaveEveryKindOfChange() throws {
        let steps = (1...30).flatMap { Self.truth(Self.pictures(seed: $0), known: .now).steps }
        let kinds = Set(steps.flatMap { $0.changes.map(\.kind) })
        #expect(kinds == [.added, .removed, .modified, .returned, .rekeyed, .sourceMissing])
        #expect(steps.contains { $0.changes.contains(where: \.isBackWithSource) })
    }

    @Test(arguments: Backend.allCases, 1...30 as ClosedRange<UInt64>)
    func changesOfSomeDaysAreThoseOfWholeSnapshotsComparedOneByOne(_ backend: Backend, seed: UInt64) throws {
        let pictures = Self.pictures(seed: seed)
        var random = SplitMix(state: seed &* 7919)
        let ledger = try Self.ledger(pictures.shuffled(using: &random), backend)
        for known in [KnownOn.now, KnownOn(lastSecond: pictures[9].run.seen.seconds)] {
            let truth = Self.truth(pictures, known: known)
            #expect(Self.told(try ledger.steps("list", known: known)) == truth.steps)
            for _ in 0..<6 {
                let first = pictures[0].run.localDay + Int(random.next() % 16) - 2
                let days = first...(first + Int(random.next() % 6))
                let history = try ledger.history("list", in: days, known: known)
                let asked = Set(truth.runs.filter { days.contains($0.day) }.map(\.id))
                #expect(Self.told(history.steps) == truth.steps.filter { asked.contains($0.run) })
                let last = truth.runs.lastIndex { $0.day <= days.upperBound }
                #expect(history.lastRun?.id == last.map { truth.runs[$0].id })
                #expect(history.entries == last.map { truth.entries[$0] } ?? 0)
                let looks = truth.runs.enumerated().filter { days.contains($0.element.localDay) }.map {
                    ListHistory.Look(
                        day: $0.element.localDay, previous: $0.offset > 0 ? truth.runs[$0.offset - 1].localDay : nil)
                }
                #expect(history.looks == looks)
            }
        }
    }

    @Test(arguments: Backend.allCases, 1...20 as ClosedRange<UInt64>)
    func changesOfSomeEntriesAreThoseThatNameThemByAnyOfTheirKeys(_ backend: Backend, seed: UInt64) throws {
        let pictures = Self.pictures(seed: seed)
        let ledger = try Self.ledger(pictures, backend)
        let truth = Self.truth(pictures, known: .now).steps
        for ids in [["3"], ["5"], ["105"], ["0", "9", "unheard of"], []] as [Set<String>] {
            let expected = truth.compactMap { step -> Told? in
                var step = step
                step.changes = step.changes.filter { ids.contains($0.id) || ids.contains($0.formerID ?? "") }
                return step.changes.isEmpty ? nil : step
            }
            #expect(Self.told(try ledger.history("list", in: nil, of: ids, known: .now).steps) == expected)
        }
    }
}
