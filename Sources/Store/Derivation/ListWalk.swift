package import Vocabulary

extension Ledger {
    /// Derived between neighbouring snapshots, oldest first. The first snapshot of a list is where its history starts.
    ///
    /// - Parameter days: those whose steps are told; nil: all.
    package func history(_ list: String, in days: ClosedRange<Day>?, known: KnownOn) throws -> ListHistory {
        var history = ListHistory(list: list)
        let parts = try rows.parts(ofList: list).map(\.key)
        guard !parts.isEmpty else { return history }
        let runs = try rows.runs(RunQuery { ($0.covering, $0.knownBy) = (parts, known.lastSecond) })
        var walk = ListWalk(list: list, reader: rows, parts: parts)
        for part in parts { try walk.load(part, sight: Sight(self, known: known)) }
        var (previous, previousDay): (Instant?, Day?) = (nil, nil)
        for run in runs {
            if days?.contains(run.localDay) ?? true {
                history.looks.append(.init(day: run.localDay, previous: previousDay))
            }
            previousDay = run.localDay
            let isAsked = days?.contains(run.day) ?? true
            let step = try walk.step(run, previousSeen: previous, isAsked: isAsked)
            if isAsked, let step { history.steps.append(step) }
            previous = run.seen
            // Of snapshots in seen order the last one of a day before the end says how the list stood then.
            if days.map({ run.day <= $0.upperBound }) ?? true {
                (history.lastRun, history.entries) = (run, walk.entries)
            }
        }
        return history
    }

    /// All steps of a list.
    package func steps(_ list: String, known: KnownOn) throws -> [Step] {
        try history(list, in: nil, known: known).steps
    }
}

/// Walks the visible readings of a list in seen order and tells what each changed.
private struct ListWalk {
    private struct Row {
        var part: Int
        var entry: Int64
        var id: String
        var content: Int64?
        var raw: Int64
    }
    private struct Held {
        var entry: Int64
        var content: Int64
        var raw: Int64
    }

    private let list: String
    private let reader: any LedgerReader
    private let parts: [Int64]
    private var rows: [Int64: [Row]] = [:]
    /// By part, then by id: what is on the list now.
    private var state: [[String: Held]]
    /// What the entries that this snapshot touched were before it; nil: not there.
    private var former: [[String: Held?]] = []
    private var isCovered: [Bool]
    private var everListed: Set<String> = []
    /// Gone with the whole list that they come from.
    private var withoutSource: Set<String> = []
    private var sources: SourceLists?
    /// The digests of the snapshot before.
    private var digests: [String] = []

    init(list: String, reader: any LedgerReader, parts: [Int64]) {
        self.list = list
        self.reader = reader
        self.parts = parts
        state = parts.map { _ in [:] }
        isCovered = parts.map { _ in false }
    }

    var entries: Int { state[0].count }

    mutating func load(_ part: Int64, sight: Sight) throws {
        var sight = sight
        let index = parts.firstIndex(of: part) ?? 0
        try reader.presence(PresenceQuery(part)) { row in
            guard try sight.run(at: row.moment) != nil else { return }
            rows[row.moment, default: []].append(
                Row(part: index, entry: row.entry, id: row.id, content: row.content, raw: row.raw))
        }
    }

    /// Nil for the snapshot with which the list's history starts, and for one that repeats the reading before it.
    ///
    /// - Parameter isAsked: else the walk goes on, and nothing is told of the step.
    mutating func step(_ run: Run, previousSeen: Instant?, isAsked: Bool) throws -> Step? {
        // Whether a run repeats the one before it is asked of the runs as they stand now: when it was taken in, another
        // one may have been its neighbour.
        let repeats = run.parts.map(\.sha256) == digests && run.outcome != .reread
        digests = run.parts.map(\.sha256)
        guard !repeats else { return nil }
        let isBaseline = !isCovered[0]
        let first = try firstCovered(by: run)
        var (ids, came, rawChanged, removed): (Set<String>, [String], Int, Int) = ([], [], 0, 0)
        former = parts.map { _ in [:] }
        for row in rows[run.moment] ?? [] {
            let held = state[row.part][row.id]
            former[row.part][row.id] = .some(held)
            if let content = row.content {
                if row.part == 0, let held, held.raw != row.raw { rawChanged += 1 }
                if row.part == 0, held == nil { came.append(row.id) }
                state[row.part][row.id] = Held(entry: row.entry, content: content, raw: row.raw)
            } else {
                if row.part == 0, held != nil { removed += 1 }
                state[row.part][row.id] = nil
            }
            if held?.content != row.content, !first.contains(row.part) || row.part == 0 { ids.insert(row.id) }
        }
        defer { everListed.formUnion(came) }
        // Whether an entry went with its whole source is told of it when it comes back, maybe within what was asked.
        guard !isBaseline, isAsked || removed >= SourceLists.fewest else { return nil }
        var changes = try ids.sorted(by: precedes).compactMap { try change(of: $0, first: first, run: run) }
        if run.outcome != .reread {
            changes.pairRekeyed()
            try markMissingSources(&changes)
        }
        return Step(
            run: run, previousSeen: previousSeen, entries: entries, changes: changes, rawChanged: rawChanged)
    }

    /// What a part held of an entry before this snapshot.
    private func held(before id: String, _ part: Int) -> Held? { former[part][id] ?? state[part][id] }

    /// The parts that no earlier snapshot covered: their facts are new to us, not to the list.
    private mutating func firstCovered(by run: Run) throws -> Set<Int> {
        var first: Set<Int> = []
        for (index, part) in parts.enumerated() where !isCovered[index] {
            guard try reader.covers(part, run: run.sameAs ?? run.id) else { continue }
            isCovered[index] = true
            first.insert(index)
        }
        return first
    }

    private func change(of id: String, first: Set<Int>, run: Run) throws -> EntryChange? {
        let now = parts.indices.map { state[$0][id] }
        // A part that is new to us stands on both sides, so that it is no change.
        let old = parts.indices.map { $0 != 0 && first.contains($0) ? now[$0] : held(before: id, $0) }
        let (wasListed, isListed) = (old[0] != nil, now[0] != nil)
        guard wasListed || isListed else { return nil }
        var change = EntryChange(
            kind: .modified, id: id, formerID: nil, before: wasListed ? try designation(id, old) : nil,
            after: isListed ? try designation(id, now) : nil)
        if run.outcome == .reread {
            change.kind = .reread
        } else if !wasListed {
            change.kind = everListed.contains(id) ? .returned : .added
        } else if !isListed {
            change.kind = .removed
        } else if change.before == change.after {
            return nil
        }
        return change
    }

    private func designation(_ id: String, _ sides: [Held?]) throws -> Designation {
        var attributes: [Attribute] = []
        for case let held? in sides {
            guard let text = try reader.text(of: held.entry, content: held.content) else { continue }
            attributes = merged(attributes, EntryText.decode(text))
        }
        return Designation(list: list, id: id, attributes: attributes)
    }

    /// Sets those apart that went with all others of their source, and tells of those that return whether they had.
    private mutating func markMissingSources(_ changes: inout [EntryChange]) throws {
        for index in changes.indices where changes[index].kind == .returned {
            changes[index].isBackWithSource = withoutSource.contains(changes[index].id)
        }
        withoutSource.subtract(state[0].keys)
        let gone = changes.indices.filter {
            changes[$0].kind == .removed && changes[$0].before?.first(.sourceList) != nil
        }
        guard gone.count >= SourceLists.fewest else { return }
        let known = try sources ?? SourceLists(reader, parts: parts)
        sources = known
        let before = parts.indices.map { part in
            Set(state[part].keys).union(former[part].keys).compactMap { held(before: $0, part) }
        }
        let was = known.count(before.map { $0.map { ($0.entry, $0.content) } })
        let now = known.count(state.map { $0.values.map { ($0.entry, $0.content) } })
        for index in gone {
            let own = changes[index].before?.values(.sourceList) ?? []
            guard own.allSatisfy({ was[$0, default: 0] >= SourceLists.fewest && now[$0] == nil }) else { continue }
            changes[index].kind = .sourceMissing
            withoutSource.insert(changes[index].id)
        }
    }
}
