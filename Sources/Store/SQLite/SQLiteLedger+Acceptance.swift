package import Vocabulary

extension SQLiteLedger {
    package func accept(_ run: String, at: Instant) throws {
        try database.value(
            "INSERT OR IGNORE INTO acceptance VALUES (?, ?)", .integer(try key(ofRun: run)), .integer(at.seconds))
    }

    package func accepted(known: KnownOn) throws -> Set<String> {
        let statement = try database.statement(
            "SELECT r.id FROM acceptance a JOIN run r ON r.key = a.run WHERE a.at <= ? AND r.known_from IS NOT NULL")
        try statement.bind([.integer(known.lastSecond)])
        var found: Set<String> = []
        while try statement.step() { found.insert(statement.text(0)) }
        return found
    }
}
