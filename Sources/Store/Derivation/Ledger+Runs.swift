package import Vocabulary

extension Ledger {
    /// The run that a person names; nil also where the words are no id.
    package func run(named text: String) throws -> Run? { try RunID(text).flatMap { try run($0) } }

    package func run(_ id: RunID) throws -> Run? { try rows.runs(RunQuery { $0.id = id }).first }

    /// Ascending in seen order; all feeds where none is named.
    package func runs(feed: String?) throws -> [Run] { try rows.runs(RunQuery { $0.feed = feed }) }

    /// Those seen within some time, ascending.
    package func runs(seen range: ClosedRange<Instant>) throws -> [Run] {
        try rows.runs(
            RunQuery {
                $0.from = Moment.first(of: range.lowerBound)
                $0.before = Moment.first(of: range.upperBound + 1)
            })
    }

    /// The last known run of a feed before a moment in seen order; nil: before none.
    package func lastKnown(feed: String, before run: Run?) throws -> Run? {
        try last {
            $0.feed = feed
            $0.before = run?.moment
            $0.isKnown = true
        }
    }

    /// The last known runs of a feed before another in seen order whose content was read for themselves, latest first.
    package func readings(feed: String, before run: Run, last count: Int) throws -> [Run] {
        try rows.runs(
            RunQuery {
                $0.feed = feed
                $0.before = run.moment
                ($0.isKnown, $0.isReading) = (true, true)
                ($0.latestFirst, $0.limit) = (true, count)
            })
    }

    /// The last known run of a feed that brought bytes: its validators make the next request conditional.
    package func lastAnswered(feed: String) throws -> Run? {
        try last {
            $0.feed = feed
            ($0.isKnown, $0.hasParts) = (true, true)
        }
    }

    /// Whether a person let in a run of the feed with these bytes, part by part.
    package func wasAccepted(feed: String, sha256s: [String]) throws -> Bool {
        guard let first = sha256s.first else { return false }
        return try rows.runs(
            RunQuery {
                ($0.feed, $0.sha256, $0.outcome, $0.isKnown) = (feed, first, .stored, true)
            }
        ).contains { ($0.knownFrom ?? $0.seen) > $0.seen && $0.parts.map(\.sha256) == sha256s }
    }

    /// The runs that a person had accepted.
    package func accepted(known: KnownOn) throws -> Set<RunID> { try rows.accepted(by: known.lastSecond) }

    /// When anything was last fetched, whatever came of it.
    package func lastFetch() throws -> Instant? { try last { $0.how = "fetch" }?.seen }

    /// When the ledger last learned or tried anything by a moment; nil: never.
    package func lastActivity(at moment: Instant) throws -> Instant? {
        let end = Moment.first(of: moment + 1)
        guard let run = try last({ $0.before = end }) else { return nil }
        let learned = try rows.lateStamps().filter { $0.moment < end }.compactMap(\.known)
            .filter { $0 <= moment.seconds }.max()
        return max(run.seen, learned.map(Instant.init(seconds:)) ?? run.seen)
    }

    /// What a feed had come to by a moment.
    package func health(feed: String, at moment: Instant) throws -> FeedRecord {
        func query(_ narrow: (inout RunQuery) -> Void) -> RunQuery {
            RunQuery {
                $0.feed = feed
                $0.before = Moment.first(of: moment + 1)
                // What is read anew says nothing of its publisher.
                $0.excludedHow = "re-read"
                narrow(&$0)
            }
        }
        func last(_ narrow: (inout RunQuery) -> Void = { _ in }) throws -> Run? {
            try rows.runs(
                query {
                    ($0.latestFirst, $0.limit) = (true, 1)
                    narrow(&$0)
                }
            ).first
        }
        let held = try rows.runs(query { $0.outcome = .held }).count
        let heldUntilLater = try rows.runs(query { $0.knownAfter = moment.seconds }).count
        var record = FeedRecord(
            last: try last(), lastKnown: try last { $0.knownBy = moment.seconds }, held: held + heldUntilLater)
        // What a person let in later was held back until then.
        if let run = record.last, let accepted = run.knownFrom, accepted > moment {
            record.last?.outcome = .held
            record.last?.knownFrom = nil
            record.last?.message = "held back until \(accepted)"
        }
        return record
    }

    /// What the entries of each part of a list's snapshot had; empty where nothing was counted.
    package func censuses(of run: Run) throws -> [Census] {
        try rows.parts(ofList: run.feed).compactMap { part in
            Census(try rows.census(of: part.key, run: run.sameAs ?? run.id), facet: part.name)
        }
    }

    private func last(_ narrow: (inout RunQuery) -> Void) throws -> Run? {
        try rows.runs(
            RunQuery {
                ($0.latestFirst, $0.limit) = (true, 1)
                narrow(&$0)
            }
        ).first
    }
}
