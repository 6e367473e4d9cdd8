package import Vocabulary

/// One figure of an explanation: the formula, and the formula with its numbers.
package struct ExplainedLine: Sendable {
    package enum Value: Sendable, Hashable {
        case none
        case number(Double)
        case count(Int)
        case day(Day)
        case word(String)
    }

    /// What spans of earlier days are measured in.
    package enum Measure: Sendable {
        /// What the row compares.
        case quantity
        /// Standard deviations of their own time.
        case deviations
    }

    package enum Label: Sendable {
        case word(String)
        /// A bar of a histogram, from one figure to another.
        case bar(from: Double, to: Double, Measure)
    }

    /// What a person is told beside a number that alone says too little.
    package enum Remark: Sendable {
        case none
        case figure(Double, Measure)
        /// A standard deviation of one row, as a logarithm.
        case deviation(Double)
        case rank(Int, of: Int)
        /// No span was as large: the p is a bound.
        case bound
        /// Why the row withholds its figures.
        case reason
        /// Whether the row stands out.
        case verdict
        /// The length of a histogram's bar, and the event's own figure where it lies there.
        case bar(Int, own: Double?, Measure)
        /// The event's own figure lies beyond all that came before it.
        case beyond(Double, Measure)
    }

    /// The row that is taken apart.
    package let row: ComparisonRow
    /// estimation, window, plain, turbulence, placebo, filtered, verdict.
    package let step: String
    package let label: Label
    package let value: Value
    /// How it is made, with its numbers; empty for what is given.
    package let formula: String
    package let remark: Remark

    package var event: String { row.event }
    package var series: String { row.series }
    package var numeraire: String { row.numeraire }
    package var model: NormalModel { row.model }
    package var window: EventWindow { row.window }
    package var afterFix: Int { row.afterFix }
}

extension Comparison {
    /// Every row asked for, taken apart line by line.
    package func explained() throws -> [ExplainedLine] {
        // The family that q-values need is that of the whole run.
        var rows = try rows()[...]
        var lines: [ExplainedLine] = []
        try study().each(events[...]) { placed, measurement in
            for model in models {
                for window in windows {
                    guard let row = rows.popFirst() else { return }
                    var explanation = Explanation(row)
                    explanation.tell(measurement, model, window)
                    lines += explanation.lines
                }
            }
        }
        return lines
    }
}
