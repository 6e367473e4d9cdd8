import Indicators
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
            return DatedPoint(day: day, value: median, knownFrom: Instant(day), run: "real")
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
}
