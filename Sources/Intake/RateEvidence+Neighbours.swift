internal import Gate
internal import Glibc
internal import Rates
internal import Store
internal import Vocabulary

extension RateEvidence {
    /// How old another source's value may be to say something of this one's.
    private static let daysBetween = 7

    /// The last value of each series that is new, or not what it was, beside those of the other sources in the ledger.
    /// What differed before and was let in is not asked about every day.
    func neighbours() throws -> [Neighbour] {
        let byKey = Dictionary(reading.map { ($0.key, $0) }) { first, _ in first }
        var others: [String: [SeriesKey]] = [:]
        for key in survey.described.keys.sorted() where key.source != run.source {
            guard let pair = key.pair else { continue }
            others[pair.base, default: []].append(key)
            others[pair.quote, default: []].append(key)
        }
        guard !others.isEmpty else { return [] }
        var found: [Neighbour] = []
        for touched in effect.touched {
            guard let series = byKey[touched.series], let pair = series.key.pair, let day = series.days.last,
                let value = series.numbers.last?.value, value > 0, touched.days.contains(day),
                try touched.isNew || isOther(value, series.key, day)
            else { continue }
            let own = Quote(pair: pair, value: value)
            let dollars = own.dollars { leg in
                let leg = SeriesKey(
                    base: leg.base, quote: leg.quote, measure: series.key.measure, source: series.key.source)
                guard let legs = byKey[leg], legs.days.last == day else { return nil }
                return legs.numbers.last?.value
            }
            var compared: Set<String> = []
            // The same pair speaks first, then what the dollar costs in each.
            for key in others[pair.quote, default: []] + others[pair.base, default: []]
            where !compared.contains(key.source) && Market(key).isParallel == Market(series.key).isParallel {
                guard let neighbour = try compare(own, dollars, key: key, day: day) else { continue }
                compared.insert(key.source)
                found.append(neighbour)
            }
        }
        return found
    }

    /// Whether a value is more than twice, or less than half, of what the series said before this run.
    private func isOther(_ value: Double, _ key: SeriesKey, _ day: Day) throws -> Bool {
        guard let row = try survey.ledger.latest(key, onOrBefore: day, from: day + -45, known: .now, besides: run.id),
            let before = row.number?.value, before > 0, let pair = key.pair
        else { return true }
        let scale = survey.units.scale(pair, feed: run.feed, on: day)
        let scaleBefore = survey.units.scale(pair, feed: row.run.feed, on: row.day)
        return abs(log(value / scale / (before / scaleBefore))) > log(2)
    }

    private func compare(_ own: Quote, _ dollars: Quote?, key: SeriesKey, day: Day) throws -> Neighbour? {
        guard let pair = key.pair else { return nil }
        func latest(_ key: SeriesKey) throws -> Observation? {
            try survey.ledger.latest(
                key, onOrBefore: day, from: day + -RateEvidence.daysBetween, known: .now, besides: nil)
        }
        guard pair == own.pair || dollars != nil, let row = try latest(key), let value = row.number?.value, value > 0
        else { return nil }
        let (mine, theirs): (Quote, Quote)
        if pair == own.pair {
            (mine, theirs) = (own, Quote(pair: pair, value: value))
        } else {
            let other = try Quote(pair: pair, value: value).dollars { leg in
                let leg = SeriesKey(base: leg.base, quote: leg.quote, measure: key.measure, source: key.source)
                return survey.described[leg] == nil ? nil : try latest(leg)?.number?.value
            }
            guard let dollars, let other, other.pair == dollars.pair else { return nil }
            (mine, theirs) = (dollars, other)
        }
        var neighbour = Neighbour(
            pair: mine.pair, day: day, source: run.source, value: mine.value, otherSource: key.source,
            other: theirs.value)
        neighbour.feed = run.feed
        neighbour.scale = survey.units.scale(mine.pair, feed: run.feed, on: day)
        neighbour.otherScale = survey.units.scale(mine.pair, feed: row.run.feed, on: row.day)
        neighbour.change = survey.units.of(mine.pair).last { change in
            guard change.mayShow(on: day) else { return false }
            let apart: Double = abs(log(neighbour.ratio)) - log(change.divisor)
            return abs(apart) <= log(1.25)
        }
        return neighbour
    }
}

/// A price of one currency in another.
struct Quote {
    var pair: SeriesKey.Pair
    var value: Double

    /// The same as units per dollar: by itself, or over the dollar's price in the common currency.
    func dollars(_ leg: ((base: String, quote: String)) throws -> Double?) rethrows -> Quote? {
        let usd = "USD"
        func priced(_ code: String, _ value: Double) -> Quote {
            Quote(pair: SeriesKey.Pair(base: usd, quote: code), value: value)
        }
        if pair.base == usd { return self }
        if pair.quote == usd { return priced(pair.base, 1 / value) }
        if let dollar = try leg((pair.base, usd)), dollar > 0 { return priced(pair.quote, value / dollar) }
        if let dollar = try leg((usd, pair.quote)), dollar > 0 { return priced(pair.base, dollar / value) }
        return nil
    }
}
