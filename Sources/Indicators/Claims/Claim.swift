/// A figure that somebody stated of a currency, read from a sentence: text until it has a base date, a market and a
/// source to be tested against.
package struct Claim: Sendable, Hashable {
    /// What a figure may be of. The press mixes the two: a rate that doubles is a rise of 100 % and a loss of 50 %.
    package enum Measure: String, Sendable, CaseIterable {
        /// 100 (1 - S0/S1): never more than 100.
        case valueLost = "value_lost_pct"
        /// 100 (S1/S0 - 1).
        case rateChange = "rate_change_pct"

        /// From a rate of `s0` to one of `s1`, local units per one of the base, both above zero.
        package func value(from s0: Double, to s1: Double) -> Double {
            switch self {
            case .valueLost: 100 * (1 - s0 / s1)
            case .rateChange: 100 * (s1 / s0 - 1)
            }
        }
    }

    /// A number in percent, and of what the sentence says it is.
    package struct Figure: Sendable, Hashable {
        package var measure: Measure
        /// Percent, above zero.
        package var percent: Double
        /// Whether it was stated in percent. A fraction or a multiple cannot be mistaken for the other measure.
        package var isPercentage: Bool

        package init(_ measure: Measure, _ percent: Double, isPercentage: Bool = true) {
            self.measure = measure
            self.percent = percent
            self.isPercentage = isPercentage
        }

        /// The measures that the number is tested as, the one that was stated first.
        package var measures: [Measure] {
            isPercentage ? [measure] + Measure.allCases.filter { $0 != measure } : [measure]
        }

        /// How many times the old rate the new one is; nil where a currency cannot lose so much.
        package var multiple: Double? {
            switch measure {
            case .valueLost: percent < 100 ? 1 / (1 - percent / 100) : nil
            case .rateChange: 1 + percent / 100
            }
        }
    }

    /// Two rates that the sentence itself states: from 47 to 230 per dollar.
    package struct Rates: Sendable, Hashable {
        package var s0: Double
        package var s1: Double

        package init(s0: Double, s1: Double) {
            self.s0 = s0
            self.s1 = s1
        }
    }

    /// Nil where the sentence states two rates and no figure of their difference.
    package var figure: Figure?
    package var rates: Rates?
    package var period: ClaimPeriod?
    /// A period that was stated and is no date: `since the war began`.
    package var unreadPeriod: String?
    /// How many further percentages the sentence holds; the first one is tested.
    package var furtherFigures = 0
}
