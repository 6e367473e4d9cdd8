import FoundationEssentials
import Indicators
import Rates
import Readers
import TestSupport
import Testing
import Vocabulary

@testable import Compare

/// The whole history of the ECB, against figures computed from the same file elsewhere.
@Suite(.enabled(if: RealData.isPresent, "\(RealData.reason)")) struct RealHistoryTests {
    // numpy 2.4, statsmodels 0.15 (OLS) and scipy 1.17: Benchmarks/peers/compare_check.py, which compares every column.
    private struct Expected: Sendable {
        var event: String
        var afterFix: Int
        var numeraire: String
        var model: NormalModel
        var last: Int
        var day0: String
        var status: ComparisonStatus
        var figures: [String: Double]
    }

    private static let expected: [Expected] = [
        Expected(
            event: "RUB", afterFix: 0, numeraire: "USD", model: .market, last: 1, day0: "2022-02-24", status: .ok,
            figures: [
                "L": 250, "basket_n": 12, "s2": 3.6174729325372234e-05, "beta": 0.7357588097293665,
                "r2": 0.16814333227696177, "car": -0.02118974524729629, "se": 0.008625439617564795,
                "p": 0.014709663406798457, "k_turb": 2.3400221537771717, "p_turb": 0.29481207716588365, "rank": 50,
                "pct_lo_turb": -5.912323371266581,
            ]),
        Expected(
            event: "RUB", afterFix: 1, numeraire: "USD", model: .market, last: 4, day0: "2022-02-25",
            status: .truncated,
            figures: ["L": 250, "s2": 3.580947094716961e-05, "beta": 0.730543125424657]),
        Expected(
            event: "TRY", afterFix: 0, numeraire: "USD", model: .market, last: 4, day0: "2018-08-13", status: .ok,
            figures: [
                "s2": 6.73674932311936e-05, "car": 0.0009575030596332273, "se": 0.018606316939882007,
                "p": 0.9589994581175453, "k_turb": 4.2005778041894715, "rank": 244,
            ]),
        Expected(
            event: "TRY", afterFix: 1, numeraire: "EUR", model: .mean, last: 1, day0: "2018-08-13", status: .ok,
            figures: [
                "s2": 7.764614796797378e-05, "car": -0.06690076311863509, "se": 0.0125113801917868,
                "p": 2.0211280624747618e-07, "p_turb": 0.17053836623125912, "rank": 32,
            ]),
    ]

    @Test func rowsAgreeWithAnIndependentComputation() throws {
        let file = try Data(contentsOf: URL(filePath: RealData.path("rates/ecb/eurofxref-hist.zip")))
        let reader = try #require(ReaderCatalogue.named("ecb-csv"))
        let reading = try reader.read(
            Snapshot(feed: "ecb-hist", source: "ecb", parts: [.init(name: "main", bytes: Array(file))]))
        guard case .rates(let rates) = reading.content else { throw Mismatch("no rates") }
        let table = try RateTable(rates.map(dated)) { Instant($0, hour: 13, minute: 15) }
        var comparison = Comparison(
            events: [event("RUB", "2022-02-24", ["RUB"]), event("TRY", "2018-08-11", ["TRY"])], tables: [table],
            seriesByCurrency: [
                "RUB": rates.map(\.key).filter { $0.pair?.quote == "RUB" },
                "TRY": rates.map(\.key).filter { $0.pair?.quote == "TRY" },
            ])
        comparison.numeraires = ["USD", "EUR"]
        comparison.windows = [try EventWindow(0, 1), try EventWindow(0, 4)]
        let rows = try comparison.rows()
        #expect(rows.count == 32)
        for want in RealHistoryTests.expected {
            let row = try #require(
                rows.first {
                    $0.event == want.event && $0.afterFix == want.afterFix && $0.numeraire == want.numeraire
                        && $0.model == want.model && $0.window.last == want.last
                })
            #expect(row.dayZero?.day == day(want.day0))
            #expect(row.status == want.status)
            for (column, value) in want.figures {
                #expect(isNear(row.number(column), value, relative: 1e-9), "\(want.event) \(column)")
            }
        }
    }

    private func dated(_ series: SeriesReading) -> DatedSeries {
        let points = zip(series.days, series.numbers).map {
            DatedPoint(
                day: $0, value: $1.value, printed: $1, knownFrom: Instant(seconds: 0),
                run: RunID(seen: Instant(seconds: 0), feed: "own", digest: "00000000"))
        }
        return DatedSeries(key: series.key, unit: series.unit, points: points)
    }
}
