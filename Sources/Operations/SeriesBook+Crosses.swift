internal import Configuration
internal import Gate
internal import Indicators
internal import Intake
internal import Store
internal import Vocabulary

/// The published series that a cross is divided from.
enum CrossLegs {
    /// `C/A` and `C/B` for A/B.
    case commonBase(base: SeriesKey, quote: SeriesKey)
    /// `A/C` and `B/C` for A/B.
    case commonQuote(base: SeriesKey, quote: SeriesKey)
    /// `B/A` for A/B.
    case inverse(SeriesKey)

    var keys: [SeriesKey] {
        switch self {
        case .commonBase(let base, let quote), .commonQuote(let base, let quote): [base, quote]
        case .inverse(let key): [key]
        }
    }
}

extension SeriesBook {
    func legs(_ key: SeriesKey) -> CrossLegs? {
        guard described[key] == nil, let pair = key.pair else { return nil }
        func leg(_ base: String, _ quote: String) -> SeriesKey? {
            let leg = SeriesKey(base: base, quote: quote, measure: key.measure, source: key.source)
            return described[leg] == nil ? nil : leg
        }
        if let inverse = leg(pair.quote, pair.base) { return .inverse(inverse) }
        let pairs = described.keys.filter { $0.source == key.source && $0.measure == key.measure }.compactMap(\.pair)
        for common in Set(pairs.map(\.base)).sorted() {
            if let base = leg(common, pair.base), let quote = leg(common, pair.quote) {
                return .commonBase(base: base, quote: quote)
            }
        }
        for common in Set(pairs.map(\.quote)).sorted() {
            if let base = leg(pair.base, common), let quote = leg(pair.quote, common) {
                return .commonQuote(base: base, quote: quote)
            }
        }
        return nil
    }

    /// A cross has the suspect days of its legs.
    func cross(_ key: SeriesKey) throws -> DatedSeries {
        guard let legs = legs(key) else { throw unknown(key.text) }
        let read = try legs.keys.map { try stored($0) }
        var cross = try divide(key, legs, read)
        if read.contains(where: { !$0.suspects.isEmpty }) {
            let whole = try divide(
                key, legs,
                read.map { leg in
                    var leg = leg
                    leg.points = leg.everyPoint
                    return leg
                })
            let believed = Set(cross.points.map(\.day))
            cross.suspects = whole.points.filter { !believed.contains($0.day) }
        }
        cross.links = read.flatMap(\.links).sorted { $0.before > $1.before }
        cross.unit += read.compactMap { unitName($0.key) }.first.map { " (\($0))" } ?? ""
        if !cross.links.isEmpty { cross.unit += ", linked" }
        return cross
    }

    private func divide(_ key: SeriesKey, _ legs: CrossLegs, _ read: [DatedSeries]) throws -> DatedSeries {
        switch legs {
        case .commonBase:
            var cross = try CrossRate.derive(key, base: read[0], quote: read[1])
            cross.unitScale = read[1].unitScale / read[0].unitScale
            return cross
        case .commonQuote:
            var cross = try CrossRate.derive(key, fromPriceOf: read[0], andOf: read[1])
            cross.unitScale = read[0].unitScale / read[1].unitScale
            return cross
        case .inverse:
            var cross = try CrossRate.inverse(key, of: read[0])
            cross.unitScale = 1 / read[0].unitScale
            cross.suspects = []
            return cross
        }
    }
}
