/// The readings of one cell - a day of a series, or an entry of a list - in seen order, kept as the rows at which
/// the value changes.
///
/// Rows are a function of the set of known snapshots, whatever the order of their arrival: snapshot S has a row unless
/// its value is the one before it *for every* known-on instant at which S is visible. A snapshot accepted late is
/// hidden from earlier known-on instants, so a row behind it may be needed although the value in front is the same.
struct CellHistory<Value: Equatable> {
    struct Row {
        var moment: Int64
        /// Seconds at which the row's run became known.
        var known: Int64
        /// Nil: withdrawn, or not on the list.
        var value: Value?
    }

    /// Ascending.
    var rows: [Row]

    enum Edit: Equatable {
        case insert(moment: Int64, value: Value?)
        case delete(moment: Int64)
    }

    /// The value as of the latest row before a moment, hidden rows included.
    func value(before moment: Int64) -> Value? {
        rows.last { $0.moment < moment }?.value
    }

    /// Whether a snapshot that reads as the cell did before it changes nothing at all: most do.
    func stays(_ value: Value?, at moment: Int64, known: Int64) -> Bool {
        guard let row = rows.last(where: { $0.moment < moment }) else { return value == nil }
        return row.value == value && row.known <= known
    }

    /// The edits that a new snapshot brings.
    ///
    /// - Parameter later: covering snapshots behind it, ascending, with the instants at which they became known.
    mutating func add(
        _ value: Value?, moment: Int64, known: Int64, later: [(moment: Int64, known: Int64)]
    ) -> [Edit] {
        guard needsRow(value, at: moment, known: known) else { return [] }
        // What later snapshots said is fixed before the new row changes what stands in front of them.
        let said = later.map { run in rows.last { $0.moment <= run.moment }?.value }
        insert(Row(moment: moment, known: known, value: value))
        var edits: [Edit] = [.insert(moment: moment, value: value)]
        for (run, said) in zip(later, said) {
            let has = rows.contains { $0.moment == run.moment }
            let needs = needsRow(said, at: run.moment, known: run.known)
            if needs && !has {
                insert(Row(moment: run.moment, known: run.known, value: said))
                edits.append(.insert(moment: run.moment, value: said))
            } else if has && !needs {
                rows.removeAll { $0.moment == run.moment }
                edits.append(.delete(moment: run.moment))
            }
            // Whatever follows a snapshot that was known as soon as it was seen compares with that one.
            if run.known == Moment.seen(run.moment) { break }
        }
        return edits
    }

    private func needsRow(_ value: Value?, at moment: Int64, known: Int64) -> Bool {
        for row in rows.reversed() where row.moment < moment {
            if row.value != value { return true }
            if row.known <= known { return false }
        }
        return value != nil
    }

    private mutating func insert(_ row: Row) {
        let index = rows.firstIndex { $0.moment > row.moment } ?? rows.endIndex
        rows.insert(row, at: index)
    }
}
