import Indicators
import Rates
import Vocabulary

func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

let known = Instant(day("2022-03-05"))

/// A series of days and printed values, known at one moment.
func series(
    _ key: String, _ values: [(String, String)], maximumAge: Int = 7, perYear: Double = 252, closed: Set<Int> = []
) -> DatedSeries {
    let points = values.map { text, value in
        let decimals = value.split(separator: ".").dropFirst().first?.count ?? 0
        let digits = Int64(value.filter { $0 != "." }) ?? 0
        let number = PublishedNumber(digits: digits, decimals: UInt8(decimals))
        return DatedPoint(
            day: day(text), value: number.value, printed: number, knownFrom: known,
            run: RunID(seen: known, feed: "own", digest: "00000000"))
    }
    return DatedSeries(
        key: SeriesKey(key) ?? SeriesKey(base: "EUR", quote: "XXX", measure: "reference", source: "test"), unit: "",
        points: points, maximumAgeDays: maximumAge, observationsPerYear: perYear, closedWeekdays: closed)
}

/// ECB reference rates around 24 February 2022, as printed.
let rouble = series(
    "EUR/RUB:reference:ecb",
    [
        ("2022-02-18", "86.2815"), ("2022-02-21", "89.0866"), ("2022-02-22", "89.8055"), ("2022-02-23", "90.8791"),
        ("2022-02-24", "95.7175"), ("2022-02-25", "92.5673"), ("2022-02-28", "115.4842"), ("2022-03-01", "117.201"),
    ])
let dollar = series(
    "EUR/USD:reference:ecb",
    [
        ("2022-02-18", "1.1354"), ("2022-02-21", "1.1338"), ("2022-02-22", "1.1342"), ("2022-02-23", "1.1344"),
        ("2022-02-24", "1.1163"), ("2022-02-25", "1.1216"), ("2022-02-28", "1.1199"), ("2022-03-01", "1.1162"),
        ("2022-03-02", "1.1106"),
    ])

/// The one value of an answer.
func only(_ id: String, _ question: IndicatorQuestion) throws -> IndicatorValue? {
    let rows = try IndicatorCatalogue.indicator(id).answer(question)
    return rows.count == 1 ? rows[0] : nil
}

func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= tolerance * max(1, abs(expected))
}
