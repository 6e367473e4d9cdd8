internal import Store
package import Vocabulary

/// A value that nothing confirms, and why it is in doubt.
package struct SuspectValue: Sendable, Hashable {
    package var series: SeriesKey
    package var day: Day
    package var number: PublishedNumber?
    /// The run that brought it.
    package var run: RunID
    /// `0.41 after 158.2 on 2025-04-03: KRW's number?`
    package var reason: String
    /// How many later values are behind the same step to what seems a new unit.
    package var later = 0
}

extension SeriesBook {
    /// All that is suspect now, by series and day; of some sources only where they are named, and of one run. A step to
    /// what seems a new unit is told once, at its first value.
    package func suspectValues(sources: Set<String> = [], run: RunID? = nil) throws -> [SuspectValue] {
        try described.keys.sorted().filter { $0.pair != nil && (sources.isEmpty || sources.contains($0.source)) }
            .flatMap { key in
                let screened = try survey.series(key)
                let wanted = screened.suspects.filter { run == nil || screened.observations[$0.index].run == run }
                var found: [SuspectValue] = []
                var step: Int?
                for suspect in wanted {
                    if let own = suspect.unitStep, own == step {
                        found[found.count - 1].later += 1
                        continue
                    }
                    step = suspect.unitStep
                    let row = screened.observations[suspect.index]
                    found.append(
                        SuspectValue(
                            series: key, day: row.day, number: row.number, run: row.run,
                            reason: try survey.reason(suspect, in: screened)))
                }
                return found.map { value in
                    var value = value
                    if value.later > 0 {
                        value.reason += "; and \(Wording.count(value.later, "later value"))"
                    }
                    return value
                }
            }
    }
}
