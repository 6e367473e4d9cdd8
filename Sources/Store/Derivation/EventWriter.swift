internal import Vocabulary

/// Stores events: entries that no file is complete for, so that what it leaves out stays as it was.
struct EventWriter {
    private let rows: any LedgerRows
    private let late: [Int64: Int64]

    init(_ rows: any LedgerRows, late: [Int64: Int64]) {
        self.rows = rows
        self.late = late
    }

    func store(_ events: [NewsEvent], run: Run) throws -> Effect {
        var effect = Effect()
        let part = try rows.part("main", ofList: EventText.list)
        let place = CellPlace(rows, part: part, run: run, later: [])
        var index = VersionIndex(rows, part: part)
        for event in events {
            let text = try EventText.encode(event)
            let digest = try EntryText.digest(text)
            let (key, isNew) = try rows.entry(event.id, in: part)
            var entry = StoredEntry(key: key, rows: [])
            if !isNew {
                try rows.presence(PresenceQuery(part, entry: key)) {
                    entry.rows.append(StoredEntry.row($0, late: late))
                }
            }
            let before = entry.value(before: run.moment)
            if before == nil { effect.added += 1 } else if before?.content != digest { effect.modified += 1 }
            let version = VersionRow(entry: entry.key, content: digest, text: text)
            if try rows.insert(version) {
                let columns = EventColumns(day: Int64(event.date.number), status: event.status)
                try index.add(version, marks: Mark.of(event), event: columns)
            }
            try place.write(event.isDropped ? nil : EntryContent(content: digest, raw: digest), to: entry)
        }
        try index.write()
        return effect
    }
}
