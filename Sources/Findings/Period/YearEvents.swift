internal import Configuration
internal import Store
package import Vocabulary

/// The reviewed events of a country in a year, for its chart to mark.
package enum YearEvents: Sendable {
    case few([NewsEvent])
    /// So many that marks would cover the chart: how many there are.
    case many(Int)

    /// More marks than this hide the line that they stand beside.
    private static let most = 80
    /// So many events are read at once; of more, each country's are counted first.
    private static let mostAtOnce = 1000

    private init(_ events: [NewsEvent]) {
        self = events.count > YearEvents.most ? .many(events.count) : .few(events)
    }

    /// Those of each country, by its code.
    static func all(
        _ countries: [WatchList.Country], in year: ClosedRange<Day>, _ ledger: Ledger, known: KnownOn
    ) throws -> [String: YearEvents] {
        guard !countries.isEmpty else { return [:] }
        func query(_ marks: Set<Mark>) -> EventQuery {
            EventQuery(.reviewed) {
                ($0.from, $0.to) = (year.lowerBound, year.upperBound)
                $0.marks.append(marks)
            }
        }
        let everyone = query(Set(countries.flatMap(\.marks)))
        let atOnce =
            try ledger.eventCount(everyone, known: known) <= mostAtOnce ? ledger.events(everyone, known: known) : nil
        var found: [String: YearEvents] = [:]
        for country in countries where found[country.code] == nil {
            if let atOnce {
                found[country.code] = YearEvents(atOnce.filter { $0.concerns(country) })
                continue
            }
            let own = query(country.marks)
            let count = try ledger.eventCount(own, known: known)
            found[country.code] = try count > most ? .many(count) : .few(ledger.events(own, known: known))
        }
        return found
    }
}
