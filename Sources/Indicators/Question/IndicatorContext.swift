internal import Vocabulary

/// What a formula is given beside its series.
package struct IndicatorContext: Sendable {
    let question: IndicatorQuestion
    let settings: IndicatorSettings
    /// The maximum age asked for; nil: each feed's own.
    let maximumAge: Int?

    init(_ question: IndicatorQuestion, for indicator: Indicator) throws {
        self.question = question
        settings = try IndicatorSettings(question.settings, for: indicator)
        maximumAge = try settings.maximumAge
    }
}
