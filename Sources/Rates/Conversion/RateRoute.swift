package import Vocabulary

/// One way to turn a currency into another: a published series, its inverse, or the cross of two of one source.
package final class RateRoute: Sendable {
    private enum Legs {
        case direct(DailyRates)
        case inverse(DailyRates)
        /// Both have one common currency: the rate is the dividend by the divisor.
        case cross(dividend: DailyRates, divisor: DailyRates)
    }

    /// The series asked for, published or not: `USD/RUB:reference:ecb`.
    package let series: String
    /// The published series that it is divided from; empty for one that is itself published.
    package let note: String
    private let legs: Legs
    private let maximumAgeDays: Int

    package init(_ series: DailyRates) {
        self.series = series.key.text
        note = ""
        legs = .direct(series)
        maximumAgeDays = series.maximumAgeDays
    }

    package init(_ wanted: SeriesKey, inverseOf series: DailyRates) {
        self.series = wanted.text
        note = "inverse of \(series.key)"
        legs = .inverse(series)
        maximumAgeDays = series.maximumAgeDays
    }

    /// - Parameter isBaseCommon: whether the legs of A/B are C/A and C/B, and not A/C and B/C.
    package init(_ wanted: SeriesKey, base: DailyRates, quote: DailyRates, isBaseCommon: Bool) {
        series = wanted.text
        note = "cross of \(base.key) and \(quote.key)"
        legs = isBaseCommon ? .cross(dividend: quote, divisor: base) : .cross(dividend: base, divisor: quote)
        maximumAgeDays = min(base.maximumAgeDays, quote.maximumAgeDays)
    }

    package enum Answer: Sendable, Hashable {
        /// Units of the second currency per one of the first, on the day it was observed.
        case rate(Double, observed: Day)
        case none(reason: String)
    }

    /// The rate as of a day: the last observation on or before it, of a cross the last day that has both legs.
    package func rate(on day: Day, maximumAge: Int? = nil) -> Answer {
        switch legs {
        case .direct(let series):
            guard let entry = series.entry(onOrBefore: day) else { return missing(day, series.first) }
            return judged(entry.rate, entry.observed, day: day, maximumAge: maximumAge)
        case .inverse(let series):
            guard let entry = series.entry(onOrBefore: day) else { return missing(day, series.first) }
            return judged(1 / entry.rate, entry.observed, day: day, maximumAge: maximumAge)
        case .cross(let dividend, let divisor):
            var shared = day
            while let below = divisor.entry(onOrBefore: shared), let above = dividend.entry(onOrBefore: shared) {
                if below.observed == above.observed {
                    return judged(above.rate / below.rate, below.observed, day: day, maximumAge: maximumAge)
                }
                shared = min(below.observed, above.observed)
            }
            return missing(day, nil)
        }
    }

    private func judged(_ rate: Double, _ observed: Day, day: Day, maximumAge: Int?) -> Answer {
        let (age, limit) = (day - observed, maximumAge ?? maximumAgeDays)
        guard age > limit else { return .rate(rate, observed: observed) }
        return .none(
            reason: "\(series): the last observation, \(observed), is \(age) days old; at most \(limit) are accepted")
    }

    private func missing(_ day: Day, _ first: Day?) -> Answer {
        let start = first.map { "; the first is of \($0)" } ?? ""
        return .none(reason: "\(series): no observation on or before \(day)\(start)")
    }
}
