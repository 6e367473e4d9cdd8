import Testing
import Vocabulary

extension Reading {
    /// The facts of every entry of the first facet, by its key: what is not asked for is not read, and its faults and
    /// leftovers are not seen.
    func factsOfAll() throws -> [String: [String]] {
        let facet = try #require(facets.first)
        var facts: [String: [String]] = [:]
        for (index, entry) in facet.entries.enumerated() {
            facts[entry.id] = try facet.attributes(index).map { "\($0.field.rawValue) \($0.display)" }
        }
        return facts
    }

    /// How many facts of a field there are, and how many of them satisfy a condition.
    func count(_ field: Field, where isCounted: (Attribute) -> Bool = { _ in true }) throws -> Int {
        let facet = try #require(facets.first)
        return try facet.entries.indices.reduce(0) { sum, index in
            try sum + facet.attributes(index).count { $0.field == field && isCounted($0) }
        }
    }
}
