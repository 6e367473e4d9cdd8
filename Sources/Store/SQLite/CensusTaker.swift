internal import Vocabulary

/// Counts what the entries of one facet have: from the census of the covering snapshot just before, in seen order,
/// and what differs. Only where that has none (it was stored before there were censuses) is every entry counted.
struct CensusTaker {
    private(set) var census: Census
    /// As of the snapshot before.
    let before: Census
    private let database: Database
    private let facet: Int64
    private let countsAll: Bool

    init(_ database: Database, facet: Int64, name: String, before moment: Int64) throws {
        self.database = database
        self.facet = facet
        let previous = try database.value(
            """
            SELECT c.run FROM run r JOIN facet_coverage c ON c.run = coalesce(r.same_as, r.key)
            WHERE c.facet = ? AND r.moment < ? AND r.known_from IS NOT NULL ORDER BY r.moment DESC LIMIT 1
            """, .integer(facet), .integer(moment))
        let found = try previous.flatMap { try CensusTaker.read(database, run: $0, facet: facet, name: name) }
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

    func write(run: Int64) throws {
        let insert = try database.statement("INSERT OR REPLACE INTO census VALUES (?, ?, ?, ?, ?)")
        func row(_ kind: String, _ name: String, _ count: Int) throws {
            try insert.run([.integer(run), .integer(facet), .text(kind), .text(name), .integer(Int64(count))])
        }
        try row("entries", "", census.entries)
        for (field, count) in census.fields { try row("field", field.rawValue, count) }
        for (tag, count) in census.programmes { try row("programme", tag, count) }
    }

    /// Nil where none was taken.
    static func read(_ database: Database, run: Int64, facet: Int64, name: String) throws -> Census? {
        let statement = try database.statement("SELECT kind, name, count FROM census WHERE run = ? AND facet = ?")
        try statement.bind([.integer(run), .integer(facet)])
        var census: Census?
        while try statement.step() {
            let count = Int(statement.integer(2))
            switch statement.text(0) {
            case "entries":
                census = census ?? Census(facet: name)
                census?.entries = count
            case "programme": census?.programmes[statement.text(1)] = count
            default: if let field = Field(rawValue: statement.text(1)) { census?.fields[field] = count }
            }
        }
        return census
    }

    private func facts(_ entry: Int64, _ content: Int64) throws -> [Attribute] {
        let statement = try database.statement("SELECT text FROM version WHERE entry = ? AND content = ?")
        try statement.bind([.integer(entry), .integer(content)])
        defer { statement.reset() }
        return try statement.step() ? EntryText.decode(statement.text(0)) : []
    }
}
