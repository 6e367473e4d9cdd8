internal import Vocabulary

/// One invocation at work: the tables' returns and the events' places, each computed once.
final class Study {
    private let comparison: Comparison
    private let libraries: [ReturnLibrary]
    private var confounders: [Rule: Confounders] = [:]
    private var halfWidths: [Int: Double] = [:]

    private struct Rule: Hashable {
        var table: Int
        var afterFix: Int
    }

    init(_ comparison: Comparison) {
        self.comparison = comparison
        libraries = comparison.tables.map { ReturnLibrary($0, basketCodes: comparison.basket) }
    }

    /// Puts an event onto the rows of a series' source; what is missing shows in the place's status.
    func place(_ event: NewsEvent, _ subject: Subject, rule: Int, numeraire: String) -> PlacedEvent {
        let placed = PlacedEvent(event, subject, rule: rule, numeraire: numeraire)
        guard let key = subject.key, let index = libraries.firstIndex(where: { $0.table.covers(key) }) else {
            return placed
        }
        let library = libraries[index]
        placed.lastObservation = library.table.lastDay(of: subject.currency)
        guard let dayZero = DayZero.locate(event, rule: rule, in: library.table) else {
            placed.status = .outside
            return placed
        }
        placed.dayZero = dayZero
        placed.confounders = confounders(of: rule, table: index).ids(of: event, day0: dayZero.row)
        guard let returns = library.returns(of: subject.currency, in: numeraire) else { return placed }
        placed.status = .ok
        placed.measurement = Measurement(
            dayZero: dayZero, returns: returns, days: library.table.days, basket: library.basket(in: numeraire),
            studied: subject.currency, halfWidth: { [self] in halfWidth(df: $0) })
        return placed
    }

    private func confounders(of rule: Int, table: Int) -> Confounders {
        let key = Rule(table: table, afterFix: rule)
        if let known = confounders[key] { return known }
        let events = comparison.knownEvents.isEmpty ? comparison.events : comparison.knownEvents
        let made = Confounders(events, rule: rule, in: libraries[table].table)
        confounders[key] = made
        return made
    }

    private func halfWidth(df: Int) -> Double {
        if let known = halfWidths[df] { return known }
        let made = StudentT.halfWidth95(df: df)
        halfWidths[df] = made
        return made
    }
}
