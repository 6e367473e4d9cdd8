package import Vocabulary

/// What a reader found in a file, counted per field: how many entries state it, and how often.
package struct ReadingSummary: Sendable {
    package struct Row: Sendable, Hashable {
        /// A field; `name weak` for weak aliases; `not read: …` for what nothing uses.
        package var field: String
        /// Entries that state it; nil for what is not of an entry.
        package var filled: Int?
        package var values: Int
    }
    package var entries: Int
    package var rows: [Row]

    package init(_ facets: [FacetReading], unread: Leftovers) throws {
        // An entry may be described by several facets: by its place in the first of them.
        var places: [String: Int] = [:]
        if facets.count > 1 {
            for (index, entry) in facets[0].entries.enumerated() { places[entry.id] = index }
        }
        var masks = [UInt64](repeating: 0, count: facets.first?.entries.count ?? 0)
        var values = [Int](repeating: 0, count: Field.allCases.count)
        var weak: Set<Int> = []
        var weakValues = 0
        for (number, facet) in facets.enumerated() {
            try facet.each { index, facts in
                let place = number == 0 ? index : places[facet.entries[index].id]
                for fact in facts {
                    let rank = fact.field.rank
                    values[rank] += 1
                    if let place { masks[place] |= 1 << UInt64(rank) }
                    if fact.field == .name, fact.qualifiers.contains("weak") {
                        weakValues += 1
                        if let place { weak.insert(place) }
                    }
                }
            }
        }
        entries = masks.count
        rows = Field.allCases.compactMap { field in
            guard values[field.rank] > 0 else { return nil }
            let filled = masks.count { $0 & 1 << UInt64(field.rank) != 0 }
            return Row(field: field.rawValue, filled: filled, values: values[field.rank])
        }
        if weakValues > 0 { rows.append(Row(field: "name weak", filled: weak.count, values: weakValues)) }
        rows += unread.counts.sorted { $0.key < $1.key }.map {
            Row(field: "not read: \($0.key)", filled: nil, values: $0.value)
        }
    }
}
