internal import Gate
internal import Intake
internal import Store
package import Vocabulary

/// A value that nothing confirms, and why it is in doubt.
package struct SuspectValue: Sendable, Hashable {
    package var series: SeriesKey
    package var day: Day
    package var number: PublishedNumber?
    /// The run that brought it.
    package var run: String
    /// `0.41 after 158.2 on 2025-04-03: KRW's number?`
    package var reason: String
}

extension SeriesBook {
    /// All that is suspect now, by series and day; of some sources only where they are named.
    package func suspectValues(sources: Set<String> = []) throws -> [SuspectValue] {
        try described.keys.sorted().filter { $0.pair != nil && (sources.isEmpty || sources.contains($0.source)) }
            .flatMap { key in
                let screened = try survey.series(key)
                return try screened.suspects.map { suspect in
                    let row = screened.observations[suspect.index]
                    return SuspectValue(
                        series: key, day: row.day, number: row.number, run: row.run,
                        reason: try survey.reason(suspect, in: screened))
                }
            }
    }
}
