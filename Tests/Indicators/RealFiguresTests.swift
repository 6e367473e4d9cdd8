import FoundationEssentials
import Indicators
import Rates
import Readers
import TestSupport
import Testing
import Vocabulary

/// Figures of whole histories against numbers computed once from the same files in Python (csv, math, statistics).
@Suite(.enabled(if: RealData.isPresent, "\(RealData.reason)")) struct RealFiguresTests {
    private static let histories = Result { try Histories() }

    private struct Expected: Sendable {
        var id: String
        var series: [String]
        var on: String
        var base: String?
        var settings: [String: String] = [:]
        var value: Double
    }

    private static let lira = "USD/TRY:reference:ecb"
    private static let roubles = "EUR/RUB:reference:ecb"
    private static let oer = "USD/IRR:blend:oer"
    private static let bonbast = "USD/IRR:parallel:bonbast"

    private static let expected: [Expected] = [
        Expected(id: "d12_pct", series: [lira], on: "2021-12-31", value: 81.1077185929073),
        Expected(id: "d12_pct", series: [lira], on: "2020-12-31", value: 24.814392132792417),
        Expected(id: "vol_30", series: [lira], on: "2021-12-31", value: 115.02885360583194),
        Expected(id: "vol_30", series: [roubles], on: "2022-03-01", value: 67.92433913109863),
        Expected(id: "vol_30_raw", series: ["EUR/TRY:reference:ecb"], on: "2018-08-13", value: 0.030143697079298547),
        Expected(id: "max_drawdown_pct", series: [lira], on: "2026-10-30", value: 97.69582688634513),
        Expected(
            id: "log_return", series: [roubles], on: "2022-03-01", base: "2022-02-18", value: 0.306275202902584),
        Expected(id: "crash_frankel_rose", series: [lira], on: "2021-12-31", value: 1),
        Expected(id: "crash_frankel_rose", series: [lira], on: "2022-12-30", value: 0),
        Expected(id: "crash_frankel_rose", series: [lira], on: "2018-08-13", value: 1),
        Expected(id: "crash_laeven_valencia", series: [lira], on: "2019-08-13", value: 0),
        Expected(id: "crash_reinhart_rogoff", series: [lira], on: "2022-12-30", value: 1),
        Expected(
            id: "neer", series: ["EUR/TRY:reference:ecb", lira], on: "2021-12-20", base: "2021-09-01",
            settings: ["home": "TRY", "weights": "EUR:0.2,USD:0.8"], value: 47.07756812435799),
        Expected(
            id: "neer", series: ["EUR", "USD", "GBP", "JPY"].map { "TRY/\($0):reference:ecb" }, on: "2021-12-20",
            base: "2021-09-01", settings: ["home": "TRY", "weights": "EUR:0.4,USD:0.3,GBP:0.2,JPY:0.1"],
            value: 48.03776533292647),
        Expected(id: "premium_pct", series: [bonbast, oer], on: "2020-06-01", value: 320.14012587578674),
        Expected(id: "premium_pct", series: [bonbast, oer], on: "2022-10-31", value: 684.6698113207548),
        Expected(id: "conversion_loss_pct", series: [bonbast, oer], on: "2022-10-31", value: 87.25578599338743),
        Expected(id: "d12_pct", series: [bonbast], on: "2022-12-31", value: 32.720588235294116),
        Expected(
            id: "implied_inflation_pct", series: [bonbast], on: "2022-12-31", settings: ["us_inflation_pct": "6.5"],
            value: 41.347426470588225),
        Expected(
            id: "implied_monthly_pct", series: [bonbast], on: "2018-09-25", base: "2018-08-25", value: 62.51198465963566
        ),
        Expected(
            id: "cagan_hyperinflation", series: [bonbast], on: "2018-09-25", base: "2018-08-25", value: 1),
        Expected(
            id: "value_lost_pct", series: ["USD/LBP:blend:oer"], on: "2023-06-01", base: "2020-01-01",
            value: 89.86389711654411),
        Expected(id: "source_ratio", series: [oer, bonbast], on: "2026-03-02", value: 0.02536829415310428),
        Expected(id: "source_ratio", series: [oer, bonbast], on: "2026-03-03", value: 0.8119487337862878),
        Expected(
            id: "source_ratio", series: ["USD/RUB:reference:oer", "USD/RUB:reference:ecb"], on: "2022-02-18",
            value: 1.0022560043578288),
        Expected(id: "gap_days", series: [roubles], on: "2022-03-01", value: 5),
    ]

    @Test(arguments: RealFiguresTests.expected.indices)
    func figuresAgreeWithAnIndependentComputation(_ index: Int) throws {
        let want = RealFiguresTests.expected[index]
        let histories = try RealFiguresTests.histories.get()
        let question = IndicatorQuestion(
            try want.series.map(histories.series), on: day(want.on), base: want.base.map(day), settings: want.settings)
        let answer = try only(want.id, question)
        #expect(isNear(answer?.value, want.value, 1e-11), "\(want.id) \(want.on): \(answer?.value ?? .nan)")
        #expect(answer?.inputs.isEmpty == false)
    }

    @Test func theRialMovedOntoTheLevelOfItsMarketOnOneDay() throws {
        let histories = try RealFiguresTests.histories.get()
        let found = try IndicatorCatalogue.indicator("regime_switch").answer(
            IndicatorQuestion(try [RealFiguresTests.oer, RealFiguresTests.bonbast].map(histories.series)))
        #expect(found.map(\.date) == [day("2026-03-03")])
        #expect(isNear(found.first?.value, 3.4415307333164273))
        #expect(found.first?.inputs.prefix(2).map(\.printed?.description) == ["42086", "1314545"])
        #expect(found.first?.note.contains("ratio 0.02537 to 0.8119") == true)
    }

    @Test(arguments: [
        ("LBP", ["2020-03-02", "2020-07-06"]), ("SDG", ["2021-02-25", "2021-11-23"]), ("YER", ["2021-02-03"]),
        ("SYP", []), ("IRR", ["2020-07-07"]),
    ])
    func spikesAreWhereTheAggregatorSlipped(code: String, days: [String]) throws {
        let series = try RealFiguresTests.histories.get().series("USD/\(code):blend:oer")
        let found = try IndicatorCatalogue.indicator("spike").answer(IndicatorQuestion([series]))
        #expect(found.map(\.date) == days.map(day))
    }

    @Test func jumpsOfTheSyrianPoundAreFive() throws {
        let series = try RealFiguresTests.histories.get().series("USD/SYP:blend:oer")
        let found = try IndicatorCatalogue.indicator("jump").answer(IndicatorQuestion([series]))
        #expect(
            found.map(\.date)
                == ["2021-03-23", "2021-03-24", "2021-03-25", "2021-11-20", "2024-12-22"].map(day))
    }
}

/// The ECB's history as its reader reads it, and two tables of other sources.
private struct Histories {
    private var ecb: [SeriesKey: DatedSeries] = [:]
    private var tables: [String: DatedSeries] = [:]

    init() throws {
        let file = try Data(contentsOf: URL(filePath: RealData.path("rates/ecb/eurofxref-hist.zip")))
        let reading = try #require(ReaderCatalogue.named("ecb-csv")).read(
            Snapshot(feed: "ecb-hist", source: "ecb", parts: [.init(name: "main", bytes: Array(file))]))
        guard case .rates(let rates) = reading.content else { throw Mismatch("no rates") }
        for one in rates {
            let points = zip(one.days, one.numbers).map {
                DatedPoint(
                    day: $0, value: $1.value, printed: $1, knownFrom: known,
                    run: RunID(seen: known, feed: "own", digest: "00000000"))
            }
            ecb[one.key] = DatedSeries(key: one.key, unit: one.unit, points: points)
        }
        let wanted: Set<String> = ["IRR", "LBP", "SDG", "YER", "SYP", "RUB"]
        for (path, source, column) in [
            ("rates/openexchangerates/usd-daily-2020-2026.csv.xz", "blend:oer", 3),
            ("rates/bonbast/usd-irr-parallel.csv.xz", "parallel:bonbast", 5),
        ] {
            let text = try Execution.run(["xzcat", RealData.path(path)]).output
            var values: [String: [(String, String)]] = [:]
            for line in text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
                let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                    .map { String(decoding: $0.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self) }
                if wanted.contains(cells[2]) { values[cells[2], default: []].append((cells[0], cells[column])) }
            }
            for (code, rows) in values {
                let name = "USD/\(code):\(source)"
                tables[name] = dated(name, rows)
            }
        }
        tables["USD/RUB:reference:oer"] = tables["USD/RUB:blend:oer"]
    }

    /// A series of a table, one of the ECB, or the cross or inverse that its name asks for.
    func series(_ name: String) throws -> DatedSeries {
        if let one = tables[name] { return one }
        let key = try #require(SeriesKey(name))
        if let one = ecb[key] { return one }
        let pair = try #require(key.pair)
        func leg(_ code: String) throws -> DatedSeries {
            try #require(ecb[SeriesKey(base: "EUR", quote: code, measure: "reference", source: "ecb")])
        }
        return pair.quote == "EUR"
            ? try CrossRate.inverse(key, of: leg(pair.base))
            : try CrossRate.derive(key, base: leg(pair.base), quote: leg(pair.quote))
    }
}

/// The name that a method called `series` hides.
private func dated(_ key: String, _ rows: [(String, String)]) -> DatedSeries { series(key, rows) }
