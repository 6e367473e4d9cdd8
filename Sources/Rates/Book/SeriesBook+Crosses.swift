internal import Configuration
internal import Store
internal import Vocabulary

extension SeriesBook {
    func legs(_ key: SeriesKey) -> CrossLegs? {
        guard described[key] == nil, let pair = key.pair else { return nil }
        return pairs[PairIndex.Name(measure: key.measure, source: key.source)]?.legs(pair.base, pair.quote)
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
        cross.openUnitSince = read.compactMap(\.openUnitSince).min()
        cross.links = read.flatMap(\.links).sorted { $0.before > $1.before }
        cross.unit += try read.lazy.compactMap { try unitName($0.key) }.first.map { " (\($0))" } ?? ""
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
