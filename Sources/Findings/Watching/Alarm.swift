package import Configuration
internal import Indicators
package import Vocabulary

/// A watching rule that holds.
package struct Alarm: Sendable, Hashable {
    package var rule: WatchRule
    /// The day on which it began to hold; nil: it held already before the days looked at.
    package var since: Day?
    /// It did not clear within the days looked at.
    package var isStanding: Bool
    package var finding: Finding

    package init(rule: WatchRule, since: Day?, isStanding: Bool, finding: Finding) {
        self.rule = rule
        self.since = since
        self.isStanding = isStanding
        self.finding = finding
    }

    /// What made it hold.
    package struct Finding: Sendable, Hashable {
        /// Percent, entries or hours.
        package var value: Double
        package var unit: String
        /// `EUR/RUB:reference:ecb lost 21.4 % of its value in 7 days, to 117.201 on 2022-03-01`
        package var sentence: String
    }
}
