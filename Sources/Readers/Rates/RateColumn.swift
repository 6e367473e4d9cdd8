internal import Vocabulary

/// The values of one currency while a file of rates is read, in the file's own order.
struct RateColumn {
    let quote: String
    var days: [Day] = []
    var numbers: [PublishedNumber] = []

    init(_ quote: String, capacity: Int = 0) {
        self.quote = quote
        days.reserveCapacity(capacity)
        numbers.reserveCapacity(capacity)
    }

    /// Another currency than the euro itself: a rate of the euro in euros is a slip of the publisher's.
    static func isQuote(_ code: String) -> Bool { code != "EUR" && SeriesKey.isCurrencyCode(code) }

    /// Files begin with the newest day; series begin with the oldest.
    mutating func ascend() {
        if days.count > 1, days[0] > days[1] {
            days.reverse()
            numbers.reverse()
        }
        for index in days.indices.dropFirst() where days[index - 1] >= days[index] {
            let order = days.indices.sorted { days[$0] < days[$1] }
            (days, numbers) = (order.map { days[$0] }, order.map { numbers[$0] })
            return
        }
    }
}

extension [RateColumn] {
    /// The reading of a file of ECB reference rates; `days` are the days that the file has, each once. Each series is
    /// complete for the days of the whole file: a day on which the file has other currencies but not this one is an
    /// absence that the publisher states.
    mutating func reading(source: String, days: some Collection<Day>) throws -> Reading {
        guard let first = days.min(), let last = days.max() else {
            throw Fault(
                "no_rows", "the file has no day with rates", remedy: "Fetch it again; an empty file changes nothing.")
        }
        for index in indices { self[index].ascend() }
        let series = filter { !$0.days.isEmpty }.map {
            SeriesReading(
                key: SeriesKey(base: "EUR", quote: $0.quote, measure: "reference", source: source),
                unit: "\($0.quote) per EUR", complete: first...last, days: $0.days, numbers: $0.numbers)
        }
        guard !series.isEmpty else { throw Fault("no_rows", "the file has days but not one rate") }
        return Reading(.rates(series), published: last)
    }
}
