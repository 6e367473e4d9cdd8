package import Vocabulary

/// One row of `compare --steps`: a step of a series and its distance from an event.
package struct StepRow: Sendable {
    package var place: PlacedEvent
    /// Half of the returns before the event or more are zero.
    package var isManaged: Bool
    package var steps: ManagedSteps
    /// Nil where the series has no step.
    package var step: ManagedSteps.Step?
    /// Rows on either side for which the chance is given.
    package var reach: Int

    /// Of each event and series only the last step up to day 0 and the first after it.
    package static func nearest(_ rows: [StepRow]) -> [StepRow] {
        var kept: [StepRow] = []
        for (index, row) in rows.enumerated() {
            let next = index + 1 < rows.count && rows[index + 1].place === row.place ? rows[index + 1].rows : nil
            let before = index > 0 && rows[index - 1].place === row.place ? rows[index - 1].rows : nil
            guard let distance = row.rows else {
                kept.append(row)
                continue
            }
            let isLastBefore = distance <= 0 && (next.map { $0 > 0 } ?? true)
            let isFirstAfter = distance > 0 && (before.map { $0 <= 0 } ?? true)
            if isLastBefore || isFirstAfter { kept.append(row) }
        }
        return kept
    }

    /// From day 0 to the step; negative where the step came first.
    package var rows: Int? { step.flatMap { step in place.dayZero.map { step.row - $0.row } } }
    package var days: Int? { step.flatMap { step in place.dayZero.map { step.day - $0.day } } }
}

extension Comparison {
    /// The steps of every event's series over a range of days, each with its distance from the event.
    package func steps(from: Day?, to: Day?, within reach: Int) throws -> [StepRow] {
        var rows: [StepRow] = []
        try study().each(events[...]) { placed, measurement in
            guard let measurement else { return }
            let steps = ManagedSteps(measurement.returns, days: measurement.days, from: from, to: to)
            let row = StepRow(place: placed, isManaged: measurement.isManaged, steps: steps, step: nil, reach: reach)
            if steps.steps.isEmpty { rows.append(row) }
            for step in steps.steps {
                var own = row
                own.step = step
                rows.append(own)
            }
        }
        return rows
    }
}
