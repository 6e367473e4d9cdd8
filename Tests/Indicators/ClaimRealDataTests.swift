import Foundation
import Indicators
import Rates
import TestSupport
import Testing
import Vocabulary

/// The Syrian pound of 2020 in the whole file of WFP: "the currency has lost 80 % of its value" is true of some bases.
@Suite struct ClaimRealDataTests {
    /// The median over markets of each date.
    private func medians() throws -> DatedSeries {
        let path = try RealData.path("rates/wfp/syr-exchange-rate-unofficial.csv.xz")
        let lines = try Execution.run(["xz", "-dc", path]).output.split(whereSeparator: \.isNewline)
        let head = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        let (dates, prices) = (try #require(head.firstIndex(of: "date")), try #require(head.firstIndex(of: "price")))
        var values: [Day: [Double]] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            // A market's name may hold a comma: the price is counted from the end.
            let day = try #require(Day(iso: fields[dates]))
            values[day, default: []].append(try #require(Double(fields[fields.count - head.count + prices])))
        }
        let points = values.sorted { $0.key < $1.key }.map { day, prices in
            let sorted = prices.sorted()
            let middle = sorted.count / 2
            let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
            return DatedPoint(
                day: day, value: median, knownFrom: Instant(day),
                run: RunID(seen: Instant(day), feed: "own", digest: "00000000"))
        }
        let key = try #require(SeriesKey("USD/SYP:parallel:wfp"))
        return DatedSeries(key: key, unit: "SYP per USD", points: points, maximumAgeDays: 45, observationsPerYear: 12)
    }

    @Test(.enabled(if: RealData.isPresent, "\(RealData.reason)"))
    func lostEightyPercentIsTrueSince2018AndNotSince2019() throws {
        let series = try medians()
        let on = try #require(Day(iso: "2020-09-15"))
        func first(_ sentence: String) throws -> ClaimFinding {
            try #require(ClaimTest(try ClaimSentence.read(sentence), on: on).findings(series).first)
        }
        let july = try first("lost 80 % since July 2018")
        #expect(july.holds == true)
        #expect(abs((july.bestValue ?? 0) - 79.97) < 0.005)
        #expect((july.s0, july.s1) == (441, 2201.6))
        #expect(abs((try first("lost 80 % since September 2018").bestValue ?? 0) - 79.4) < 0.05)
        let late = try first("lost 80 % since September 2019")
        #expect(late.holds == false)
        #expect(abs((late.bestValue ?? 0) - 71.2) < 0.05)
        let every = ClaimTest(try ClaimSentence.read("the currency has lost 80% of its value"), on: on)
        let holding = every.findings(series).filter { $0.holds == true }
        #expect(holding.map(\.firstBase) == [Day(iso: "2018-04-15")])
        #expect(holding.map(\.lastBase) == [Day(iso: "2018-09-15")])
    }

    /// The rates that newspapers stated, one kind at a time.
    private func press(_ kind: String) throws -> DatedSeries {
        let text = try String(contentsOfFile: RealData.path("press/syp_press_quotes.csv"), encoding: .utf8)
        var points: [Day: DatedPoint] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields[1] == kind, let day = Day(iso: fields[0]), let value = Double(fields[5]) else { continue }
            points[day] = DatedPoint(
                day: day, value: value, knownFrom: Instant(day),
                run: RunID(seen: Instant(day), feed: "own", digest: "00000000"))
        }
        let key = try #require(SeriesKey("USD/SYP:\(kind):press"))
        return DatedSeries(
            key: key, unit: "SYP per USD", points: points.values.sorted { $0.day < $1.day }, maximumAgeDays: 45)
    }

    @Test(.enabled(if: RealData.isPresent, "\(RealData.reason)"))
    func theMarketDecidesWhetherAClaimHolds() throws {
        let claim = try ClaimSentence.read("the pound has lost 89 % of its value since March 2011")
        let test = ClaimTest(claim, on: try #require(Day(iso: "2019-12-03")))
        let official = try #require(test.findings(try press("official")).first)
        #expect(official.holds == true)
        #expect((official.s0, official.s1) == (47, 434))
        #expect(abs((official.bestValue ?? 0) - 38_700.0 / 434) < 1e-9)
        // No parallel rate of 2011 was ever quoted: nothing can be said of that market.
        let parallel = try #require(test.findings(try press("parallel")).first)
        #expect(parallel.holds == nil)
        #expect(parallel.note.contains("the first is of 2014-12-29"))
    }
}
