extension Programmes {
    /// What may be imposed under these tags of a list, each kind once; empty where no tag tells.
    package func restrictions(of tags: [String], list: String) -> [String] {
        let found = Set(tags.flatMap { row($0, list: list)?.restrictions ?? [] })
        return found.sorted().map(\.rawValue)
    }

    /// What an entry's listing forbids. What the publisher states of the entry wins over its programmes, which only
    /// say what may be imposed; nobody but a person travels.
    package func restrictions(of entry: Designation) -> (words: [String], isStated: Bool) {
        let stated = entry.values(.restriction)
        if !stated.isEmpty { return (stated, true) }
        let words = restrictions(of: entry.programmes, list: entry.list)
        return (entry.kind == "person" ? words : words.filter { $0 != Restriction.travel.rawValue }, false)
    }

    /// The families under which an entry is counted, each once; a marker counts for none.
    package func families(of entry: Designation) -> [String] {
        entry.programmes.filter { row($0, list: entry.list)?.isMarker != true }
            .compactMap { family(of: $0, list: entry.list) }.uniqued()
    }

    /// Under which entries are counted whose tags no row knows.
    package static let noFamily = "(no family)"

    /// The families that a summary puts an entry under: one for each of today's tags, `noFamily` where nobody knows it.
    package func summaryFamilies(of entry: Designation) -> [String] {
        let families = currentTags(of: entry).map { family(of: $0, list: entry.list) ?? Programmes.noFamily }
        return families.isEmpty ? [Programmes.noFamily] : families
    }

    /// Today's tags of the programmes of an entry, each once: a renamed tag is still the same programme.
    package func currentTags(of entry: Designation) -> [String] {
        entry.programmes.map { current($0, list: entry.list) }.uniqued()
    }

    /// Today's tags of those programmes that are counted: a marker rides on other tags, and is left out beside them.
    package func countedTags(of entry: Designation) -> [String] {
        let all = currentTags(of: entry)
        let counted = all.filter { row($0, list: entry.list)?.isMarker != true }
        return counted.isEmpty ? all : counted
    }

    /// Tags of entries that the file has no row for, each once and sorted: nobody knows what they mean.
    package func unknownTags(of entries: some Sequence<Designation>) -> [String] {
        var found: Set<String> = []
        for entry in entries {
            for tag in entry.programmes where row(tag, list: entry.list) == nil { found.insert(Tag.trimmed(tag)) }
        }
        return found.sorted()
    }
}
