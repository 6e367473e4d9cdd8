internal import Configuration
internal import Vocabulary

/// Which published series lead from one currency to another, by kind and source.
struct RateMarkets {
    /// Refuses a kind that no rate can have: it would never answer.
    static func check(measures: [String]) throws {
        for measure in measures where !SeriesKey.kinds.contains(String(measure.prefix { $0 != "." && $0 != "@" })) {
            let kinds = SeriesKey.kinds.sorted()
            throw Fault(
                "usage", "--measure: there is no kind of rate \(measure)",
                remedy: "kinds: \(kinds.joined(separator: ", "))\(Suggestion.clause(measure, among: kinds))")
        }
    }

    /// A series that is asked for, and those that it is computed from where nobody publishes it.
    struct Way {
        var wanted: SeriesKey
        var legs: CrossLegs?
    }

    private let pairs: [PairIndex.Name: PairIndex]
    /// In the order of preference.
    private let markets: [PairIndex.Name]
    private let measures: [String]
    private let currencies: Set<String>
    private let rates: [SeriesKey]
    private let sources: [String]

    init(_ published: [SeriesKey], measures: [String], sources: [String]) {
        self.measures = measures
        let rates = published.filter { $0.pair != nil }
        self.rates = rates
        currencies = Set(rates.compactMap(\.pair).flatMap { [$0.base, $0.quote] })
        self.sources = sources
        let sources = sources.isEmpty ? Set(rates.map(\.source)).sorted() : sources
        pairs = PairIndex.all(rates)
        markets = measures.flatMap { measure in sources.map { PairIndex.Name(measure: measure, source: $0) } }
    }

    /// Best first: kinds in their order, within them sources in theirs, at most one way of each.
    func ways(from: String, to: String) -> [Way] {
        markets.compactMap { name in
            guard let index = pairs[name] else { return nil }
            let wanted = SeriesKey(base: from, quote: to, measure: name.measure, source: name.source)
            if index[from, to] != nil { return Way(wanted: wanted, legs: nil) }
            return index.legs(from, to).map { Way(wanted: wanted, legs: $0) }
        }
    }

    func whyNot(from: String, to: String) -> String {
        if let stranger = [from, to].first(where: { !currencies.contains($0) }) {
            return "no series of the ledger has the currency \(stranger)"
        }
        let known = Set(rates.map(\.source))
        if !sources.isEmpty, known.isDisjoint(with: sources) {
            return "the ledger has no rates of \(sources.joined(separator: " or ")), but of "
                + known.sorted().joined(separator: ", ")
        }
        let found = others(from, to)
        return "no \(measures.joined(separator: " or ")) series of one source leads from \(from) to \(to)"
            + (found.isEmpty
                ? "" : "; there is one of --measure \(found.prefix(RateMarkets.most).joined(separator: " or "))")
            + (found.count > RateMarkets.most ? " or \(found.count - RateMarkets.most) others" : "")
    }

    /// A street market of eighty towns is not told town by town.
    private static let most = 4

    /// The kinds that would have led there, those of whole countries before those of places.
    private func others(_ from: String, _ to: String) -> [String] {
        let kinds = Set(rates.map(\.measure)).subtracting(measures)
            .sorted { ($0.contains("@") ? 1 : 0, $0) < ($1.contains("@") ? 1 : 0, $1) }
        return kinds.filter { kind in
            !RateMarkets(rates, measures: [kind], sources: []).ways(from: from, to: to).isEmpty
        }
    }
}
