internal import Vocabulary

/// The values of one currency while a file of rates is read, in the file's own order.
struct RateColumn {
    let quote: String
    var days: [Day] = []
    var numbers: [PublishedNumber] = []

    init(_ quote: String) { self.quote = quote }

    /// The series in ascending order of days, complete for the days of the whole file: a day on which the file has
    /// other currencies but not this one is an absence that the publisher states.
    func series(base: String, measure: String, source: String, complete: ClosedRange<Day>) -> SeriesReading {
        var (days, numbers) = (days, numbers)
        if days.count > 1, days[0] > days[1] {
            days.reverse()
            numbers.reverse()
        }
        if !zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) {
            let order = days.indices.sorted { days[$0] < days[$1] }
            (days, numbers) = (order.map { days[$0] }, order.map { numbers[$0] })
        }
        return SeriesReading(
            key: SeriesKey(base: base, quote: quote, measure: measure, source: source),
            unit: "\(quote) per \(base)", complete: complete, days: days, numbers: numbers)
    }
}

extension [RateColumn] {
    /// The reading of a file of ECB reference rates; `days` are the days that the file has, each once.
    func reading(source: String, days: [Day]) throws -> Reading {
        guard let first = days.min(), let last = days.max() else {
            throw Fault(
                "no_rows", "the file has no day with rates", remedy: "Fetch it again; an empty file changes nothing.")
        }
        var series: [SeriesReading] = []
        for index in indices where !self[index].days.isEmpty {
            series.append(
                self[index].series(base: "EUR", measure: "reference", source: source, complete: first...last))
        }
        guard !series.isEmpty else { throw Fault("no_rows", "the file has days but not one rate") }
        return Reading(.rates(series), published: last)
    }
}
