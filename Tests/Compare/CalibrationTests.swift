import Glibc
import Testing
import Vocabulary

@testable import Compare

@Suite struct CalibrationTests {
    /// 1,200 weekdays whose returns are drawn from a normal distribution by a fixed seed.
    private static let source: SyntheticSource = {
        var generator = SplitMix64(seed: 5)
        func normal() -> Double {
            let (a, b) = (Double.random(in: 1e-12..<1, using: &generator), Double.random(in: 0..<1, using: &generator))
            return sqrt(-2 * log(a)) * cos(2 * Double.pi * b)
        }
        var source = SyntheticSource()
        for code in source.quotes.keys.sorted() {
            var level = 5.0
            source.quotes[code] = (0..<1200).map { _ in
                level *= exp(0.005 * normal())
                return level
            }
        }
        return source
    }()

    private func calibrated(every stride: Int = 7) throws -> [CalibrationRow] {
        var comparison = try Self.source.comparison([])
        comparison.only = ["XXA", "GBP", "JPY", "CHF"].map(SyntheticSource.key)
        comparison.numeraires = ["EUR"]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 1)]
        return try comparison.calibrated(every: stride)
    }

    @Test("On normal noise every test rejects about one time in twenty")
    func size() throws {
        for row in try calibrated(every: 3) where row.series == "all" && row.times == .all {
            let rate = try #require(row.rate)
            // The t scaled by k and its placebo are blunt by design.
            #expect(rate < 0.075 && rate > 0.015, "\(row.test) \(rate)")
            #expect(row.dates > 900)
        }
    }

    @Test("A rejection rate is the share of the rows of compare whose p is at most 0.05")
    func theSameAsCompare() throws {
        let rows = try calibrated(every: 50)
        let rates = rows.filter { $0.series == "EUR/GBP:reference:test" && $0.times == .all && $0.test == .plain }
        var comparison = try Self.source.comparison(
            stride(from: 260, to: 1200, by: 50).map {
                event("\($0)", SyntheticSource.day(row: $0).description, ["GBP"])
            })
        comparison.numeraires = ["EUR"]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 1)]
        let p = try comparison.rows().compactMap { $0.test?.p }
        #expect(rates.count == 1 && rates[0].dates == p.count)
        #expect(rates[0].rejected == p.count { $0 <= 0.05 })
    }

    @Test("Turmoil and calm add up to all, and all series to their sum")
    func sums() throws {
        let rows = try calibrated()
        func dates(_ series: String, _ times: CalibrationRow.Times) -> Int {
            rows.first { $0.series == series && $0.times == times && $0.test == .plain }?.dates ?? 0
        }
        #expect(dates("all", .turmoil) + dates("all", .calm) == dates("all", .all) && dates("all", .turmoil) > 0)
        let series = Set(rows.map(\.series)).subtracting(["all"])
        #expect(series.count == 4 && series.reduce(0) { $0 + dates($1, .all) } == dates("all", .all))
    }

    @Test("The range of a rate is Wilson's")
    func wilson() throws {
        var row = try calibrated()[0]
        (row.dates, row.rejected) = (200, 10)
        // scipy 1.17: binomtest(10, 200).proportion_ci(method="wilson")
        #expect(isNear(row.range?.low, 0.0273826456, relative: 1e-5))
        #expect(isNear(row.range?.high, 0.0895781481, relative: 1e-5))
    }
}
