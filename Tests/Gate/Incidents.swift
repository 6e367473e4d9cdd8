import Gate
import Testing
import Vocabulary

/// A publication that happened, or what was measured of one, with the rules that must hold it.
struct Incident: Sendable, CustomTestStringConvertible {
    var what: String
    var candidate: Candidate
    var rules: [String]
    var warns = false
    var testDescription: String { what }

    init(
        _ what: String, _ rules: String..., warns: Bool = false, of kind: Reader.Kind = .list,
        _ make: (inout Candidate) -> Void = { _ in }
    ) {
        self.what = what
        self.rules = rules
        self.warns = warns
        candidate = Candidate(isFetched: true, kind: kind, rows: 9000, effect: Effect(), limits: Limits())
        candidate.effect.before = 9000
        make(&candidate)
    }
}

extension Candidate {
    /// A list that loses and gains entries; what it has afterwards is what its rows are.
    mutating func change(_ before: Int, removed: Int = 0, added: Int = 0) {
        effect.before = before
        effect.removed = removed
        effect.added = added
        rows = before - removed + added
    }

    /// What `programs.csv` says of a tag.
    mutating func know(_ tag: String, until: String? = nil, renamedTo: String? = nil) {
        var row = Programmes.Row(family: "T.main", list: "x", tag: tag)
        row.until = until.flatMap { Day(iso: $0) }
        row.renamedTo = renamedTo
        programmes[tag] = row
    }

    /// So many entries leave under one programme, among so many that it had.
    mutating func remove(_ count: Int, of total: Int, under tag: String) {
        effect.removedByProgramme[tag] = count
        effect.programmesBefore[tag] = total
    }

    mutating func date(_ published: String?, before: String? = nil, seen: String? = nil) {
        self.published = published.flatMap { Day(iso: $0) }
        previousPublished = before.flatMap { Day(iso: $0) }
        self.seen = seen.flatMap { Day(iso: $0) }
    }

    /// Birth dates of a list: in the last snapshots, and now.
    mutating func birthDates(_ usual: [Int], now: Int, of entries: Int) {
        func census(_ count: Int) -> [Census] {
            var census = Census(facet: "main")
            census.entries = entries
            census.fields = [.name: entries, .birthDate: count]
            return [census]
        }
        history.censuses = usual.map(census)
        effect.censuses = census(now)
        effect.before = entries
        rows = entries
    }
}
