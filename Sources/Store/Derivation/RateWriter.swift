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

    private let rows: any LedgerRows
    /// Seconds at which runs became known that did so later than they were seen.
    private let late: [Int64: Int64]

    init(_ rows: any LedgerRows, late: [Int64: Int64]) {
        self.rows = rows
        self.late = late
    }

    func store(_ readings: [SeriesReading], run: Run) throws -> Effect {
        var effect = Effect()
        effect.isBaseline = true
        for reading in readings {
            let known = try rows.series(named: reading.key.text)
            let isNew = known == nil
            let series =
                try known?.key
                ?? rows.addSeries(reading.key.text, unit: reading.unit, period: reading.period.rawValue).key
            if let complete = reading.complete {
                let days = Int64(complete.lowerBound.number)...Int64(complete.upperBound.number)
                try rows.cover(series: series, run: run.id, days: days)
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
        // Known snapshots behind this one that are complete for some days of the series, or repeat one that is.
        let later = try rows.coverage(ofSeries: series, after: run.moment)
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

        var stored: [ValueRow] = []
        try rows.values(of: series, days: Int64(first.number)...Int64(last.number), descending: false) {
            stored.append($0)
            return true
        }
        if !stored.isEmpty { effect.isBaseline = false }
        var following = 0
        var next = 0
        var cell = Cell(rows: [])
        while following < stored.count || next < reading.days.count {
            let storedDay = following < stored.count ? stored[following].day : Int64.max
            let newDay = next < reading.days.count ? Int64(reading.days[next].number) : Int64.max
            let day = min(storedDay, newDay)
            cell.rows.removeAll(keepingCapacity: true)
            while following < stored.count, stored[following].day == day {
                let row = stored[following]
                let known = late.isEmpty ? nil : late[row.moment]
                cell.rows.append(
                    Cell.Row(
                        moment: row.moment, known: known ?? Moment.seen(row.moment),
                        value: row.number.map(Figure.init(number:))))
                following += 1
            }
            if newDay == day {
                settle(day, &cell, Figure(number: reading.numbers[next]))
                next += 1
            } else {
                settle(day, &cell, nil)
            }
        }
        if let touched {
            let days = Day(number: Int(touched.lowerBound))...Day(number: Int(touched.upperBound))
            effect.touched.append(Effect.Touched(series: reading.key, days: days, isNew: isNew))
        }
        return pending
    }

    private func apply(_ pending: [Pending], series: Int64) throws {
        var inserted: [ValueRow] = []
        for item in pending {
            switch item.edit {
            case .insert(let moment, let value):
                inserted.append(
                    ValueRow(
                        day: item.day, moment: moment, digits: value?.number.digits,
                        decimals: Int64(value?.number.decimals ?? 0)))
            case .delete(let moment):
                try rows.insert(inserted, series: series)
                inserted.removeAll(keepingCapacity: true)
                try rows.deleteValue(series: series, day: item.day, moment: moment)
            }
        }
        try rows.insert(inserted, series: series)
    }
}
