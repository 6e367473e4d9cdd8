internal import Rates
internal import Vocabulary

/// The entries of one pool in one numeraire by one model, each (series, day 0) once.
struct PoolMembers {
    private let entries: [PoolEntry]
    private let model: NormalModel
    private let correlations: [Double]

    init(_ placed: [(PlacedEvent, Measurement)], _ model: NormalModel) {
        struct Once: Hashable {
            var series: String
            var day: Day?
        }
        let entries = placed.uniqued { Once(series: $0.0.series, day: $0.0.dayZero?.day) }
            .compactMap { PoolEntry($0.0, $0.1, model) }
        // Row by row of the triangle above the diagonal.
        var correlations: [Double] = []
        for a in entries.indices {
            for b in entries.indices where b > a { correlations.append(entries[a].correlation(with: entries[b])) }
        }
        self.entries = entries
        self.model = model
        self.correlations = correlations
    }

    func tested(_ asked: PoolRow, least: Int, seed: UInt64) -> PoolRow {
        var row = asked
        var (chosen, items): ([Int], [PooledStatistics.Item]) = ([], [])
        for (index, entry) in entries.enumerated() {
            let (_, figures) = entry.measurement.measure(model, asked.window)
            // A window that is not whole, or a managed currency, has no t and leaves the pool.
            guard let figures, let test = figures.test, let car = figures.car, let day = entry.placed.dayZero?.day
            else {
                continue
            }
            chosen.append(index)
            row.entries.append(.init(event: entry.event, series: entry.placed.series, day: day, car: car))
            items.append(
                .init(
                    scar: test.t, car: car, df: figures.fit.df,
                    positiveShare: Double(entry.residuals.count { $0 > 0 }) / Double(entry.residuals.count)))
        }
        guard chosen.count >= max(2, least) else { return row }
        let tests = PooledStatistics(items)
        let rbar = meanCorrelation(chosen)
        let isExact = items.count <= SignFlip.mostExact
        row.figures = PoolRow.Figures(
            caar: tests.caar, crossSectional: tests.crossSectional, patell: tests.patell, bmp: tests.bmp, rbar: rbar,
            kolariPynnonen: tests.kolariPynnonen(rbar: rbar),
            corrado: Corrado.z(chosen.map { entries[$0] }, asked.window),
            positive: tests.positive, positiveShare: tests.positiveShare, sign: tests.sign,
            signFlipP: SignFlip.p(items.map(\.scar), seed: seed), seed: isExact ? nil : seed)
        return row
    }

    private func meanCorrelation(_ chosen: [Int]) -> Double {
        var sum = 0.0
        for (place, a) in chosen.enumerated() {
            let start = a * entries.count - a * (a + 1) / 2
            for b in chosen[(place + 1)...] { sum += correlations[start + b - a - 1] }
        }
        return sum / Double(chosen.count * (chosen.count - 1) / 2)
    }
}
