internal import Vocabulary

/// Tells what snapshots of a list changed, from the readings of the entries that they touched.
struct StepDerivation {
    /// What a part says of an entry.
    private struct Held {
        var entry: Int64
        var content: Int64
        var raw: Int64
    }
    private struct Reading {
        var moment: Int64
        /// Nil: not there.
        var held: Held?
    }

    private let ledger: Ledger
    private let list: String
    private let parts: [Int64]
    /// By part the first visible snapshot that covers it.
    private let begins: [Int64?]
    private let known: KnownOn
    /// By part, then by key: what can be seen, ascending.
    private var readings: [[String: [Reading]]] = []
    /// The keys that read differently from a moment on, in each part.
    private var touched: [Int64: [(part: Int, id: String)]] = [:]
    /// By moment the keys that went there with all others of their source.
    private var missing: [Int64: Set<String>] = [:]

    /// - Parameters:
    ///   - runs: those that will be asked about.
    ///   - readsWholeList: whether they are all that there are.
    init(
        _ ledger: Ledger, list: String, parts: [Int64], begins: [Int64?], known: KnownOn, runs: [Run],
        readsWholeList: Bool
    ) throws {
        (self.ledger, self.list, self.parts, self.begins, self.known) = (ledger, list, parts, begins, known)
        readings = parts.map { _ in [:] }
        guard let last = runs.map(\.moment).max() else { return }
        let moments = Set(runs.map(\.moment))
        var ids: Set<String>?
        if !readsWholeList {
            var changed: Set<String> = []
            for run in runs {
                for (index, part) in parts.enumerated() where index == 0 || begins[index] != run.moment {
                    try ledger.rows.presence(PresenceQuery(part, moment: run.moment)) { changed.insert($0.id) }
                }
            }
            guard !changed.isEmpty else { return }
            ids = changed
        }
        var sight = Sight(ledger, known: known)
        for (index, part) in parts.enumerated() {
            try ledger.rows.presence(PresenceQuery(part, last: last, ids: ids)) { row in
                guard try sight.sees(row.moment) else { return }
                let held = row.content.map { Held(entry: row.entry, content: $0, raw: row.raw) }
                readings[index][row.id, default: []].append(Reading(moment: row.moment, held: held))
                if moments.contains(row.moment) { touched[row.moment, default: []].append((index, row.id)) }
            }
        }
    }

    /// What a snapshot changed, and of how many entries of the main part any byte differs.
    mutating func changes(at run: Run) throws -> (changes: [EntryChange], rawChanged: Int) {
        var (changes, rawChanged) = try changesWithoutReturns(at: run)
        guard run.outcome != .reread else { return (changes, rawChanged) }
        for index in changes.indices where changes[index].kind == .returned {
            changes[index].isBackWithSource = try wentWithItsSource(changes[index].id, before: run.moment)
        }
        return (changes, rawChanged)
    }

    /// The same, which does not tell of those that returned whether they had gone with their source.
    private func changesWithoutReturns(at run: Run) throws -> (changes: [EntryChange], rawChanged: Int) {
        var ids: Set<String> = []
        var rawChanged = 0
        for (part, id) in touched[run.moment] ?? [] {
            let (old, new) = sides(part, id, run.moment)
            if part == 0, let old, let new, old.raw != new.raw { rawChanged += 1 }
            if old?.content != new?.content, part == 0 || begins[part] != run.moment { ids.insert(id) }
        }
        var changes = try ids.sorted(by: precedes).compactMap { try change(of: $0, at: run) }
        if run.outcome != .reread {
            changes.pairRekeyed()
            try markMissingSources(&changes, at: run.moment)
        }
        return (changes, rawChanged)
    }

    /// What a part said of an entry just before a snapshot, and what since.
    private func sides(_ part: Int, _ id: String, _ moment: Int64) -> (old: Held?, new: Held?) {
        let all = readings[part][id] ?? []
        let end = all.lastIndex { $0.moment <= moment }.map { $0 + 1 } ?? 0
        let new = end > 0 ? all[end - 1] : nil
        guard let new, new.moment == moment else { return (new?.held, new?.held) }
        return (end > 1 ? all[end - 2].held : nil, new.held)
    }

    private func change(of id: String, at run: Run) throws -> EntryChange? {
        let sides = parts.indices.map { self.sides($0, id, run.moment) }
        let new = sides.map(\.new)
        // A part that is new to us stands on both sides, so that it is no change.
        let old = parts.indices.map { $0 != 0 && begins[$0] == run.moment ? new[$0] : sides[$0].old }
        let (wasListed, isListed) = (old[0] != nil, new[0] != nil)
        guard wasListed || isListed else { return nil }
        var change = EntryChange(
            kind: .modified, id: id, formerID: nil, before: wasListed ? try designation(id, old) : nil,
            after: isListed ? try designation(id, new) : nil)
        if run.outcome == .reread {
            change.kind = .reread
        } else if !wasListed {
            let wasEverListed = readings[0][id]?.contains { $0.moment < run.moment && $0.held != nil } ?? false
            change.kind = wasEverListed ? .returned : .added
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
            guard let text = try ledger.rows.text(of: held.entry, content: held.content) else { continue }
            attributes = merged(attributes, EntryText.decode(text))
        }
        return Designation(list: list, id: id, attributes: attributes)
    }

    /// Sets those apart that went with all others of their source.
    private func markMissingSources(_ changes: inout [EntryChange], at moment: Int64) throws {
        let gone = changes.indices.filter {
            changes[$0].kind == .removed && changes[$0].before?.first(.sourceList) != nil
        }
        guard gone.count >= SourceLists.fewest else { return }
        var sources = SourceLists(ledger, parts: parts, known: known, moment: moment)
        for index in gone {
            let own = changes[index].before?.values(.sourceList) ?? []
            if try own.allSatisfy({ try sources.isGone($0) }) { changes[index].kind = .sourceMissing }
        }
    }

    /// Whether the snapshot that an entry was last missing from lacked its whole source.
    private mutating func wentWithItsSource(_ id: String, before moment: Int64) throws -> Bool {
        let earlier = (readings[0][id] ?? []).filter { $0.moment < moment }
        guard let gone = earlier.lastIndex(where: { $0.held != nil }).map({ $0 + 1 }), gone < earlier.count,
            let last = earlier[gone - 1].held,
            let text = try ledger.rows.text(of: last.entry, content: last.content),
            EntryText.decode(text).contains(where: { $0.field == .sourceList })
        else { return false }
        let then = earlier[gone].moment
        if let missing = missing[then] { return missing.contains(id) }
        var found: Set<String> = []
        if let run = try ledger.rows.runs(RunQuery { ($0.from, $0.before) = (then, then + 1) }).first {
            let step = try StepDerivation(
                ledger, list: list, parts: parts, begins: begins, known: known, runs: [run], readsWholeList: false)
            found = Set(
                try step.changesWithoutReturns(at: run).changes.filter { $0.kind == .sourceMissing }.map(\.id))
        }
        missing[then] = found
        return found.contains(id)
    }
}
