package import Tables
internal import Vocabulary

/// One figure of an explanation: the formula, and the formula with its numbers.
package struct ExplainedLine: Sendable {
    package var event: String
    package var series: String
    package var numeraire: String
    package var model: NormalModel
    package var window: EventWindow
    package var afterFix: Int
    /// estimation, window, plain, turbulence, placebo, filtered, verdict.
    package var step: String
    package var name: String
    /// How it is made, with its numbers; empty for what is given.
    package var formula: String
    package var value: Cell
    /// What a person reads where a number alone says too little: a day, a percentage, a bar of a histogram.
    package var shown: String
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
