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

    init(_ country: WatchList.Country, in year: ClosedRange<Day>, _ ledger: Ledger, known: KnownOn) throws {
        let query = EventQuery(.reviewed) {
            ($0.from, $0.to) = (year.lowerBound, year.upperBound)
            $0.marks.append(country.marks)
        }
        let count = try ledger.eventCount(query, known: known)
        self = count > YearEvents.most ? .many(count) : .few(try ledger.events(query, known: known))
    }
}
