package import Vocabulary

extension SQLiteLedger {
    package func series() throws -> [SeriesDescription] {
        let statement = try database.statement("SELECT name, unit, period FROM series ORDER BY name")
        var found: [SeriesDescription] = []
        while try statement.step() {
            guard let key = SeriesKey(statement.text(0)) else { continue }
            found.append(
                SeriesDescription(
                    key: key, unit: statement.text(1), period: Period(rawValue: statement.text(2)) ?? .daily))
        }
        return found
    }

    package func observations(_ query: ObservationQuery) throws -> [Observation] {
        guard let series = try database.value("SELECT key FROM series WHERE name = ?", .text(query.series.text)) else {
            return []
        }
        var sight = Sight(self, known: query.known)
        let rows = try database.statement(
            """
            SELECT day, moment, digits, decimals FROM observation WHERE series = ? AND day BETWEEN ? AND ?
            ORDER BY day, moment
            """)
        try rows.bind([
            .integer(series), .integer(Int64(query.from?.number ?? Int32.min)),
            .integer(Int64(query.to?.number ?? Int32.max)),
        ])
        var found: [Observation] = []
        var hasWithdrawn = false
        found.reserveCapacity(256)
        while try rows.step() {
            guard let run = try sight.run(at: rows.integer(1)) else { continue }
            let number = rows.optionalInteger(2).map {
                PublishedNumber(digits: $0, decimals: UInt8(rows.integer(3)))
            }
            let day = Day(number: Int(rows.integer(0)))
            // By its index: the row itself would be copied, with every text in it.
            if let last = found.indices.last, found[last].day == day {
                // A row may repeat the value in front of it; only a different one is a vintage.
                if query.vintages, Figure.isSame(found[last].number, number) { continue }
                if !query.vintages { found.removeLast() }
            }
            if number == nil { hasWithdrawn = true }
            found.append(
                Observation(day: day, number: number, knownFrom: run.known, run: run.id))
        }
        // A second pass over everything only where there is something to leave out, which is rare.
        if hasWithdrawn, !query.vintages { found.removeAll { $0.number == nil } }
        return found
    }
}

extension SQLiteLedger {
    package func latest(
        _ series: SeriesKey, onOrBefore day: Day, from: Day?, known: KnownOn, besides own: String?
    ) throws -> Observation? {
        guard let key = try database.value("SELECT key FROM series WHERE name = ?", .text(series.text)) else {
            return nil
        }
        let own = try own.flatMap { try database.value("SELECT moment FROM run WHERE id = ?", .text($0)) }
        var sight = Sight(self, known: known)
        let rows = try database.statement(
            """
            SELECT day, moment, digits, decimals FROM observation WHERE series = ? AND day BETWEEN ? AND ?
            ORDER BY day DESC, moment DESC
            """)
        try rows.bind([
            .integer(key), .integer(Int64(from?.number ?? Int32.min)), .integer(Int64(day.number)),
        ])
        defer { rows.reset() }
        var withdrawn: Int64?
        while try rows.step() {
            guard rows.integer(0) != withdrawn, rows.integer(1) != own, let run = try sight.run(at: rows.integer(1))
            else { continue }
            guard let digits = rows.optionalInteger(2) else {
                withdrawn = rows.integer(0)
                continue
            }
            let number = PublishedNumber(digits: digits, decimals: UInt8(rows.integer(3)))
            return Observation(
                day: Day(number: Int(rows.integer(0))), number: number, knownFrom: run.known,
                run: run.id)
        }
        return nil
    }
}

/// Equality of values that may be withdrawn.
enum Figure {
    static func isSame(_ a: PublishedNumber?, _ b: PublishedNumber?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.isSameValue(as: b)
    }
}

/// Which moments a question may see. A ledger keeps the runs that it looked up: a series that grew by a run a day has
/// thousands, and every other series has the same ones.
struct Sight {
    struct Glimpse {
        var id: String
        var known: Instant
    }
    private let ledger: SQLiteLedger
    private let last: Int64
    private var recent: (moment: Int64, glimpse: Glimpse?)?

    init(_ ledger: SQLiteLedger, known: KnownOn) {
        self.ledger = ledger
        last = known.lastSecond
    }

    /// The run that stands at a moment; nil where it was not known yet.
    mutating func run(at moment: Int64) throws -> Glimpse? {
        if let recent, recent.moment == moment { return recent.glimpse }
        let found = try ledger.glimpse(at: moment)
        let glimpse = found.flatMap { $0.known.seconds <= last ? $0 : nil }
        recent = (moment, glimpse)
        return glimpse
    }
}

extension SQLiteLedger {
    /// The known run at a moment, looked up once.
    func glimpse(at moment: Int64) throws -> Sight.Glimpse? {
        if let glimpse = glimpses[moment] { return glimpse }
        let statement = try database.statement("SELECT id, known_from FROM run WHERE moment = ?")
        try statement.bind([.integer(moment)])
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        let glimpse = statement.optionalInteger(1).map {
            Sight.Glimpse(id: statement.text(0), known: Instant(seconds: $0))
        }
        glimpses[moment] = .some(glimpse)
        return glimpse
    }
}
