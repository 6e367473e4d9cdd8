internal import Vocabulary

/// Means of two sides of a market: of buying and selling, or of the side that a day has.
enum RateMids {
    /// - Parameter oneSided: counts the days that have one side only, by the name of the mean.
    static func all(
        _ readings: [SeriesReading], _ layout: RateLayout, source: String, oneSided: inout [String: Int]
    ) -> [SeriesReading] {
        let byKey = Dictionary(readings.map { ($0.key, $0) }) { first, _ in first }
        var found: [SeriesReading] = []
        var seen: Set<SeriesKey.Pair> = []
        for pair in readings.compactMap(\.key.pair) where seen.insert(pair).inserted {
            for (measure, parts) in layout.mids.sorted(by: { $0.key < $1.key }) {
                let sides = parts.compactMap {
                    byKey[SeriesKey(base: pair.base, quote: pair.quote, measure: $0, source: source)]
                }
                guard let mean = mean(sides, measure, &oneSided) else { continue }
                found.append(mean)
            }
        }
        return found
    }

    private static func mean(
        _ sides: [SeriesReading], _ measure: String, _ oneSided: inout [String: Int]
    ) -> SeriesReading? {
        guard let first = sides.first, let pair = first.key.pair else { return nil }
        var byDay: [Day: [PublishedNumber]] = [:]
        for side in sides {
            for (day, number) in zip(side.days, side.numbers) { byDay[day, default: []].append(number) }
        }
        let days = byDay.keys.sorted()
        let lone = byDay.values.count { $0.count == 1 }
        if lone > 0 { oneSided["\(pair.base)/\(pair.quote):\(measure)"] = lone }
        let bounds = sides.compactMap(\.complete)
        var reading = SeriesReading(
            key: SeriesKey(base: pair.base, quote: pair.quote, measure: measure, source: first.key.source),
            unit: first.unit, complete: nil, days: days,
            numbers: days.map { day in
                let values = byDay[day] ?? []
                return values.count == 2 ? values[0].mean(with: values[1]) : values[0]
            })
        if let lower = bounds.map(\.lowerBound).min(), let upper = bounds.map(\.upperBound).max() {
            reading.complete = lower...upper
        }
        reading.period = first.period
        return reading
    }
}
