internal import Vocabulary

extension Gatekeeper {
    /// Whether the file is put together as it was: its keys, its columns, and what is filled in.
    static let shapeRules: [Rule] = [
        Rule(
            name: "duplicate_key",
            incident: "2022-01-31: a saved SDN file with entry 2677 twice, for its last row was cut in the number"
        ) { candidate in
            conflicts(candidate.conflicts.filter { !candidate.known.conflicts.contains($0.key) })
        } warning: { candidate in
            conflicts(candidate.conflicts)
        },
        Rule(name: "columns", incident: "2026-08-24: Canada's list renamed Country to Country-Pays without notice") {
            candidate in
            // Of a first file nobody knows what was there before: it is held where something that nobody reads may be
            // what is missed.
            let isOrdinary = candidate.known.isFirst && candidate.leftovers.isEmpty
            let gone = candidate.absent.filter { !candidate.known.absent.contains($0) }
            guard !gone.isEmpty, !isOrdinary else { return nil }
            let words = candidate.known.isFirst ? "not in the file" : "not in the file any more"
            return "\(words): \(gone.joined(separator: ", "))" + renamed(candidate)
        } warning: { candidate in
            guard !candidate.absent.isEmpty else { return nil }
            let words = candidate.known.isFirst ? "" : ", as in the last one"
            return "not in the file\(words): \(candidate.absent.joined(separator: ", "))"
        },
        Rule(
            name: "fill_rate", incident: "2024-05-05: OFAC's new service, whose files made readers lose types of facts"
        ) {
            candidate in
            let emptied = Fill.emptied(candidate)
            guard !emptied.isEmpty else { return nil }
            let words = emptied.map { "\($0.name) in \($0.now) entries, usually \($0.usual)" }
            return words.joined(separator: "; ") + renamed(candidate)
        },
    ]

    private static func conflicts(_ conflicts: [Conflict]) -> String? {
        guard let first = conflicts.first else { return nil }
        return Wording.list(
            [first.message], most: 1, of: conflicts.count, separator: "; ", what: "keys that stand for several entries")
    }

    /// What nobody reads may be what is missed under another name.
    private static func renamed(_ candidate: Candidate) -> String {
        among(candidate.leftovers, "; perhaps under another name: ")
    }
}

/// A field that far fewer entries have than usually do.
struct Fill {
    /// `birth_date`; of another part than the first, `add: country`.
    var name: String
    var now: Int
    /// For as many entries as there are now.
    var usual: Int

    /// In the order of the parts and fields.
    static func emptied(_ candidate: Candidate) -> [Fill] {
        let entries = candidate.effect.censuses.first?.entries ?? 0
        guard candidate.kind == .list, entries > 0 else { return [] }
        let most = most(20, percent: 5, of: entries)
        return candidate.effect.censuses.enumerated().flatMap { index, census in
            // A part that did not come is not covered, and says nothing.
            Field.allCases.compactMap { field in
                let shares = candidate.history.censuses.compactMap { share(field, of: census.facet, in: $0) }
                guard let usual = median(shares) else { return nil }
                let expected = usual / precision * Double(entries)
                let now = census.fields[field] ?? 0
                guard Double(now) < expected * 0.8, expected - Double(now) >= most else { return nil }
                let name = index == 0 ? field.rawValue : "\(census.facet): \(field.rawValue)"
                return Fill(name: name, now: now, usual: Int(expected.rounded()))
            }
        }
    }

    /// Shares are compared in whole millionths.
    private static let precision = 1_000_000.0

    private static func share(_ field: Field, of facet: String, in censuses: [Census]) -> Int? {
        guard let entries = censuses.first?.entries, entries > 0,
            let census = censuses.first(where: { $0.facet == facet })
        else { return nil }
        return Int(Double(census.fields[field] ?? 0) / Double(entries) * precision)
    }
}
