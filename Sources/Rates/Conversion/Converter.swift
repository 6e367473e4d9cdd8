internal import Store
package import Vocabulary

/// Turns dated amounts from currency to currency with the series of a ledger, each of which is read once.
package final class Converter {
    /// What became of one amount.
    package struct Conversion {
        package var result: Double?
        package var rate: Double?
        package var series = ""
        package var observed: Day?
        package var ageDays: Int?
        package var note = ""
    }

    /// The routes between two currencies, best first; where there are none, why.
    private struct Pair {
        var routes: [Route] = []
        var note = ""
    }

    private struct Route {
        var rates: RateRoute
        /// Its legs, and the unit of a currency that changed it under its code.
        var note: String
        /// The days of its legs that nothing confirms, ascending.
        var suspects: [Day]
    }

    private let book: SeriesBook
    private let market: RateMarkets
    private let maximumAge: Int?
    private var loaded: [SeriesKey: DailyRates] = [:]
    private var suspects: [SeriesKey: [Day]] = [:]
    /// Of series whose currency changed its unit under its code.
    private var unitNames: [SeriesKey: String] = [:]
    private var pairs: [ConversionRequestPair: Int] = [:]
    private var known: [Pair] = []

    /// - Parameters:
    ///   - measures: kinds of rate in order of preference; a later one answers only where an earlier one cannot.
    ///   - sources: likewise; all of them in alphabetical order where none is named.
    package init(
        _ book: SeriesBook, measures: [String] = ["reference", "official"], sources: [String] = [],
        maximumAge: Int? = nil
    ) throws {
        self.book = book
        try RateMarkets.check(measures: measures)
        market = RateMarkets(book.published.map(\.key), measures: measures, sources: sources)
        self.maximumAge = maximumAge
    }

    package func convert(_ request: ConversionRequest) throws -> Conversion {
        if request.from == request.to {
            return Conversion(result: request.amount.value, rate: 1, note: "one currency")
        }
        let at = try pair(request)
        var reason = ""
        for route in known[at].routes {
            switch route.rates.rate(on: request.day, maximumAge: maximumAge) {
            case .rate(let rate, let observed):
                let passed = route.suspects.count { observed < $0 && $0 <= request.day }
                return Conversion(
                    result: request.amount.value * rate, rate: rate, series: route.rates.series, observed: observed,
                    ageDays: request.day - observed,
                    note: passed == 0
                        ? route.note
                        : [route.note, Suspects.words(passed)].filter { !$0.isEmpty }.joined(separator: "; "))
            case .none(let why): if reason.isEmpty { reason = why }
            }
        }
        return Conversion(note: reason.isEmpty ? known[at].note : reason)
    }

    private func pair(_ request: ConversionRequest) throws -> Int {
        let name = ConversionRequestPair(from: request.from, to: request.to)
        if let at = pairs[name] { return at }
        let (from, to) = (request.from.text, request.to.text)
        var pair = Pair()
        pair.routes = try market.ways(from: from, to: to).map { way in
            let found =
                switch way.legs {
                case nil: try RateRoute(rates(way.wanted))
                case .inverse(let key): try RateRoute(way.wanted, inverseOf: rates(key))
                case .commonBase(let base, let quote):
                    try RateRoute(way.wanted, base: rates(base), quote: rates(quote), isBaseCommon: true)
                case .commonQuote(let base, let quote):
                    try RateRoute(way.wanted, base: rates(base), quote: rates(quote), isBaseCommon: false)
                }
            let legs = way.legs?.keys ?? [way.wanted]
            // An amount in old pounds and one in new pounds look alike.
            let units = legs.compactMap { key in unitNames[key].map { "\(key) is in \($0)" } }
            return Route(
                rates: found, note: ([found.note] + units).filter { !$0.isEmpty }.joined(separator: "; "),
                suspects: Set(legs.flatMap { suspects[$0] ?? [] }).sorted())
        }
        if pair.routes.isEmpty { pair.note = market.whyNot(from: from, to: to) }
        known.append(pair)
        pairs[name] = known.count - 1
        return known.count - 1
    }

    private func rates(_ key: SeriesKey) throws -> DailyRates {
        if let rates = loaded[key] { return rates }
        let series = try book.series(key)
        let rates = DailyRates(series)
        suspects[key] = series.suspects.map(\.day)
        unitNames[key] = try book.unitName(key)
        loaded[key] = rates
        return rates
    }
}

/// Two currencies in their order.
private struct ConversionRequestPair: Hashable {
    var from: CurrencyCode
    var to: CurrencyCode
}
