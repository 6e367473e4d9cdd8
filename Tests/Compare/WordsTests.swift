import Report
import Testing
import Vocabulary

@testable import Compare

@Suite struct WordsTests {
    private func passages(
        _ source: SyntheticSource = SyntheticSource(), rules: [Int] = [0]
    ) throws -> [ComparisonWords.Passage] {
        var comparison = try source.comparison([event("E", "2021-01-18"), event("F", "2021-01-19", ["SYP"])])
        comparison.afterFix = rules
        comparison.windows = [try EventWindow(0, 1)]
        return ComparisonWords.passages(try comparison.rows().filter { $0.event == "E" })
    }

    @Test func aMoveIsToldWithItsRangeItsTurbulenceAndACaution() throws {
        let expected = """
            The XXA lost 7.4 % against the dollar over the 2 trading days from 2021-01-18, 6.7 % beyond its usual link to \
            4 other currencies (95 % range -14.4 % to 1.8 %). Moves this large, measured against the turbulence of their \
            own time, were seen on 30 of 249 earlier 2-day spans. Other tagged events within 5 days: 1 (F). This is coincidence in time, not proof \
            of cause; the sign of a currency move does not measure whether a sanction works. Series \
            EUR/XXA:reference:test; last observation 2021-02-26; day 0 2021-01-18 (same); window [0,+1]; market model, \
            t of beta 7.4, R2 0.18; k 2.97; family 1.
            """
        let found = try #require(try passages().first)
        #expect(found.paragraph == expected, "\(found.paragraph)")
        #expect(
            found.verdict == "XXA in USD: not distinguishable from ordinary movement (q 0.117 in a family of 1)",
            "\(found.verdict)")
    }

    @Test func withoutAUsualLinkTheMeanIsQuoted() throws {
        var source = SyntheticSource()
        // Another currency: XXB moves at a frequency that the basket does not know.
        source.quotes["XXB"] = (0..<300).map { row in
            let step = Double(row * row * 7919 % 101)
            return 10 + step * 0.0005
        }
        var comparison = try source.comparison([event("E", "2021-01-18", ["XXB"])])
        comparison.numeraires = ["EUR"]
        comparison.windows = [try EventWindow(0, 1)]
        let rows = try comparison.rows()
        #expect(abs(rows[1].fit?.tBeta ?? 9) < 2)
        let text = try #require(ComparisonWords.passages(rows).first).paragraph
        #expect(text.contains("against the euro") && text.contains("its own average movement"))
        #expect(text.contains("mean model; k"))
    }

    @Test func theTwoWaysOfDatingAreComparedAndADisagreementIsSaid() throws {
        var source = SyntheticSource()
        // Down on the day, far up on the next two.
        for row in 271..<300 { source.quotes["XXA"]?[row] *= 0.97 }
        for row in 272..<300 { source.quotes["XXA"]?[row] *= 0.9 }
        #expect(try passages(source, rules: [0, 1])[0].paragraph.contains("the two ways of dating the event disagree"))
        #expect(try !passages(rules: [0])[0].paragraph.contains("disagree"))
    }

    @Test(arguments: [
        ("truncated", "has no rate on every day of the window [0,+1]; the last is of 2021-01-18: nothing is claimed"),
        ("managed", "hardly moves at test"), ("short", "returns before the event, and 120 are needed"),
    ])
    func whatIsWithheldIsSaidWithItsReason(what: String, says: String) throws {
        var source = SyntheticSource()
        switch what {
        case "truncated": source.quotes["XXA"]?.replaceSubrange(271..<300, with: [Double](repeating: .nan, count: 29))
        case "managed": source.quotes["XXA"] = source.quotes["USD"]
        default: source.quotes["XXA"]?.replaceSubrange(0..<200, with: [Double](repeating: .nan, count: 200))
        }
        let found = try passages(source)[0]
        #expect(found.paragraph.contains(says), "\(found.paragraph)")
        #expect(found.paragraph.contains("Series EUR/XXA:reference:test"))
        #expect(found.verdict.hasPrefix("XXA in USD: cannot be judged: "))
    }

    @Test func aCurrencyCountedInItselfAndAPremiumWithoutAStreetRateAreNamedAsSuch() throws {
        let own = try SyntheticSource().comparison([event("E", "2021-01-18", ["USD"])])
        let words = try #require(ComparisonWords.passages(try own.rows()).first)
        #expect(words.verdict == "USD in USD: cannot be judged: values are counted in it")
        var premium = try SyntheticSource().comparison([event("E", "2021-01-18")])
        premium.quantities = [.premium]
        let rows = try premium.rows()
        #expect(rows.allSatisfy { $0.status == .noSeries && $0.quantity == .premium })
        let none = try #require(ComparisonWords.passages(rows).first)
        #expect(none.paragraph.hasPrefix("There is no street rate beside an official one of the XXA"))
    }

    @Test func aWindowBeforeTheEventIsNotCountedFromTheNextDay() throws {
        var source = SyntheticSource()
        for row in 270..<300 { source.quotes["XXA"]?[row] *= 1.5 }
        var comparison = try source.comparison([event("E", "2021-01-18")])
        comparison.afterFix = [0, 1]
        comparison.windows = [try EventWindow(-5, -1)]
        // From the next day's rows [-5,-1] the event's own day would be told as something before it.
        #expect(try !ComparisonWords.passages(comparison.rows())[0].paragraph.contains("disagree"))
    }

    @Test func whereOneWayOfDatingHasNoWholeWindowTheOtherIsTold() throws {
        var source = SyntheticSource()
        // Nothing on day 0: the windows from the next row are whole, over a return of four days.
        source.quotes["XXA"]?[270] = .nan
        let words = try #require(try passages(source, rules: [0, 1]).first)
        #expect(words.p != nil && words.paragraph.contains("day 0 2021-01-19 (after_fix)"), "\(words.paragraph)")
        #expect(try passages(source, rules: [0])[0].p == nil)
    }
}
