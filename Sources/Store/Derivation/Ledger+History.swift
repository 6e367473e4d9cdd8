package import Vocabulary

extension Ledger {
    /// Derived between neighbouring snapshots, oldest first. The first snapshot of a list is where its history starts.
    ///
    /// The store is asked for the snapshots of those days and for the entries that they touched, and for nothing else of
    /// the list but how many entries it had.
    ///
    /// - Parameters:
    ///   - days: those whose steps are told; nil: all.
    ///   - ids: the publisher's keys, also former ones, of the entries that are asked about; nil: all. A step that left
    ///     them as they were is not told.
    package func history(
        _ list: String, in days: ClosedRange<Day>?, of ids: Set<String>? = nil, known: KnownOn
    ) throws -> ListHistory {
        var history = ListHistory(list: list)
        let snapshots = SnapshotRuns(rows, list: list, parts: try rows.parts(ofList: list).map(\.key), known: known)
        guard let main = snapshots.parts.first else { return history }
        history.lastRun = try snapshots.last { $0.lastDay = days?.upperBound }
        let begins = try snapshots.parts.map { try snapshots.first(covering: $0)?.moment }
        var told: [(run: Run, previous: Run)] = []
        for (run, previous) in try snapshots.runs(in: days) {
            if days?.contains(run.localDay) ?? true {
                history.looks.append(.init(day: run.localDay, previous: previous?.localDay))
            }
            guard let previous, days?.contains(run.day) ?? true, !SnapshotRuns.repeats(run, previous),
                let first = begins[0], first < run.moment
            else { continue }
            told.append((run, previous))
        }
        if let ids {
            var touched: Set<Int64> = []
            for part in snapshots.parts {
                try rows.presence(PresenceQuery(part, ids: ids)) { touched.insert($0.moment) }
            }
            told = told.filter { touched.contains($0.run.moment) }
        }
        var derivation = try StepDerivation(
            self, list: list, parts: snapshots.parts, begins: begins, known: known, runs: told.map(\.run),
            readsWholeList: days == nil && ids == nil)
        let counts = try entryCounts(
            of: main, after: told.map(\.run) + [history.lastRun].compactMap(\.self), known: known)
        for (run, previous) in told {
            var (changes, rawChanged) = try derivation.changes(at: run)
            if let ids {
                changes = changes.filter { ids.contains($0.id) || $0.formerID.map(ids.contains) ?? false }
                guard !changes.isEmpty else { continue }
            }
            history.steps.append(
                Step(
                    run: run, previousSeen: previous.seen, entries: counts[run.moment] ?? 0, changes: changes,
                    rawChanged: rawChanged))
        }
        history.entries = history.lastRun.flatMap { counts[$0.moment] } ?? 0
        return history
    }

    /// All steps of a list.
    package func steps(_ list: String, known: KnownOn) throws -> [Step] {
        try history(list, in: nil, known: known).steps
    }

    /// Whether a list ever had an entry of this key.
    package func hasEntry(_ id: String, in list: String) throws -> Bool {
        try rows.parts(ofList: list).contains { try rows.hasEntry(id, in: $0.key) }
    }

    /// How many entries a part had after each of these runs, by its moment: counted in one reading of the part.
    private func entryCounts(of part: Int64, after runs: [Run], known: KnownOn) throws -> [Int64: Int] {
        let moments = Set(runs.map(\.moment)).sorted()
        guard let last = moments.last else { return [:] }
        var sight = Sight(self, known: known)
        var differences = moments.map { _ in 0 }
        var open: (entry: Int64, isListed: Bool) = (-1, false)
        try rows.standings(in: part, last: last) { row in
            guard try sight.sees(row.moment) else { return }
            if row.entry != open.entry { open = (row.entry, false) }
            guard row.isListed != open.isListed else { return }
            open.isListed = row.isListed
            let from = moments.partitioningIndex { $0 >= row.moment }
            differences[from] += row.isListed ? 1 : -1
        }
        var counts: [Int64: Int] = [:]
        var count = 0
        for (moment, difference) in zip(moments, differences) {
            count += difference
            counts[moment] = count
        }
        return counts
    }
}

/// The visible snapshots of a list in seen order.
struct SnapshotRuns {
    let parts: [Int64]
    private let rows: any LedgerReader
    private let list: String
    private let known: KnownOn

    init(_ rows: any LedgerReader, list: String, parts: [Int64], known: KnownOn) {
        (self.rows, self.list, self.parts, self.known) = (rows, list, parts, known)
    }

    /// Those from the first to the last that the days are about, each with the one before it.
    func runs(in days: ClosedRange<Day>?) throws -> [(run: Run, previous: Run?)] {
        guard let first = try self.first({ $0.days = days }), let last = try self.last({ $0.days = days }) else {
            return []
        }
        var previous = try self.last { $0.before = first.moment }
        let all = try find { ($0.from, $0.before) = (first.moment, last.moment + 1) }
        return all.map { run in
            defer { previous = run }
            return (run, previous)
        }
    }

    func first(covering part: Int64) throws -> Run? { try first { $0.covering = [part] } }

    func last(_ narrow: (inout RunQuery) -> Void) throws -> Run? {
        try find {
            narrow(&$0)
            ($0.latestFirst, $0.limit) = (true, 1)
        }.first
    }

    private func first(_ narrow: (inout RunQuery) -> Void) throws -> Run? {
        try find {
            narrow(&$0)
            $0.limit = 1
        }.first
    }

    private func find(_ narrow: (inout RunQuery) -> Void) throws -> [Run] {
        try rows.runs(
            RunQuery {
                ($0.feed, $0.covering, $0.knownBy) = (list, parts, known.lastSecond)
                narrow(&$0)
            })
    }

    /// Whether a run repeats the one before it is asked of the runs as they stand now: when it was taken in, another one
    /// may have been its neighbour.
    static func repeats(_ run: Run, _ previous: Run) -> Bool {
        run.outcome != .reread && run.parts.map(\.sha256) == previous.parts.map(\.sha256)
    }
}

extension [Int64] {
    /// The first index whose element fits, of a sorted array in which all behind it fit as well.
    func partitioningIndex(where fits: (Int64) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
