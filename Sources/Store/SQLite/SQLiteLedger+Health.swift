package import Vocabulary

extension SQLiteLedger {
    package func pulse(at moment: Instant) throws -> Instant? {
        try database.value(
            """
            SELECT max(CASE WHEN known_from <= ? THEN known_from ELSE seen_at END) FROM run WHERE seen_at <= ?
            """, .integer(moment.seconds), .integer(moment.seconds)
        ).map { Instant(seconds: $0) }
    }

    package func runs(seen range: ClosedRange<Instant>) throws -> [Run] {
        try find(
            "WHERE r.moment >= ? AND r.moment < ? ORDER BY r.moment",
            [.integer(Moment.first(of: range.lowerBound)), .integer(Moment.first(of: range.upperBound + 1))])
    }

    package func health(feed: String, at moment: Instant) throws -> FeedRecord {
        // What is read anew says nothing of its publisher.
        let before = "WHERE r.feed = ? AND r.moment < ? AND r.how <> 're-read'"
        let end: [Binding] = [.text(feed), .integer(Moment.first(of: moment + 1))]
        let known = [Binding.integer(moment.seconds)]
        var record = FeedRecord(
            last: try find("\(before) ORDER BY r.moment DESC LIMIT 1", end).first,
            lastKnown: try find("\(before) AND r.known_from <= ? ORDER BY r.moment DESC LIMIT 1", end + known).first,
            held: Int(
                try database.value(
                    """
                    SELECT count(*) FROM run r \(before)
                    AND (r.outcome = 'held' OR r.known_from > r.seen_at AND r.known_from > ?)
                    """, end + known) ?? 0))
        // What a person let in later was held back until then.
        if let run = record.last, let accepted = run.knownFrom, accepted > moment {
            record.last?.outcome = .held
            record.last?.knownFrom = nil
            record.last?.message = "held back until \(accepted)"
        }
        return record
    }
}
