package import Vocabulary

/// Rates that nobody published, divided at full precision from two printed quotes against a common currency.
package enum CrossRate {
    /// `base/quote` from `common/base` and `common/quote`. A day on which either leg is absent has no cross.
    package static func derive(_ key: SeriesKey, base: DatedSeries, quote: DatedSeries) throws -> DatedSeries {
        guard let wanted = key.pair, let below = base.key.pair, let above = quote.key.pair, below.base == above.base,
            below.quote == wanted.base, above.quote == wanted.quote
        else {
            throw Fault(
                "wrong_legs", "\(key) cannot be divided from \(base.key) and \(quote.key)",
                remedy: "A cross A/B needs C/A and C/B of one source: USD/RUB needs EUR/USD and EUR/RUB.")
        }
        var points: [DatedPoint] = []
        points.reserveCapacity(min(base.points.count, quote.points.count))
        var (i, j) = (0, 0)
        while i < base.points.count, j < quote.points.count {
            let (divisor, dividend) = (base.points[i], quote.points[j])
            if divisor.day < dividend.day {
                i += 1
            } else if dividend.day < divisor.day {
                j += 1
            } else {
                i += 1
                j += 1
                guard divisor.value != 0 else { continue }
                let later = dividend.knownFrom > divisor.knownFrom ? dividend : divisor
                points.append(
                    DatedPoint(
                        day: divisor.day, value: dividend.value / divisor.value, knownFrom: later.knownFrom,
                        run: later.run))
            }
        }
        var cross = DatedSeries(
            key: key, unit: "\(wanted.quote) per \(wanted.base)", points: points,
            maximumAgeDays: min(base.maximumAgeDays, quote.maximumAgeDays),
            observationsPerYear: min(base.observationsPerYear, quote.observationsPerYear),
            closedWeekdays: base.closedWeekdays.union(quote.closedWeekdays), legs: [base, quote])
        cross.unitScale = quote.unitScale / base.unitScale
        return cross
    }

    /// `base/quote` from `base/common` and `quote/common`, as a bank prints what others cost in its own currency.
    package static func derive(_ key: SeriesKey, fromPriceOf base: DatedSeries, andOf quote: DatedSeries) throws
        -> DatedSeries
    {
        guard let wanted = key.pair, let above = base.key.pair, let below = quote.key.pair, above.quote == below.quote,
            above.base == wanted.base, below.base == wanted.quote
        else {
            throw Fault(
                "wrong_legs", "\(key) cannot be divided from \(base.key) and \(quote.key)",
                remedy: "A cross A/B needs A/C and B/C of one source: USD/SYP needs USD/UZS and SYP/UZS.")
        }
        // The same division, of a key in which the two have changed places.
        let turned = SeriesKey(
            base: wanted.quote, quote: wanted.base, measure: key.measure, source: key.source)
        func over(_ series: DatedSeries, _ code: String) -> DatedSeries {
            var copy = series
            copy.key = SeriesKey(base: above.quote, quote: code, measure: key.measure, source: key.source)
            return copy
        }
        var cross = try derive(turned, base: over(quote, wanted.quote), quote: over(base, wanted.base))
        cross.key = key
        cross.unit = "\(wanted.quote) per \(wanted.base)"
        cross.legs = [base, quote]
        return cross
    }

    /// `quote/base` from `base/quote`: the common currency itself priced in one that it is quoted against.
    package static func inverse(_ key: SeriesKey, of series: DatedSeries) throws -> DatedSeries {
        guard let wanted = key.pair, let given = series.key.pair, wanted.base == given.quote, wanted.quote == given.base
        else {
            throw Fault(
                "wrong_legs", "\(key) is not the inverse of \(series.key)",
                remedy: "An inverse A/B needs B/A of the same source.")
        }
        var copy = series
        copy.key = key
        copy.unit = "\(wanted.quote) per \(wanted.base)"
        copy.points = series.points.compactMap { point in
            guard point.value != 0 else { return nil }
            return DatedPoint(day: point.day, value: 1 / point.value, knownFrom: point.knownFrom, run: point.run)
        }
        copy.suspects = []
        copy.unitScale = 1 / series.unitScale
        copy.legs = [series]
        return copy
    }

    /// The cross of what its legs printed; a day on which a leg is suspect is suspect itself.
    static func asPrinted(_ cross: DatedSeries) throws -> DatedSeries {
        var copy = cross
        copy.legs = try cross.legs.map { try $0.asPrinted }
        let doubted = Set(copy.legs.flatMap { $0.suspects.map(\.day) })
        copy.points = try divided(copy.key, copy.legs).points
        copy.suspects = copy.points.filter { doubted.contains($0.day) }
        return copy
    }

    /// From two legs with a common base or a common quote, or from the one that it is the inverse of.
    private static func divided(_ key: SeriesKey, _ legs: [DatedSeries]) throws -> DatedSeries {
        guard legs.count == 2 else { return try inverse(key, of: legs[0]) }
        guard let common = legs[0].key.pair?.quote, common == legs[1].key.pair?.quote, let wanted = key.pair else {
            return try derive(key, base: legs[0], quote: legs[1])
        }
        // A/C over B/C is what a cross of C/A and C/B would be with the two in each other's place.
        func named(_ series: DatedSeries, _ code: String) -> DatedSeries {
            var copy = series
            copy.key = SeriesKey(base: common, quote: code, measure: key.measure, source: key.source)
            return copy
        }
        return try derive(key, base: named(legs[1], wanted.base), quote: named(legs[0], wanted.quote))
    }
}
