package import Store
package import Vocabulary

/// What a held run would change: its archived bytes, read anew, against the last good state before it.
package struct HeldBack: Sendable {
    /// A number of the last good publication and of this one; nil: there was none before.
    package struct Count: Sendable, Hashable {
        package var name: String
        package var before: Int?
        package var after: Int
    }

    /// Entries of a programme, and how many of them came onto the list or left it; what only changed its tag did neither.
    package struct Programme: Sendable, Hashable {
        package var tag: String
        package var before = 0
        package var after = 0
        package var removed = 0
        package var added = 0
    }

    package var run: Run
    package var counts: [Count]
    /// Those of which a number changed; most removals first.
    package var programmes: [Programme] = []
    /// Fields that a smaller share of the entries has, part by part.
    package var emptied: [Count] = []
    package var removed: [Designation] = []
    package var added: [Designation] = []

    /// - Parameters:
    ///   - reading: the run's bytes read anew; nil where the run is of no list.
    ///   - ledger: the state that the run would change.
    package init(_ run: Run, reading: [FacetReading]?, _ ledger: Ledger) throws {
        self.run = run
        let previous = try ledger.lastKnown(feed: run.feed, before: run)
        counts = [
            Count(name: "bytes", before: previous?.bytes, after: run.bytes),
            Count(name: "rows", before: previous?.rows, after: run.rows),
        ]
        guard let facets = reading, let main = facets.first else { return }
        let after = try main.entries.indices.map { index in
            Designation(list: run.feed, id: main.entries[index].id, attributes: try main.attributes(index))
        }
        compare(try ledger.entries(run.feed, before: run).map(\.designation), after)
        let censuses = try previous.map { try ledger.censuses(of: $0) } ?? []
        for facet in facets { try count(facet, of: after.count, censuses, isMain: facet.name == main.name) }
    }

    private mutating func compare(_ before: [Designation], _ after: [Designation]) {
        let (former, present) = (Set(before.map(\.id)), Set(after.map(\.id)))
        removed = before.filter { !present.contains($0.id) }
        added = after.filter { !former.contains($0.id) }
        var found: [String: Programme] = [:]
        func tally(_ entries: [Designation], _ count: WritableKeyPath<Programme, Int>) {
            for tag in entries.flatMap({ Census.tags($0.attributes) }) {
                found[tag, default: Programme(tag: tag)][keyPath: count] += 1
            }
        }
        tally(before, \.before)
        tally(after, \.after)
        tally(removed, \.removed)
        tally(added, \.added)
        programmes = found.values.filter { $0.before != $0.after || $0.removed > 0 || $0.added > 0 }
            .sorted { ($1.removed, $1.added, $0.tag) < ($0.removed, $0.added, $1.tag) }
    }

    private mutating func count(_ facet: FacetReading, of entries: Int, _ past: [Census], isMain: Bool) throws {
        guard let before = past.first(where: { $0.facet == facet.name }), let whole = past.first?.entries else {
            return
        }
        var now = Census(facet: facet.name)
        for index in facet.entries.indices { now.count(try facet.attributes(index)) }
        for field in Field.allCases {
            let (had, has) = (before.fields[field] ?? 0, now.fields[field] ?? 0)
            // Shares by multiplication: has / entries < had / whole.
            guard has * whole < had * entries else { continue }
            let name = isMain ? field.rawValue : "\(facet.name): \(field.rawValue)"
            emptied.append(Count(name: name, before: had, after: has))
        }
    }
}
