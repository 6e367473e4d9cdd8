internal import Rates
internal import Vocabulary

/// The basket that a currency is measured against: `home=TRY`, `weights=EUR:0.2,USD:0.8`.
package struct BasketWeights: Sendable {
    package let home: String
    /// In the order given; they sum to 1.
    package let weights: [(currency: String, weight: Double)]
    /// Whose rates; nil: the only source there is.
    package let source: String?

    /// Reads the settings of a question strictly.
    package init(_ question: IndicatorQuestion) throws {
        try self.init(IndicatorSettings(question.settings, for: .basketIndex))
    }

    init(_ settings: IndicatorSettings) throws {
        guard let home = settings.text("home"), let text = settings.text("weights") else {
            throw Fault(
                "wrong_question", "neer needs a home currency and weights",
                remedy: "Give --set home=TRY --set weights=EUR:0.2,USD:0.8.")
        }
        guard SeriesKey.isCurrencyCode(home) else {
            throw settings.refused("home", home, "a currency code such as TRY")
        }
        let form = "codes and weights such as EUR:0.2,USD:0.8, each code once, the home currency not among them"
        var weights: [(currency: String, weight: Double)] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = piece.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, SeriesKey.isCurrencyCode(parts[0]), parts[0] != home,
                !weights.contains(where: { $0.currency == parts[0] }), let weight = IndicatorSettings.decimal(parts[1]),
                weight > 0, weight <= 1
            else { throw settings.refused("weights", text, form) }
            weights.append((parts[0], weight))
        }
        let sum = weights.reduce(0) { $0 + $1.weight }
        // Weights are typed with a few decimals: thirds as 0.3333 would already be wrong by more than this.
        guard abs(sum - 1) <= 1e-9 else {
            throw settings.refused("weights", text, "weights that sum to 1; these sum to \(Note.significant(sum))")
        }
        (self.home, self.weights, source) = (home, weights, settings.text("source"))
    }

    /// One currency of the basket: units of it per one unit of home.
    struct Leg {
        var currency: String
        var weight: Double
        var series: DatedSeries
    }

    /// The series of each currency, turned so that it prices the home currency. All are of one source and one kind.
    func legs(_ series: [DatedSeries]) throws -> [Leg] {
        let legs = try weights.map { currency, weight in
            guard
                let found = series.first(where: {
                    guard let pair = $0.key.pair else { return false }
                    return Set([pair.base, pair.quote]) == [home, currency]
                })
            else {
                throw Fault(
                    "wrong_question", "no series of \(home) and \(currency) is given",
                    remedy:
                        "Give one for each weight, such as --series \(home)/\(currency):reference:ecb, or none at all.")
            }
            let key = SeriesKey(base: home, quote: currency, measure: found.key.measure, source: found.key.source)
            return Leg(
                currency: currency, weight: weight,
                series: found.key.pair?.base == home ? found : try CrossRate.inverse(key, of: found))
        }
        if let stranger = series.first(where: { one in
            !weights.contains { Set([one.key.pair?.base, one.key.pair?.quote]) == [home, $0.currency] }
        }) {
            throw Fault(
                "wrong_question", "\(stranger.key) has no weight in the basket", remedy: "Leave it out, or weigh it.")
        }
        let origins = Set(series.map { "\($0.key.measure):\($0.key.source)" })
        guard origins.count == 1 else {
            throw Fault(
                "wrong_question", "the basket mixes \(origins.sorted().joined(separator: " and "))",
                remedy: "Give series of one kind and one source.")
        }
        return legs
    }
}
