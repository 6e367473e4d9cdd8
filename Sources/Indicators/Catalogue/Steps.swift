internal import Glibc
internal import Vocabulary

extension Indicator {
    static let jump = Indicator(
        "jump", "The dates on which the printed value moved by more than 15 %.", formula: "|ln(S_t/S_t-1)| > ln 1.15",
        unit: "log",
        .findings { series, _ in
            series.points.indices.dropFirst().compactMap { index in
                let step = Step.between(series, index - 1, index)
                guard abs(step) > log(1.15) else { return nil }
                return Step.finding(series, index, step)
            }
        })

    static let spike = Indicator(
        "spike", "The dates on which the printed value leapt and came back the next time.",
        formula: "|ln(S_t/S_t-1)| > 0.15 and |ln(S_t+1/S_t-1)| < 0.05", unit: "log",
        .findings { series, _ in
            series.points.indices.dropFirst().dropLast().compactMap { index in
                let step = Step.between(series, index - 1, index)
                guard abs(step) > 0.15, abs(Step.between(series, index - 1, index + 1)) < 0.05 else { return nil }
                return Step.finding(series, index, step)
            }
        })
}

/// The move between two printed values; NaN, which passes no threshold, where a logarithm has no meaning.
private enum Step {
    static func between(_ series: DatedSeries, _ from: Int, _ to: Int) -> Double {
        let (before, after) = (series.points[from].printedValue, series.points[to].printedValue)
        return before > 0 && after > 0 ? log(after / before) : .nan
    }

    static func finding(_ series: DatedSeries, _ index: Int, _ step: Double) -> Finding {
        Finding(
            value: step, date: series.points[index].day, baseDate: series.points[index - 1].day,
            inputs: series.inputs(at: index - 1) + series.inputs(at: index))
    }
}
