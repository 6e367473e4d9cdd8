internal import Store
internal import Vocabulary

extension SeriesBook {
    /// The series with the days before its first one from the currency that its own took the place of, divided by the
    /// ratio: EUR/TRY continued by EUR/TRL.
    func linked(_ series: DatedSeries) throws -> DatedSeries {
        guard let pair = series.key.pair, let first = series.points.first?.day else { return series }
        for code in [pair.quote, pair.base] {
            guard let change = predecessor(of: code) else { continue }
            let isQuote = code == pair.quote
            let key = SeriesKey(
                base: isQuote ? pair.base : change.codeFrom, quote: isQuote ? change.codeFrom : pair.quote,
                measure: series.key.measure, source: series.key.source)
            guard described[key] != nil else { continue }
            let before = try linked(dated(key, screening(key)))
            // Zeros that the successor lost later under its own code are lost to its predecessor as well.
            let later = try screening(series.key).followed.filter { $0.code == code }
                .reduce(1) { $0 * ($1.divisor(of: pair) ?? 1) }
            let divisor = (isQuote ? change.divisor : 1 / change.divisor) * later
            func adjusted(_ points: [DatedPoint]) -> [DatedPoint] {
                points.filter { $0.day < first }.map {
                    DatedPoint(
                        day: $0.day, value: $0.value / divisor, printed: $0.printed, knownFrom: $0.knownFrom,
                        run: $0.run)
                }
            }
            let earlier = adjusted(before.points)
            guard !earlier.isEmpty else { continue }
            var whole = series
            whole.points = earlier + series.points
            whole.suspects = adjusted(before.suspects) + series.suspects
            whole.links =
                [SeriesLink(key: key, divisor: divisor, before: first)]
                + before.links.map { SeriesLink(key: $0.key, divisor: $0.divisor * divisor, before: $0.before) }
            whole.unit += ", linked"
            return whole
        }
        return series
    }

    /// The one currency that another took the place of. The euro took the place of many and continues none of them; a
    /// currency that another merely absorbed is no predecessor either.
    private func predecessor(of code: String) -> UnitChanges.Change? {
        let found = survey.units.changes.filter {
            $0.codeTo == code && $0.codeFrom != code && $0.status == .inForce && !$0.isInverse
        }
        return found.count == 1 ? found[0] : nil
    }
}
