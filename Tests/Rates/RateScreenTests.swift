import Foundation
import Rates
import TestSupport
import Testing
import Vocabulary

@Suite struct RateScreenTests {
    static let first = Day(iso: "2022-01-03") ?? Day(number: 0)

    static func suspects(_ values: [Double], every gap: Int = 1, steps: [RateScreen.UnitStep] = []) -> [Int] {
        var screen = RateScreen(monthly: gap >= 28)
        screen.unitSteps = steps
        return screen.suspects(days: values.indices.map { first + $0 * gap }, values: values).map(\.index)
    }

    /// Forty days of a tenth of a percent up and down: their deviation is about 0.001.
    static let calm = (0..<40).map { $0.isMultiple(of: 2) ? 100 : 100.1 }

    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var values: [Double]
        var suspects: [Int]
        var gap = 1
        var testDescription: String { what }
    }

    @Test(arguments: [
        Case(what: "a slip of one day", values: [100, 101, 1010, 101, 102], suspects: [2]),
        Case(what: "two slips that do not agree", values: [100, 1000, 10, 100, 101], suspects: [1, 2]),
        Case(what: "a level that stays", values: [100, 101, 995, 990, 1010], suspects: []),
        Case(what: "a level that is new today", values: [100, 101, 995], suspects: [2]),
        Case(what: "a fifth of move in logarithms is not more than a fifth", values: [100, 122.1, 100], suspects: []),
        Case(what: "a little more is", values: [100, 122.2, 100], suspects: [1]),
        Case(what: "a move of a fifth may take weeks", values: [100, 145, 100], suspects: [], gap: 28),
        Case(what: "but not half as much again in four", values: [100, 150, 100], suspects: [1], gap: 28),
        Case(what: "a move that is half undone was one", values: [74.77, 91.52, 82.17, 75.49], suspects: []),
        Case(what: "one that is undone was none", values: [74.77, 91.52, 76.5, 75.49], suspects: [1]),
        Case(
            what: "a calm series that moves by three hundredths for a day", values: calm + [103, 100], suspects: [40]),
        Case(what: "or by not quite two", values: calm + [101.9, 100], suspects: []),
        Case(what: "a short one has no usual move", values: Array(calm.prefix(19)) + [103, 100], suspects: []),
        Case(what: "no rate is zero or less", values: [100, 0, -1, 100], suspects: [1, 2]),
        Case(
            what: "what was slipped from is what the next is held against", values: [100, 40, 39, 100], suspects: [3]),
        Case(what: "one value", values: [100], suspects: []),
        Case(what: "none", values: [], suspects: []),
    ])
    func aValueIsSuspectUntilTheNextAgrees(_ item: Case) {
        #expect(RateScreenTests.suspects(item.values, every: item.gap) == item.suspects)
    }

    @Test func aStepThatFitsAChangeOfUnitIsNotConfirmedByWhatFollows() {
        let values = [11_800, 11_790, 118, 118.2, 118.1]
        let change = RateScreen.UnitStep(divisor: 100, from: RateScreenTests.first)
        #expect(RateScreenTests.suspects(values) == [])
        #expect(RateScreenTests.suspects(values, steps: [change]) == [2, 3, 4])
        // A new unit that loses value itself is no less in doubt for that.
        let falling = [4_171_561, 4.177, 4.8, 5.6, 6.6, 7.8, 9.1]
        let bolivar = RateScreen.UnitStep(divisor: 1e6, from: RateScreenTests.first)
        #expect(RateScreenTests.suspects(falling, steps: [bolivar]) == [1, 2, 3, 4, 5, 6])
        let later = RateScreen.UnitStep(divisor: 100, from: RateScreenTests.first + 3)
        #expect(RateScreenTests.suspects(values, steps: [later]) == [])
    }

    @Test func aPersonOrASecondSourceConfirmsAtOnce() {
        let days = (0..<3).map { RateScreenTests.first + $0 }
        var asked: [Int] = []
        let found = RateScreen().suspects(days: days, values: [100, 101, 995]) { index, isUnitStep in
            asked.append(index)
            return !isUnitStep
        }
        #expect(found.isEmpty && asked == [2])
    }

    /// Columns of numbers by name, from a file that Python unpacks.
    private func table(_ program: String, _ path: String) throws -> [String: [(Day, Double)]] {
        let run = try Execution.run(["python3", "-c", program, try RealData.path(path)])
        try #require(run.status == 0, "\(run.errors)")
        var found: [String: [(Day, Double)]] = [:]
        for line in run.output.utf8.split(separator: 10) {
            let cells = line.split(separator: 44).map { String($0) ?? "" }
            guard cells.count == 3, let day = Day(iso: cells[0]), let value = Double(cells[2]) else { continue }
            found[cells[1], default: []].append((day, value))
        }
        return found.mapValues { $0.sorted { $0.0 < $1.0 } }
    }

    @Test(.enabled(if: RealData.isPresent, "\(RealData.reason)"))
    func nothingOfTheECBsHistoryIsSuspect() throws {
        let series = try table(
            """
            import csv, io, sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            for row in csv.DictReader(io.StringIO(z.read(z.namelist()[0]).decode())):
                for code, value in row.items():
                    if code and code != "Date" and value not in ("", "N/A"): print(f"{row['Date']},{code},{value}")
            """, "rates/ecb/eurofxref-hist.zip")
        #expect(series.values.reduce(0) { $0 + $1.count } == 221_702)
        let begun = ContinuousClock.now
        for (code, rows) in series {
            let found = RateScreen().suspects(days: rows.map(\.0), values: rows.map(\.1))
            #expect(found.isEmpty, "\(code): \(found.map { rows[$0.index].0.description })")
        }
        print("screened \(series.count) series in \(ContinuousClock.now - begun)")
    }

    struct Move: Sendable, CustomTestStringConvertible {
        var code: String
        var day: String
        var isReal: Bool
        var testDescription: String { "\(code) \(day)" }
    }

    @Test(
        .enabled(if: RealData.isPresent, "\(RealData.reason)"),
        arguments: [
            Move(code: "LBP", day: "2020-03-02", isReal: false), Move(code: "LBP", day: "2020-07-06", isReal: false),
            Move(code: "SDG", day: "2021-02-25", isReal: false), Move(code: "YER", day: "2021-02-03", isReal: false),
            Move(code: "IRR", day: "2020-07-07", isReal: false), Move(code: "LBP", day: "2023-02-07", isReal: true),
            Move(code: "LBP", day: "2024-02-23", isReal: true),
            Move(code: "ARS", day: "2023-12-14", isReal: true),
        ])
    /// The aggregator was six days late with the Lebanese devaluation of 2023-02-01, and one with the Argentine one.
    func slipsOfAnAggregatorStaySuspectAndDevaluationsPassTheNextDay(_ move: Move) throws {
        let rows = try #require(
            try table(
                """
                import lzma, sys
                for line in lzma.open(sys.argv[1], "rt"):
                    day, base, quote, rate = line.strip().split(",")
                    if quote == "\(move.code)": print(f"{day},{quote},{rate}")
                """, "rates/openexchangerates/usd-daily-2020-2026.csv.xz")[move.code])
        let day = try #require(Day(iso: move.day))
        let place = try #require(rows.firstIndex { $0.0 == day })
        func isSuspect(knowing count: Int) -> Bool {
            let known = rows.prefix(count)
            return RateScreen().suspects(days: known.map(\.0), values: known.map(\.1)).contains { $0.index == place }
        }
        #expect(isSuspect(knowing: place + 1))
        #expect(isSuspect(knowing: place + 2) != move.isReal)
        #expect(isSuspect(knowing: rows.count) != move.isReal)
    }
}
