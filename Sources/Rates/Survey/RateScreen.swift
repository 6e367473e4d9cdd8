internal import Glibc
package import Vocabulary

/// Which values of a rate nothing confirms yet: a pure function of what is known, worked out when asked for and never
/// stored, so that a question about an earlier day sees a value as suspect until what released it was known.
///
/// A value is suspect when it moved from the last believed one by more than a fifth (in logarithms, times the root of
/// the weeks between them) or by more than eight standard deviations of the last sixty returns. It is released when
/// the next value keeps a quarter of the move, or when somebody else confirms it.
package struct RateScreen {
    /// A value that nothing confirms.
    package struct Suspect: Sendable, Hashable {
        /// Its place in the series.
        package var index: Int
        /// The place of the last believed value before it.
        package var previous: Int
        /// Where the series went over to what seems a new unit, if this value is behind such a step.
        package var unitStep: Int?
    }

    /// A step by a ratio that a change of unit explains.
    package struct UnitStep: Sendable, Hashable {
        /// What a value in the old unit is divided by.
        package var divisor: Double
        /// The first day on which a step may be that change.
        package var from: Day

        package init(divisor: Double, from: Day) {
            self.divisor = divisor
            self.from = from
        }
    }

    /// Days between two values of the series, as a rule: what the deviations of its returns are measured over.
    package var usualGap = 7.0
    /// Changes of unit under one code: no later value confirms such a step, for the new unit stays. A person says it.
    package var unitSteps: [UnitStep] = []

    package init(monthly: Bool = false) { usualGap = monthly ? 31 : 7 }

    /// No move of this size or less is ever suspect, in logarithms.
    private static let small = 0.02
    private static let large = 0.2
    private static let deviations = 8.0
    /// What the next value keeps of a move that was real, at least: after their worst days of 2008 and 2014 the real and
    /// the rouble kept 28 and 47 hundredths, and a slip of one day keeps nothing.
    private static let kept = 0.25
    /// How far a step may be from the ratio of a change of unit.
    package static let unitTolerance = 0.15

    /// - Parameters:
    ///   - days: ascending.
    ///   - values: in one unit.
    ///   - isReleased: whether a person or a second source confirms the value at an index; `isUnitStep` where it would
    ///     have to confirm a new unit. Asked only of what would be suspect.
    package func suspects(
        days: [Day], values: [Double], isReleased: (_ index: Int, _ isUnitStep: Bool) throws -> Bool
    ) rethrows -> [Suspect] {
        var found: [Suspect] = []
        var returns = RecentReturns()
        var believed = -1
        var level = 0.0
        // A change of unit that nobody confirmed, and the last value behind it.
        var stepped: (index: Int, level: Double)?
        for index in values.indices {
            let value = values[index]
            guard value > 0, value.isFinite else {
                // No rate is zero or less; one that a person let in is shown, and nothing is measured by it.
                if try !isReleased(index, false) { found.append(Suspect(index: index, previous: max(believed, 0))) }
                continue
            }
            let own = log(value)
            guard believed >= 0 else {
                (believed, level) = (index, own)
                continue
            }
            let move = own - level
            if abs(move) > RateScreen.small {
                let gap = Double(days[index] - days[believed])
                if isJump(move, gap: gap, returns) {
                    // Behind a step, whatever is nearer to the new unit's level than to the old one's is in it.
                    let isBehind = stepped.map { abs(own - $0.level) < abs(own - level) } ?? false
                    let isUnit = isBehind || isUnitStep(move, on: days[index])
                    let stays = !isUnit && persists(own, after: level, at: index, values)
                    if try !stays && !isReleased(index, isUnit) {
                        if isUnit { stepped = (isBehind ? stepped?.index ?? index : index, own) }
                        let step = isUnit ? stepped?.index : nil
                        found.append(Suspect(index: index, previous: believed, unitStep: step))
                        continue
                    }
                }
            }
            returns.add(move)
            (believed, level, stepped) = (index, own, nil)
        }
        return found
    }

    /// What is suspect where nobody else confirms anything.
    package func suspects(days: [Day], values: [Double]) -> [Suspect] {
        suspects(days: days, values: values) { _, _ in false }
    }

    private func isJump(_ move: Double, gap: Double, _ returns: RecentReturns) -> Bool {
        if abs(move) > RateScreen.large * max(1, gap / 7).squareRoot() { return true }
        guard let deviation = returns.deviation else { return false }
        return abs(move) > RateScreen.deviations * deviation * max(1, gap / usualGap).squareRoot()
    }

    private func isUnitStep(_ move: Double, on day: Day) -> Bool {
        unitSteps.contains { step in
            day >= step.from && abs(exp(move + log(step.divisor)) - 1) <= RateScreen.unitTolerance
        }
    }

    /// Whether the value after it is on its side of the level before.
    private func persists(_ own: Double, after level: Double, at index: Int, _ values: [Double]) -> Bool {
        guard index + 1 < values.count, values[index + 1] > 0 else { return false }
        let next = log(values[index + 1])
        return (next - level) / (own - level) >= RateScreen.kept
    }
}
