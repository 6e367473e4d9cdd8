internal import Vocabulary

/// Stores what a snapshot's entries add to the readings before it. Rows whose bytes are as they were are not read again.
struct EntryWriter {
    private let rows: any LedgerRows
    private let late: [Int64: Int64]

    init(_ rows: any LedgerRows, late: [Int64: Int64]) {
        self.rows = rows
        self.late = late
    }

    func store(
        _ facets: [FacetReading], list: String, run: Run, trustingDigests: Bool
    ) throws -> Effect {
        var effect = Effect()
        var modified: Set<String> = []
        for (index, facet) in facets.enumerated() {
            try store(
                facet, isMain: index == 0, list: list, run: run, trustingDigests: trustingDigests, effect: &effect,
                modified: &modified)
        }
        // The order of a dictionary differs from run to run; what a person and the journal are told must not.
        effect.removedExamples.sort()
        effect.modified = effect.isBaseline ? 0 : modified.count
        return effect
    }

    private func store(
        _ facet: FacetReading, isMain: Bool, list: String, run: Run, trustingDigests: Bool, effect: inout Effect,
        modified: inout Set<String>
    ) throws {
        let part = try rows.part(facet.name, ofList: list)
        try rows.cover(part: part, run: run.id)
        // What only announces changes says nothing of what others announced.
        let later = facet.isComplete ? try rows.coverage(ofPart: part, after: run.moment) : []
        let place = CellPlace(rows, part: part, run: run, later: later.map { ($0.moment, $0.known ?? 0) })
        var stored = try load(part)
        if isMain { effect.isBaseline = !stored.values.contains { $0.rows.contains { $0.moment < run.moment } } }
        var census = try CensusTaker(rows, part: part, name: facet.name, before: run.moment)
        var index = VersionIndex(rows, part: part)
        var seen: Set<String> = []
        seen.reserveCapacity(facet.entries.count)
        for (position, row) in facet.entries.enumerated() {
            seen.insert(row.id)
            let known = stored[row.id]
            let before = known?.value(before: run.moment)
            if isMain, before != nil { effect.before += 1 }
            if trustingDigests, let before, before.raw == row.digest, let known {
                try census.keep(known.key, before.content)
                try place.write(before, to: known)
                continue
            }
            let facts = try EntryWriter.facts(of: facet, position)
            let text = EntryText.encode(facts)
            let content = EntryContent(content: try EntryText.digest(text), raw: row.digest)
            let entry = try known ?? StoredEntry(key: rows.entry(row.id, in: part).key, rows: [])
            stored[row.id] = entry
            try census.replace(entry.key, before?.content, by: facts)
            if before?.content != content.content {
                if isMain, before == nil { effect.gained(row.id, facts) } else { modified.insert(row.id) }
            }
            let version = VersionRow(entry: entry.key, content: content.content, text: text)
            if try rows.insert(version) { try index.add(version, marks: Mark.of(facts), event: nil) }
            try place.write(content, to: entry)
        }
        for (id, entry) in stored where !seen.contains(id) {
            let before = entry.value(before: run.moment)
            if isMain, before != nil { effect.before += 1 }
            guard facet.isComplete || facet.removed.contains(id) else {
                if let before { try census.keep(entry.key, before.content) }
                continue
            }
            if let before {
                let facts = try census.replace(entry.key, before.content, by: nil)
                if isMain { effect.lost(id, facts) } else { modified.insert(id) }
            }
            try place.write(nil, to: entry)
        }
        try index.write()
        try census.write(run: run.id)
        if isMain { effect.programmesBefore = census.before.programmes }
        effect.censuses.append(census.census)
    }

    private static func facts(of facet: FacetReading, _ position: Int) throws -> [Attribute] {
        do {
            return try facet.attributes(position)
        } catch let fault as Fault {
            throw UnreadableEntry(fault: fault)
        }
    }

    private func load(_ part: Int64) throws -> [String: StoredEntry] {
        var stored: [String: StoredEntry] = [:]
        var open: (id: String, entry: StoredEntry)?
        try rows.presence(PresenceQuery(part)) { row in
            if open?.entry.key != row.entry {
                if let open { stored[open.id] = open.entry }
                open = (row.id, StoredEntry(key: row.entry, rows: []))
            }
            open?.entry.rows.append(StoredEntry.row(row, late: late))
        }
        if let open { stored[open.id] = open.entry }
        return stored
    }
}
