package import Vocabulary

extension SQLiteLedger {
    package func lists() throws -> [String] {
        let statement = try database.statement("SELECT DISTINCT list FROM facet WHERE list <> ? ORDER BY list")
        try statement.bind([.text(EventText.list)])
        var found: [String] = []
        while try statement.step() { found.append(statement.text(0)) }
        return found
    }

    package func entries(_ list: String, on: Day?, known: KnownOn) throws -> [ListedEntry] {
        try entries(list, known: known) { run in
            (run.knownFrom?.seconds ?? .max) <= known.lastSecond && on.map { run.day <= $0 } ?? true
        }
    }

    package func entries(_ list: String, before run: Run) throws -> [ListedEntry] {
        let moment = run.moment
        return try entries(list, known: .now) { $0.moment < moment }
    }

    /// As of the last snapshot that `counts`.
    private func entries(_ list: String, known: KnownOn, counts: (Run) -> Bool) throws -> [ListedEntry] {
        let facets = try facetKeys(list)
        let runs = try runsByMoment(feedsOfList: facets).values.filter(counts)
        guard let cutoff = runs.map(\.moment).max() else { return [] }
        var sight = Sight(self, known: known)
        var found: [String: ListedEntry] = [:]
        for (index, facet) in facets.enumerated() {
            let rows = try database.statement(
                """
                SELECT e.id, p.moment, v.text FROM presence p JOIN entry e ON e.key = p.entry
                LEFT JOIN version v ON v.entry = p.entry AND v.content = p.content
                WHERE p.facet = ? AND p.moment <= ? ORDER BY p.entry, p.moment
                """)
            try rows.bind([.integer(facet), .integer(cutoff)])
            var open: (id: String, moment: Int64, text: String?)?
            func close() {
                guard let (id, moment, text) = open else { return }
                let seen = Instant(seconds: Moment.seen(moment))
                if index == 0 {
                    guard let text else { return }
                    found[id] = ListedEntry(
                        designation: Designation(list: list, id: id, attributes: EntryText.decode(text)), seen: seen)
                } else if let text, var entry = found[id] {
                    entry.designation.attributes = merged(entry.designation.attributes, EntryText.decode(text))
                    entry.seen = max(entry.seen, seen)
                    found[id] = entry
                }
            }
            while try rows.step() {
                guard try sight.run(at: rows.integer(1)) != nil else { continue }
                let id = rows.text(0)
                if open?.id != id { close() }
                open = (id, rows.integer(1), rows.optionalText(2))
            }
            close()
        }
        return found.values.sorted { precedes($0.designation.id, $1.designation.id) }
    }

    package func events(_ choice: EventChoice, known: KnownOn) throws -> [NewsEvent] {
        try eventTexts(known: known).compactMap { kept in
            // Thousands of stories wait in vain: those are not even read.
            guard choice == .all || !kept.isDropped, choice != .reviewed || !EventText.isUnreviewed(kept.text),
                var event = try EventText.decode(kept.text)
            else { return nil }
            event.isDropped = kept.isDropped
            return event
        }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    package func unreviewedCount(known: KnownOn) throws -> Int {
        try eventTexts(known: known).count { !$0.isDropped && EventText.isUnreviewed($0.text) }
    }

    /// Of each event the last text that it had.
    private func eventTexts(known: KnownOn) throws -> [(text: String, isDropped: Bool)] {
        guard let facet = try facetKeys(EventText.list).first else { return [] }
        var sight = Sight(self, known: known)
        let rows = try database.statement(
            """
            SELECT p.entry, p.moment, v.text FROM presence p
            LEFT JOIN version v ON v.entry = p.entry AND v.content = p.content
            WHERE p.facet = ? ORDER BY p.entry, p.moment
            """)
        try rows.bind([.integer(facet)])
        var latest: [Int64: (text: String, isDropped: Bool)] = [:]
        while try rows.step() {
            guard try sight.run(at: rows.integer(1)) != nil else { continue }
            if let text = rows.optionalText(2) {
                latest[rows.integer(0)] = (text, false)
            } else {
                latest[rows.integer(0)]?.isDropped = true
            }
        }
        return Array(latest.values)
    }

    /// In the order in which they were made: the first is the one that says which entries there are.
    func facetKeys(_ list: String) throws -> [Int64] {
        let statement = try database.statement("SELECT key FROM facet WHERE list = ? ORDER BY key")
        try statement.bind([.text(list)])
        var keys: [Int64] = []
        while try statement.step() { keys.append(statement.integer(0)) }
        return keys
    }
}

/// Facts of two parts of one entry, sorted, each once.
func merged(_ a: [Attribute], _ b: [Attribute]) -> [Attribute] {
    var all = (a + b).sorted()
    var index = 1
    while index < all.count {
        if all[index] == all[index - 1] { all.remove(at: index) } else { index += 1 }
    }
    return all
}

/// Numbers in numeric order, before all other ids.
func precedes(_ a: String, _ b: String) -> Bool {
    switch (Int(a), Int(b)) {
    case (let x?, let y?): x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a < b
    }
}
