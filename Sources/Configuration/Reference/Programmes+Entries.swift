package import Vocabulary

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

    /// Tags of entries that the file has no row for, each once and sorted: nobody knows what they mean.
    package func unknownTags(of entries: some Sequence<Designation>) -> [String] {
        var found: Set<String> = []
        for entry in entries {
            for tag in entry.programmes where row(tag, list: entry.list) == nil { found.insert(Tag.trimmed(tag)) }
        }
        return found.sorted()
    }
}
