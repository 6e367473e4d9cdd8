package import Rates
package import Vocabulary

/// What is asked of an indicator; the series are read as they were known on `knownOn`.
package struct IndicatorQuestion: Sendable {
    /// For two-series indicators: parallel, then official.
    package var series: [DatedSeries]
    /// The series of the indicator's `auxiliary` pattern: what it reads beside those asked about.
    package var auxiliary: [DatedSeries] = []
    /// The day to answer for; nil: a row per observation.
    package var on: Day?
    package var base: Day?
    /// Bounds of the observations read.
    package var from: Day?
    package var to: Day?
    package var settings: [String: String]
    /// Printed in `known_on`; the caller has already read the series so.
    package var knownOn: Day?
    /// Only the last row of each series: that of its last observation, or its last finding.
    package var lastOnly = false

    package init(
        _ series: [DatedSeries], on: Day? = nil, base: Day? = nil, from: Day? = nil, to: Day? = nil,
        settings: [String: String] = [:], knownOn: Day? = nil
    ) {
        self.series = series
        self.on = on
        self.base = base
        self.from = from
        self.to = to
        self.settings = settings
        self.knownOn = knownOn
    }
}

extension IndicatorQuestion {
    /// Of a question to several indicators at once the part that one of them takes: a base day or a setting meant for
    /// another of them is no mistake. What none of them takes stays, and is refused.
    package func part(for indicator: Indicator, among asked: [Indicator]) -> IndicatorQuestion {
        var part = self
        if !indicator.takesBase, asked.contains(where: \.takesBase) { part.base = nil }
        let own = Set(indicator.parameters.map(\.name))
        let others = Set(asked.flatMap { $0.parameters.map(\.name) })
        part.settings = settings.filter { own.contains($0.key) || !others.contains($0.key) }
        return part
    }
}

extension Indicator {
    /// A count of designations may begin with a base day; a figure of two points must.
    fileprivate var takesBase: Bool {
        if case .designations = method { true } else { needsBase }
    }
}
