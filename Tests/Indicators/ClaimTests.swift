import Indicators
import Report
import Testing
import Vocabulary

/// Medians over the markets of WFP's price data for Syria, unofficial rate, as computed from its file.
private let pound = series(
    "USD/SYP:parallel:wfp",
    [
        ("2018-01-15", "463.5"), ("2018-02-15", "463"), ("2018-03-15", "463"), ("2018-04-15", "436"),
        ("2018-05-15", "438"), ("2018-06-15", "441"), ("2018-07-15", "441"), ("2018-08-15", "444.5"),
        ("2018-09-15", "454"), ("2018-10-15", "463"), ("2018-11-15", "481"), ("2018-12-15", "495"),
        ("2019-03-15", "527.835"), ("2019-06-15", "587.83"), ("2019-09-15", "635"), ("2019-12-15", "872.25"),
        ("2020-03-15", "1100"), ("2020-06-15", "2517"), ("2020-07-15", "2243.2"), ("2020-08-15", "2169.05"),
        ("2020-09-15", "2201.6"),
    ], maximumAge: 45, perYear: 12)

@Suite struct ClaimTests {
    private func findings(_ sentence: String, on text: String = "2020-09-15") throws -> [ClaimFinding] {
        ClaimTest(try ClaimSentence.read(sentence), on: day(text)).findings(pound)
    }

    @Test func aClaimHoldsForAStretchOfBaseDaysAndForNoOther() throws {
        let rows = try findings("the currency has lost 80% of its value").filter { $0.measure == .valueLost }
        #expect(rows.map(\.holds) == [true, false])
        let holds = rows[0]
        // 100(1 - S0/2201.6) lies between 79 and 81 for S0 from 418.3 to 462.3.
        #expect((holds.firstBase, holds.lastBase) == (day("2018-04-15"), day("2018-09-15")))
        #expect(holds.bases == 6)
        #expect(holds.bestBase == day("2018-06-15"))
        #expect(isNear(holds.bestValue, 100 * (1 - 441 / 2201.6)))
        #expect((holds.s0, holds.s1) == (441, 2201.6))
        #expect((holds.observedOn, holds.ageDays) == (day("2020-09-15"), 0))
        #expect(rows[1].bases == 14)
        #expect(isNear(rows[1].largest?.value, 100 * (1 - 463 / 2201.6)))
    }

    @Test func theSameNumberIsTriedAsTheRiseOfTheRate() throws {
        let rows = try findings("lost 80 %").filter { $0.measure == .rateChange }
        #expect(rows.map(\.holds) == [false])
        #expect(rows[0].bestBase == day("2020-03-15"))
        #expect(isNear(rows[0].bestValue, 100 * (2201.6 / 1100 - 1)))
        #expect(isNear(rows[0].largest?.value, 100 * (2201.6 / 436 - 1)))
        // 2201.6 / 1100 is a rise of 100.1 %, which the press would call a loss of 100 %.
        let doubled = try findings("collapsed by 100 %")
        #expect(doubled.first { $0.holds == true }?.measure == .rateChange)
    }

    private static let based: [(sentence: String, holds: Bool, s0: Double)] = [
        ("lost 80 % since July 2018", true, 441), ("lost 80 % since September 2018", true, 454),
        ("lost 80 % since September 2019", false, 635), ("lost 80 % in a year", false, 635),
        ("lost 80 % since 1 August 2018", true, 441),
    ]

    @Test(arguments: based)
    func aStatedPeriodIsTheOnlyBaseThatIsTried(sentence: String, holds: Bool, s0: Double) throws {
        let rows = try findings(sentence).filter { $0.measure == .valueLost }
        #expect(rows.map(\.holds) == [holds])
        #expect(rows.map(\.bases) == [1])
        #expect(isNear(rows[0].bestValue, 100 * (1 - s0 / 2201.6)))
    }

    @Test func anObservationStandsForADayUntilItsMaximumAge() throws {
        let claim = try findings("lost 80 %", on: "2020-09-07")
        #expect(claim.first?.observedOn == day("2020-08-15"))
        #expect(claim.first?.ageDays == 23)
        let stale = try findings("lost 80 %", on: "2020-11-01")
        #expect(stale.map(\.holds) == [nil, nil])
        #expect(stale[0].note == "the last observation, 2020-09-15, is 47 days old; at most 45 are accepted")
        // The base obeys it as well: nothing was observed before 2018.
        let early = try findings("lost 80 % since March 2011")
        #expect(early.map(\.holds) == [nil, nil])
        #expect(early[0].note.hasPrefix("base: no observation on or before 2011-03-01"))
    }

    @Test func nothingLaterThanTheDayIsLookedAt() throws {
        let early = try findings("lost 5 %", on: "2018-06-20")
        #expect(early.compactMap(\.lastBase).max() == day("2018-05-15"))
        #expect(early.allSatisfy { $0.s1 == 441 })
    }

    @Test func toleranceIsInPercentagePointsAndItsEdgeCounts() throws {
        let steps = series("USD/SYP:parallel:wfp", [("2020-01-01", "20"), ("2020-01-02", "100")])
        for (tolerance, holds) in [(2.0, true), (1.9, false)] {
            let test = ClaimTest(try ClaimSentence.read("lost 82 %"), on: day("2020-01-02"), tolerance: tolerance)
            #expect(test.findings(steps).first?.holds == holds)
        }
    }

    private static let idioms: [(sentence: String, s0: Double, s1: Double, says: [String])] = [
        (
            "lost almost 500 %", 47, 230,
            [
                "the rate rose by 389.4 %", "lost 79.6 % of its value", "cannot lose more than 100 %",
                "489.4 % of the old one", "83.3 % of the value lost",
            ]
        ),
        (
            "lost 389 %", 47, 230,
            ["cannot lose more than 100 %", "the rise of the rate, not the value lost", "lost 79.6 % of its value"]
        ),
        (
            "collapsed by 100 %", 1256, 2512,
            ["would be worthless", "the rise of the rate, not the value lost", "lost 50 % of its value"]
        ),
        ("devalued 50 %", 3015, 4522, ["the rise of the rate, not the value lost", "lost 33.3 % of its value"]),
        ("lost 80 %", 47, 230, ["The claim holds as stated", "a rate 5 times the old one"]),
        ("the dollar rose 79.6 %", 47, 230, ["is the value lost, not the rise of the rate"]),
    ]

    @Test(arguments: idioms)
    func whatThePressMixesUpIsNamed(sentence: String, s0: Double, s1: Double, says: [String]) throws {
        let claim = try ClaimSentence.read(sentence)
        let rates = Claim.Rates(s0: s0, s1: s1)
        let findings = ClaimTest(claim, on: day("2020-01-01")).findings(rates)
        let words = ClaimWords(claim, currency: "SYP", base: "USD", on: day("2020-01-01"), tolerance: 1)
            .sentences(findings, rates: rates).joined(separator: " ")
        for phrase in says { #expect(words.contains(phrase), "\(words)") }
        #expect(words.contains("not why the rate moved"))
    }

    @Test func theSentencesNameBaseMarketAndSource() throws {
        let claim = try ClaimSentence.read("lost 80 %")
        let words = ClaimWords(claim, currency: "SYP", base: "USD", on: day("2020-09-15"), tolerance: 1)
            .sentences(try findings("lost 80 %"), rates: nil).joined(separator: " ")
        let wanted = [
            "it holds for the parallel rate of wfp (USD/SYP:parallel:wfp) with a base of 2018-04-15 to 2018-09-15",
            "80 % since 2018-06-15, from 441 to 2,202 on 2020-09-15", "any of the other 14 base days",
            "As a rise of the rate it does not hold", "the largest rise is 405 %, since 2018-04-15",
        ]
        for phrase in wanted { #expect(words.contains(phrase), "\(phrase) in: \(words)") }
    }
}
