internal import Findings
internal import Indicators
internal import Rates
internal import Vocabulary

/// Answers indicators from the ledger; each series is read once, however many indicators are asked of it.
final class IndicatorDesk {
    private let book: SeriesBook
    private var read: [SeriesKey: DatedSeries] = [:]

    init(_ book: SeriesBook) { self.book = book }

    /// What an indicator says of the named series: all of them together, or one at a time.
    func answers(
        _ indicator: Indicator, _ names: [String], _ question: IndicatorQuestion
    ) throws -> [IndicatorValue] {
        let keys = names.isEmpty ? try basket(question) : try book.keys(names)
        var question = question
        if let pattern = indicator.auxiliary { question.auxiliary = try book.matching(pattern).map(series) }
        return try (indicator.seriesCount == 1 ? keys.map { [$0] } : [keys]).flatMap { group in
            question.series = try group.map(series)
            return try indicator.answer(question)
        }
    }

    private func basket(_ question: IndicatorQuestion) throws -> [SeriesKey] {
        let basket = try BasketWeights(question)
        return try book.basket(of: basket.home, in: basket.weights.map(\.currency), source: basket.source)
    }

    private func series(_ key: SeriesKey) throws -> DatedSeries {
        if let known = read[key] { return known }
        let series = try book.series(key)
        read[key] = series
        return series
    }
}
