internal import Glibc
package import Vocabulary

/// The steps in which a managed currency is moved: no t statistic fits it, but its few moves can be dated.
package struct ManagedSteps: Sendable {
    package struct Step: Sendable, Hashable {
        let row: Int
        package let day: Day
        /// Log return.
        package let size: Double
    }

    /// Ascending.
    package let steps: [Step]
    /// T, the number of returns looked at.
    package let returns: Int
    /// A log return beyond this is a step: 0.5 %, or eight times the median distance of nonzero returns from their median.
    package let threshold: Double

    static let least = 0.005
    static let factor = 8.0
    /// Rows on either side of a random date for which the chance is given.
    package static let usualReach = 5

    init(_ returns: Returns, days: [Day], from: Day? = nil, to: Day? = nil) {
        let rows = days.indices.filter { row in
            returns.has(row) && (from.map { days[row] >= $0 } ?? true) && (to.map { days[row] <= $0 } ?? true)
        }
        let moves = rows.map { returns.values[$0] }.filter { $0 != 0 }
        let centre = median(moves)
        let threshold = max(ManagedSteps.least, ManagedSteps.factor * median(moves.map { abs($0 - centre) }))
        steps = rows.filter { abs(returns.values[$0]) > threshold }.map {
            Step(row: $0, day: days[$0], size: returns.values[$0])
        }
        self.returns = rows.count
        self.threshold = threshold
    }

    /// The chance that a step falls within so many rows of a random date: 1 - (1 - (2w+1)/T)^steps.
    package func chance(within reach: Int) -> Double {
        guard returns > 0 else { return 0 }
        return 1 - pow(max(0, 1 - Double(2 * reach + 1) / Double(returns)), Double(steps.count))
    }

    /// The step nearest to a row, the earlier of two that are equally near.
    package func nearest(to row: Int) -> Step? { steps.min { abs($0.row - row) < abs($1.row - row) } }
}
