internal import Gate
package import Rates
internal import Store
package import Vocabulary

/// What a stored reading of rates means beside what else is known: asked inside the transaction that stores it.
struct RateEvidence {
    let survey: RateSurvey
    let run: Run
    let reading: [SeriesReading]
    let effect: Effect

    init?(_ ledger: Ledger, _ run: Run, _ reading: Reading, _ effect: Effect, _ units: UnitChanges) throws {
        guard case .rates(let series) = reading.content, !effect.touched.isEmpty else { return nil }
        survey = try RateSurvey(ledger, known: .now, units: units)
        self.run = run
        self.reading = series
        self.effect = effect
    }

    /// How far back a value's neighbours are looked for: more than sixty values of a daily or monthly series.
    private static let daysBefore: [Period: Int] = [.daily: 150, .monthly: 2200]

    /// The values of this run that nothing confirms, as the run's warning names them; nil where there are none.
    func warning() throws -> String? {
        let byKey = Dictionary(reading.map { ($0.key, $0) }) { first, _ in first }
        var words: [String] = []
        var (count, told) = (0, 0)
        for touched in effect.touched where touched.series.pair != nil {
            guard let series = byKey[touched.series], let before = RateEvidence.daysBefore[series.period] else {
                continue
            }
            // A step to a new unit stays suspect however long ago it was.
            let isOpen = series.key.pair.map { !survey.units.of($0).isEmpty } ?? false
            let screened =
                touched.isNew
                // All there is of it is in the reading: nothing need be read back.
                ? try survey.screen(series.key, observations(series))
                : try survey.series(
                    series.key, from: isOpen ? nil : touched.days.lowerBound + -before,
                    to: touched.days.upperBound + 31)
            var step: Int?
            for suspect in screened.suspects {
                let row = screened.observations[suspect.index]
                guard row.run == run.id, touched.days.contains(row.day) else { continue }
                count += 1
                // A step to what seems a new unit is told once.
                if let own = suspect.unitStep, own == step { continue }
                step = suspect.unitStep
                told += 1
                if words.count < 5 {
                    words.append("\(series.key) \(row.day): \(try survey.reason(suspect, in: screened))")
                }
            }
        }
        guard count > 0 else { return nil }
        let stretches = told == count ? "" : " in \(Wording.count(told, "stretch"))"
        return
            "\(Wording.count(count, "suspect value"))\(stretches), left out of figures until something confirms "
            + "\(Wording.noun(count, "it", "them")): \(Wording.list(words, most: 5, of: told, separator: "; "))"
    }

    private func observations(_ series: SeriesReading) -> [Observation] {
        zip(series.days, series.numbers).map {
            Observation(day: $0, number: $1, knownFrom: run.knownFrom ?? run.seen, run: run.id)
        }
    }
}

extension Intake {
    /// What a run brought that nothing confirms, by series.
    package func suspects(of run: Run, units: UnitChanges) throws -> [RateSurvey.Screened] {
        let survey = try RateSurvey(ledger, known: .now, units: units)
        return try survey.described.keys.sorted().filter { $0.source == run.source && $0.pair != nil }.compactMap {
            var screened = try survey.series($0)
            screened.suspects.removeAll { screened.observations[$0.index].run != run.id }
            return screened.suspects.isEmpty ? nil : screened
        }
    }
}
