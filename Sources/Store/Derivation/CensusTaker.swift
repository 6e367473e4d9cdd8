internal import Vocabulary

/// Counts what the entries of one facet have: from the census of the covering snapshot just before, in seen order,
/// and what differs. Only where that has none (it was stored before there were censuses) is every entry counted.
struct CensusTaker {
    private(set) var census: Census
    /// As of the snapshot before.
    let before: Census
    private let rows: any LedgerRows
    private let part: Int64
    private let countsAll: Bool

    init(_ rows: any LedgerRows, part: Int64, name: String, before moment: Int64) throws {
        self.rows = rows
        self.part = part
        let previous = try rows.runs(
            RunQuery {
                ($0.covering, $0.before, $0.isKnown) = ([part], moment, true)
                ($0.latestFirst, $0.limit) = (true, 1)
            }
        ).first
        let found = try previous.flatMap { Census(try rows.census(of: part, run: $0.sameAs ?? $0.id), facet: name) }
        before = found ?? Census(facet: name)
        countsAll = found == nil
        census = before
    }

    /// An entry that reads as it did.
    mutating func keep(_ entry: Int64, _ content: Int64) throws {
        if countsAll { census.count(try facts(entry, content)) }
    }

    /// An entry that reads differently, came or went; answers what it said before.
    @discardableResult
    mutating func replace(_ entry: Int64, _ former: Int64?, by facts: [Attribute]?) throws -> [Attribute] {
        let old = try former.map { try self.facts(entry, $0) } ?? []
        if former != nil, !countsAll { census.count(old, -1) }
        if let facts { census.count(facts) }
        return old
    }

    func write(run: RunID) throws {
        var written = [CensusRow(kind: "entries", name: "", count: Int64(census.entries))]
        for (field, count) in census.fields {
            written.append(CensusRow(kind: "field", name: field.rawValue, count: Int64(count)))
        }
        for (tag, count) in census.programmes {
            written.append(CensusRow(kind: "programme", name: tag, count: Int64(count)))
        }
        try rows.insert(written, part: part, run: run)
    }

    private func facts(_ entry: Int64, _ content: Int64) throws -> [Attribute] {
        try rows.text(of: entry, content: content).map(EntryText.decode) ?? []
    }
}

extension Census {
    /// Nil where none was taken.
    init?(_ rows: [CensusRow], facet: String) {
        guard let entries = rows.first(where: { $0.kind == "entries" }) else { return nil }
        self.init(facet: facet)
        self.entries = Int(entries.count)
        for row in rows {
            switch row.kind {
            case "field": if let field = Field(rawValue: row.name) { fields[field] = Int(row.count) }
            case "programme": programmes[row.name] = Int(row.count)
            default: break
            }
        }
    }
}
