internal import Glibc
internal import Rates
internal import Vocabulary

extension Indicator {
    static let jump = Indicator(
        "jump", "The dates on which the printed value moved by more than 15 %.", formula: "|ln(S_t/S_t-1)| > ln 1.15",
        unit: "log", readsPrinted: true,
        .findings(count: 1) { series, _ in
            series[0].points.indices.dropFirst().compactMap { index in
                let step = Step.between(series[0], index - 1, index)
                guard Threshold.exceeds(abs(step), log(1.15)) else { return nil }
                return Step.finding(series[0], index, step)
            }
        })

    static let spike = Indicator(
        "spike", "The dates on which the printed value leapt and came back the next time.",
        formula: "|ln(S_t/S_t-1)| > 0.15 and |ln(S_t+1/S_t-1)| < 0.05", unit: "log", readsPrinted: true,
        .findings(count: 1) { series, _ in
            series[0].points.indices.dropFirst().dropLast().compactMap { index in
                let step = Step.between(series[0], index - 1, index)
                guard abs(step) > 0.15, abs(Step.between(series[0], index - 1, index + 1)) < 0.05 else { return nil }
                return Step.finding(series[0], index, step)
            }
        })
}

/// The move between two printed values; NaN, which passes no threshold, where a logarithm has no meaning.
enum Step {
    static func between(_ series: DatedSeries, _ from: Int, _ to: Int) -> Double {
        let (before, after) = (series.points[from].value, series.points[to].value)
        return before > 0 && after > 0 ? log(after / before) : .nan
    }

    static func finding(_ series: DatedSeries, _ index: Int, _ step: Double) -> Finding {
        let day = series.points[index].day
        let isSuspect = series.suspects.contains { $0.day == day }
        return Finding(
            value: step, note: isSuspect ? "suspect: kept out of arithmetic" : "", date: day,
            baseDate: series.points[index - 1].day,
            inputs: series.inputs(at: index - 1) + series.inputs(at: index))
    }
}
