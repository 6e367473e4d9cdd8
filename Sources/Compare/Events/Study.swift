internal import Vocabulary

/// One invocation, ready: the returns of all series and the places of all events, each computed once and never changed.
struct Study: Sendable {
    let comparison: Comparison
    let subjects: SubjectIndex
    /// Per table and rule.
    private let confounders: [[Confounders]]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        subjects = SubjectIndex(comparison)
        let known = comparison.knownEvents.isEmpty ? comparison.events : comparison.knownEvents
        confounders = comparison.tables.map { table in
            [0, 1].map { Confounders(known, rule: $0, in: table) }
        }
    }

    /// Puts events onto the rows of their series' sources, one after the other: events, series, rules and numeraires as
    /// given. What is missing shows in the place's status.
    func each(_ events: ArraySlice<NewsEvent>, _ body: (PlacedEvent, Measurement?) -> Void) {
        for event in events {
            let rules = DayZero.rules(event, asked: comparison.afterFix)
            // One event's series often share their source.
            var located: [Place: (DayZero?, EventSurroundings)] = [:]
            for subject in subjects.subjects(of: event) {
                for rule in rules {
                    var (dayZero, surroundings): (DayZero?, EventSurroundings) = (nil, EventSurroundings())
                    if let table = subject.table {
                        let place = Place(table: table, rule: rule)
                        let found = located[place] ?? locate(event, place)
                        located[place] = found
                        (dayZero, surroundings) = found
                    }
                    for number in subject.numeraires.indices {
                        place(
                            event, subject, rule: rule, numeraire: number, dayZero: dayZero, surroundings: surroundings,
                            body: body)
                    }
                }
            }
        }
    }

    private struct Place: Hashable {
        var table: Int
        var rule: Int
    }

    private func locate(_ event: NewsEvent, _ place: Place) -> (DayZero?, EventSurroundings) {
        guard let dayZero = DayZero.locate(event, rule: place.rule, in: comparison.tables[place.table]) else {
            return (nil, EventSurroundings())
        }
        let others = confounders[place.table][place.rule]
        return (
            dayZero,
            EventSurroundings(
                confounders: others.ids(of: event, day0: dayZero.row),
                excluded: comparison.cleansEstimation ? others.earlierRows(event, day0: dayZero.row) : [])
        )
    }

    private func place(
        _ event: NewsEvent, _ subject: Subject, rule: Int, numeraire: Int, dayZero: DayZero?,
        surroundings: EventSurroundings, body: (PlacedEvent, Measurement?) -> Void
    ) {
        var status = ComparisonStatus.noSeries
        var measurement: Measurement?
        if let dayZero, !subject.measured.isEmpty {
            measurement = Measurement(
                dayZero, subject.measured[numeraire], studied: subject.currency, excluded: surroundings.excluded)
            if measurement != nil { status = .ok }
        } else if subject.table != nil {
            status = .outside
        }
        let placed = PlacedEvent(
            event, subject, rule: rule, numeraire: subject.numeraires[numeraire], status: status, dayZero: dayZero,
            confounders: surroundings.confounders, rhythm: subject.table.map { comparison.tables[$0].rhythm },
            measurement: measurement)
        body(placed, measurement)
    }
}

/// What else happened around an event.
struct EventSurroundings: Sendable {
    var confounders: [String] = []
    /// Rows around earlier events, kept out of a clean estimation.
    var excluded: [Range<Int>] = []
}
