/// How many entries of one part of a snapshot have each field, and how many stand under each programme.
package struct Census: Sendable, Hashable {
    /// The part: `main`, `sdn`, `add` …
    package var facet: String
    package var entries = 0
    package var fields: [Field: Int] = [:]
    /// By tag; lists that are put together from others are counted by the list that an entry comes from as well.
    package var programmes: [String: Int] = [:]

    package init(facet: String) { self.facet = facet }

    /// Counts an entry, or with -1 takes it out again.
    package mutating func count(_ attributes: [Attribute], _ step: Int = 1) {
        entries += step
        for field in Set(attributes.map(\.field)) { Census.add(step, to: field, in: &fields) }
        for tag in Census.tags(attributes) { Census.add(step, to: tag, in: &programmes) }
    }

    /// The programmes and lists that an entry is counted under.
    package static func tags(_ attributes: [Attribute]) -> Set<String> {
        tags(attributes, .programme).union(tags(attributes, .sourceList))
    }

    /// The programmes alone, or the lists alone.
    package static func tags(_ attributes: [Attribute], _ field: Field) -> Set<String> {
        Set(attributes.filter { $0.field == field }.map(\.value))
    }

    /// What no entry has any more is no row: equal snapshots have equal censuses, whatever came before them.
    private static func add<Name: Hashable>(_ step: Int, to name: Name, in counts: inout [Name: Int]) {
        let count = counts[name, default: 0] + step
        counts[name] = count == 0 ? nil : count
    }
}
