import Indicators
import Rates
import Testing
import Vocabulary

@Suite struct ClaimSentenceTests {
    private static let figures: [(sentence: String, measure: Claim.Measure, percent: Double, isPercentage: Bool)] = [
        ("the currency has lost 80% of its value", .valueLost, 80, true),
        ("The pound lost 80 per cent of its value.", .valueLost, 80, true),
        ("the lira plunged by as much as 18.5 percent", .valueLost, 18.5, true),
        ("lost almost 500%", .valueLost, 500, true),
        ("collapsed by 100 %", .valueLost, 100, true),
        ("was devalued 50 %", .valueLost, 50, true),
        ("a depreciation of 33 %", .valueLost, 33, true),
        ("an 80% loss", .valueLost, 80, true),
        ("down eighty percent", .valueLost, 80, true),
        ("-80 %", .valueLost, 80, true),
        ("fell to 20 % of its value", .valueLost, 80, true),
        ("fell from 100 to 20, losing 80 %", .valueLost, 80, true),
        ("the dollar rose 31% against the pound", .rateChange, 31, true),
        ("the rate is up 1,200 %", .rateChange, 1200, true),
        ("the rouble has halved", .valueLost, 50, false),
        ("lost half its value", .valueLost, 50, false),
        ("fell to a third of its value", .valueLost, 100 - 100.0 / 3, false),
        ("fell to a quarter", .valueLost, 75, false),
        ("is worth a tenth of what it was", .valueLost, 10, false),
        ("fell by a third", .valueLost, 100.0 / 3, false),
        ("has lost three quarters of its value", .valueLost, 75, false),
        ("lost three-quarters of its value", .valueLost, 75, false),
        ("is 5 times weaker", .valueLost, 80, false),
        ("weakened tenfold", .valueLost, 90, false),
        ("weakened 10-fold", .valueLost, 90, false),
        ("the price of a dollar rose tenfold", .rateChange, 900, false),
        ("the rate doubled", .rateChange, 100, false),
    ]

    @Test(arguments: figures)
    func aSentenceSaysOfWhatItsFigureIs(sentence: String, measure: Claim.Measure, percent: Double, isPercentage: Bool)
        throws
    {
        let figure = try #require(try ClaimSentence.read(sentence).figure)
        #expect(figure.measure == measure)
        #expect(isNear(figure.percent, percent))
        #expect(figure.isPercentage == isPercentage)
    }

    @Test(arguments: [
        ("slid from 47 to 230 per dollar", 47.0, 230.0), ("fell from 1,256 pounds to 2,512", 1256, 2512),
        ("from 436 to 2,201.6 per dollar", 436, 2201.6), ("from 1950 to 2050 per dollar", 1950, 2050),
    ])
    func twoRatesAreAClaimOfTheirOwn(sentence: String, s0: Double, s1: Double) throws {
        #expect(try ClaimSentence.read(sentence).rates == Claim.Rates(s0: s0, s1: s1))
    }

    @Test(arguments: ["from 2011 to 2020 it lost 96 %", "from 10 % to 20 % weaker"])
    func yearsAndPercentagesAreNoRates(sentence: String) throws {
        #expect(try ClaimSentence.read(sentence).rates == nil)
    }

    private static let periods: [(sentence: String, first: String, last: String)] = [
        ("lost 80 % since March 2011", "2011-03-01", "2011-03-31"),
        ("lost 80 % since 15 March 2011", "2011-03-15", "2011-03-15"),
        ("lost 80 % since March 15, 2011", "2011-03-15", "2011-03-15"),
        ("lost 80 % since 2011-03-15, he said", "2011-03-15", "2011-03-15"),
        ("lost 80 % since 2011", "2011-01-01", "2011-12-31"),
        ("lost 80 % in a year", "2019-09-07", "2019-09-07"),
        ("lost 80 % over the past 12 months", "2019-09-07", "2019-09-07"),
        ("lost 80 % in the past month", "2020-08-07", "2020-08-07"),
        ("lost 80 % within three weeks", "2020-08-17", "2020-08-17"),
        ("lost 80 % since the start of the year", "2020-01-01", "2020-01-01"),
        ("lost 80 % this year", "2020-01-01", "2020-01-01"),
        ("lost 80 % overnight", "2020-09-06", "2020-09-06"),
        ("lost 80 % year on year", "2019-09-07", "2019-09-07"),
    ]

    @Test(arguments: periods)
    func aPeriodIsItsBaseDays(sentence: String, first: String, last: String) throws {
        let period = try #require(try ClaimSentence.read(sentence).period)
        #expect(period.bases(on: day("2020-09-07")) == day(first)...day(last))
    }

    @Test(arguments: ["lost 80 % since the war began", "in 2019 it lost 80 %"])
    func aPeriodThatIsNoDateIsSaid(sentence: String) throws {
        let claim = try ClaimSentence.read(sentence)
        #expect(claim.period == nil)
        #expect(claim.unreadPeriod?.isEmpty == false)
    }

    @Test(arguments: ["", "the pound is weak", "lost 0 %", "the last quarter was bad", "😀 %"])
    func aSentenceWithoutAFigureIsAFaultThatNamesTheForms(sentence: String) throws {
        let fault = #expect(throws: Fault.self) { try ClaimSentence.read(sentence) }
        #expect(fault?.code == "usage")
        #expect(fault?.remedy.contains("halved") == true)
    }

    @Test func aGainIsRefusedRatherThanReadAsItsOpposite() {
        let fault = #expect(throws: Fault.self) { try ClaimSentence.read("the rouble gained 20 % in a month") }
        #expect(fault?.code == "usage")
        #expect(fault?.message.contains("a gain in value") == true)
    }

    @Test func aSecondFigureIsCounted() throws {
        #expect(try ClaimSentence.read("lost 80 % and then 5 %").furtherFigures == 1)
    }
}
