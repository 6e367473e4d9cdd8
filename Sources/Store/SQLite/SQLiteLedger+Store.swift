package import Vocabulary

extension SQLiteLedger {
    package func store(_ reading: Reading, run: Run, trustingDigests: Bool) throws -> Effect {
        let key = try self.key(ofRun: run.id)
        switch reading.content {
        case .rates(let series):
            return try RateWriter(database, late: try lateKnown()).store(series, run: run, key: key)
        case .list(let facets):
            return try EntryWriter(database, late: try lateKnown())
                .store(facets, list: run.feed, run: run, key: key, trustingDigests: trustingDigests)
        case .events(let events):
            return try EntryWriter(database, late: try lateKnown()).store(events, run: run, key: key)
        }
    }
}
