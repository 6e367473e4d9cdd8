import Glibc
import Indicators
import Rates
import Report
import Tables
import Vocabulary

@testable import Compare

func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

/// A source of 300 weekdays from Monday 2020-01-06, quoting by formula so that any language can build it again.
struct SyntheticSource {
    /// Row 270 is Monday 2021-01-18.
    static let eventRow = 270
    static let start = Day(iso: "2020-01-06") ?? Day(number: 0)

    static func day(row: Int) -> Day { start + (row / 5 * 7 + row % 5) }

    /// Per EUR; NaN: not quoted on that row.
    var quotes: [String: [Double]]

    /// Four currencies of the basket beside EUR, and XXA: turbulent from row 262, 3 % weaker from row 270 on.
    init() {
        func wave(_ base: Double, _ size: Double, _ frequency: Double) -> [Double] {
            (0..<300).map { base + size * sin(frequency * Double($0)) }
        }
        let slow = wave(0, 0.5, 0.19)
        let studied = zip(wave(80, 0.9, 1.37), slow).map { $0 + $1 }.enumerated().map { row, value in
            (262..<270).contains(row) ? value * (1 + 0.03 * sin(2.1 * Double(row))) : row >= 270 ? value * 1.03 : value
        }
        quotes = [
            "USD": wave(1.1, 0.012, 0.71), "GBP": wave(0.86, 0.008, 1.13), "JPY": wave(125, 1.1, 0.53),
            "CHF": wave(1.05, 0.006, 0.97), "XXA": studied,
        ]
    }

    static func key(_ code: String) -> SeriesKey {
        SeriesKey(base: "EUR", quote: code, measure: "reference", source: "test")
    }

    /// The rates as a table whose fix is at 13:15 UTC.
    func table(closed: Set<Int> = []) throws -> RateTable {
        let series = quotes.sorted { $0.key < $1.key }.map { code, values in
            DatedSeries(
                key: SyntheticSource.key(code), unit: "",
                points: values.indices.filter { !values[$0].isNaN && !closed.contains($0) }.map {
                    DatedPoint(
                        day: SyntheticSource.day(row: $0), value: values[$0], knownFrom: Instant(seconds: 0),
                        run: RunID(seen: Instant(seconds: 0), feed: "own", digest: "00000000"))
                })
        }
        return try RateTable(series) { Instant($0, hour: 13, minute: 15) }
    }

    func comparison(_ events: [NewsEvent], closed: Set<Int> = []) throws -> Comparison {
        var comparison = Comparison(
            events: events, tables: [try table(closed: closed)],
            seriesByCurrency: quotes.mapValues { _ in [] }.reduce(into: [:]) {
                $0[$1.key] = [SyntheticSource.key($1.key)]
            }
        )
        comparison.afterFix = [0]
        comparison.windows = [try EventWindow(0, 1), try EventWindow(0, 4)]
        return comparison
    }
}

func event(_ id: String, _ date: String, _ currencies: [String] = ["XXA"], countries: [String] = ["XA"]) -> NewsEvent {
    var event = NewsEvent(id: id, date: day(date))
    event.currencies = currencies
    event.countries = countries
    return event
}

extension ComparisonRow {
    /// The number in a column; nil where it is empty.
    func number(_ column: String) -> Double? {
        switch ComparisonRow.columns.first(where: { $0.heading.name == column })?.cell(self) {
        case .number(let value, _): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}

func isNear(_ value: Double?, _ expected: Double, relative: Double) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= relative * abs(expected)
}
