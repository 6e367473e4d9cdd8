internal import Vocabulary

/// Stores what a snapshot's series add to the readings before it: one pass over the stored rows of each series,
/// side by side with the snapshot's days.
struct RateWriter {
    /// A printed decimal, equal to another when the value is: `136` and `136.00`.
    struct Figure: Equatable {
        var number: PublishedNumber
        static func == (a: Figure, b: Figure) -> Bool { a.number.isSameValue(as: b.number) }
    }
    private typealias Cell = CellHistory<Figure>
    private struct Pending {
        var day: Int64
        var edit: Cell.Edit
    }

    private let database: Database
    /// Instants of the runs that became known later than they were seen.
    private let late: [Int64: Int64]

    init(_ database: Database, late: [Int64: Int64]) {
        self.database = database
        self.late = late
    }

    func store(_ readings: [SeriesReading], run: Run, key: Int64) throws -> Effect {
        var effect = Effect()
        effect.isBaseline = true
        for reading in readings {
            let (series, isNew) = try self.key(of: reading)
            if let complete = reading.complete {
                try database.statement("INSERT OR IGNORE INTO series_coverage VALUES (?, ?, ?, ?)").run([
                    .integer(series), .integer(key), .integer(Int64(complete.lowerBound.number)),
                    .integer(Int64(complete.upperBound.number)),
                ])
            }
            let pending = try compare(reading, series: series, isNew: isNew, run: run, effect: &effect)
            try apply(pending, series: series)
        }
        return effect
    }

    private func compare(
        _ reading: SeriesReading, series: Int64, isNew: Bool, run: Run, effect: inout Effect
    ) throws -> [Pending] {
        guard
            let first = (reading.complete?.lowerBound ?? reading.days.first).map({ min($0, reading.days.first ?? $0) }),
            let last = (reading.complete?.upperBound ?? reading.days.last).map({ max($0, reading.days.last ?? $0) })
        else { return [] }
        let later = try laterRuns(series: series, run: run)
        let known = run.knownFrom?.seconds ?? run.seen.seconds
        let moment = run.moment
        var pending: [Pending] = []
        pending.reserveCapacity(16)

        var touched: ClosedRange<Int64>?

        /// One day of the series: what is stored of it, and what the snapshot says.
        func settle(_ day: Int64, _ cell: inout Cell, _ figure: Figure?) {
            let before = cell.value(before: moment)
            if before != nil { effect.before += 1 }
            if let figure {
                if let before { if before != figure { effect.modified += 1 } } else { effect.added += 1 }
                if before != figure { touched = min(day, touched?.lowerBound ?? day)...day }
            } else {
                guard let complete = reading.complete, Int64(complete.lowerBound.number) <= day,
                    day <= Int64(complete.upperBound.number)
                else { return }
                if before != nil { effect.removed += 1 }
            }
            // Most cells are as they were: nothing to work out.
            if cell.stays(figure, at: moment, known: known) { return }
            let covering = later.filter { $0.days.contains(day) }.map { ($0.moment, $0.known) }
            for edit in cell.add(figure, moment: moment, known: known, later: covering) {
                pending.append(Pending(day: day, edit: edit))
            }
        }

        let rows = try database.statement(
            "SELECT day, moment, digits, decimals FROM observation WHERE series = ? AND day BETWEEN ? AND ?")
        try rows.bind([.integer(series), .integer(Int64(first.number)), .integer(Int64(last.number))])
        var hasRow = try rows.step()
        if hasRow { effect.isBaseline = false }
        var next = 0
        var cell = Cell(rows: [])
        while hasRow || next < reading.days.count {
            let storedDay = hasRow ? rows.integer(0) : Int64.max
            let newDay = next < reading.days.count ? Int64(reading.days[next].number) : Int64.max
            let day = min(storedDay, newDay)
            cell.rows.removeAll(keepingCapacity: true)
            while hasRow, rows.integer(0) == day {
                let at = rows.integer(1)
                cell.rows.append(
                    Cell.Row(
                        moment: at, known: late.isEmpty ? Moment.seen(at) : late[at] ?? Moment.seen(at),
                        value: rows.optionalInteger(2).map {
                            Figure(number: PublishedNumber(digits: $0, decimals: UInt8(rows.integer(3))))
                        }))
                hasRow = try rows.step()
            }
            if newDay == day {
                settle(day, &cell, Figure(number: reading.numbers[next]))
                next += 1
            } else {
                settle(day, &cell, nil)
            }
        }
        rows.reset()
        if let touched {
            let days = Day(number: Int(touched.lowerBound))...Day(number: Int(touched.upperBound))
            effect.touched.append(Effect.Touched(series: reading.key, days: days, isNew: isNew))
        }
        return pending
    }

    private func apply(_ pending: [Pending], series: Int64) throws {
        let insert = try database.statement("INSERT INTO observation VALUES (?, ?, ?, ?, ?)")
        let delete = try database.statement("DELETE FROM observation WHERE series = ? AND day = ? AND moment = ?")
        for item in pending {
            switch item.edit {
            case .insert(let moment, let value):
                insert.bind(1, series)
                insert.bind(2, item.day)
                insert.bind(3, moment)
                if let value { insert.bind(4, value.number.digits) } else { insert.bindNull(4) }
                insert.bind(5, Int64(value?.number.decimals ?? 0))
                try insert.runBound()
            case .delete(let moment):
                try delete.run([.integer(series), .integer(item.day), .integer(moment)])
            }
        }
    }

    /// The series' key, and whether the ledger did not know it.
    private func key(of reading: SeriesReading) throws -> (Int64, isNew: Bool) {
        let name = Binding.text(reading.key.text)
        if let key = try database.value("SELECT key FROM series WHERE name = ?", name) { return (key, false) }
        try database.value(
            "INSERT INTO series (name, unit, period) VALUES (?, ?, ?)", name, .text(reading.unit),
            .text(reading.period.rawValue))
        return (try database.value("SELECT key FROM series WHERE name = ?", name) ?? 0, true)
    }

    private struct LaterRun {
        var moment: Int64
        var known: Int64
        var days: ClosedRange<Int64>
    }

    /// Known snapshots behind this one that are complete for some days of the series, or repeat one that is.
    private func laterRuns(series: Int64, run: Run) throws -> [LaterRun] {
        let statement = try database.statement(
            """
            SELECT r.moment, r.known_from, c.first_day, c.last_day FROM run r
            -- CROSS fixes the order: mostly there is no later run, however many cover the series.
            CROSS JOIN series_coverage c ON c.run = coalesce(r.same_as, r.key)
            WHERE r.moment > ? AND r.known_from IS NOT NULL AND c.series = ? ORDER BY r.moment
            """)
        try statement.bind([.integer(run.moment), .integer(series)])
        var found: [LaterRun] = []
        while try statement.step() {
            found.append(
                LaterRun(
                    moment: statement.integer(0), known: statement.integer(1),
                    days: statement.integer(2)...statement.integer(3)))
        }
        return found
    }
}
