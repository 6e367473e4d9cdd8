internal import Configuration
internal import Findings
internal import Indicators
internal import Rates
internal import Tables
internal import Vocabulary

extension RatesSection {
    /// Street and official rates against one another.
    func appendMarkets(to blocks: inout [Document.Block]) {
        let both = rates.compactMap { country in
            country.premium.flatMap { premium in
                premium.premium.value.map { _ in
                    Market(
                        currency: country.country.currency, figures: premium.values.prefix(2).map(\.value),
                        street: premium.street.last(onOrBefore: context.period.last),
                        official: premium.official.last(onOrBefore: context.period.last))
                }
            }
        }
        guard !both.isEmpty else { return }
        let table = Table(
            "markets", both,
            [
                Column("currency", .word) { .text($0.currency) },
                Column("premium %", .number) { Market.percent($0.figures, 0) },
                Column("lost %", .number) { Market.percent($0.figures, 1) },
                Column("street", .number) { Cell($0.street.map { Wording.rate($0.value) }) },
                Column("of", .day) { Cell($0.street?.day) },
                Column("official", .number) { Cell($0.official.map { Wording.rate($0.value) }) },
                Column("of", .day) { Cell($0.official?.day) },
            ])
        blocks.append(
            .paragraph("Two markets of one currency, never mixed; lost %: of what is changed at the official rate."))
        blocks.append(.table(table))
    }
}

/// A currency with two markets: how far they are apart, and the last rate of either.
private struct Market: Sendable {
    var currency: String
    /// The premium, and the loss by the official rate, in percent.
    var figures: [Double?]
    var street: DatedPoint?
    var official: DatedPoint?

    static func percent(_ figures: [Double?], _ place: Int) -> Cell {
        figures.indices.contains(place) ? .text(figures[place].map { Wording.fixed($0, 1) } ?? "-") : .none
    }
}

extension DatedSeries {
    fileprivate func last(onOrBefore day: Day) -> DatedPoint? { lastIndex(onOrBefore: day).map { points[$0] } }
}
