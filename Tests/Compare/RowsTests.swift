import Testing
import Vocabulary

@testable import Compare

@Suite struct RowsTests {
    private func row(
        _ source: SyntheticSource, _ on: String = "2021-01-18", model: NormalModel = .mean, window last: Int = 1,
        closed: Set<Int> = [], numeraire: String = "USD"
    ) throws -> ComparisonRow {
        var comparison = try source.comparison([event("E", on)], closed: closed)
        comparison.models = [model]
        comparison.windows = [try EventWindow(0, last)]
        comparison.numeraires = [numeraire]
        let rows = try comparison.rows()
        try #require(rows.count == 1)
        return rows[0]
    }

    @Test func windowsCountPublicationDaysNotCalendarDays() throws {
        // Thursday 21 January: five rows end on Wednesday the 27th, of which five calendar days would miss two.
        let found = try row(SyntheticSource(), "2021-01-21", window: 4)
        var cut = SyntheticSource()
        cut.quotes["XXA"]?.replaceSubrange(277..<300, with: [Double](repeating: .nan, count: 23))
        #expect(found.status == .ok)
        #expect(try row(cut, "2021-01-21", window: 3).status == .ok)
        #expect(try row(cut, "2021-01-21", window: 4).status == .truncated)
    }

    @Test func aWindowThatIsNotWhollyPresentIsTruncatedAndWithheld() throws {
        var source = SyntheticSource()
        source.quotes["XXA"]?.replaceSubrange(272..<300, with: [Double](repeating: .nan, count: 28))
        let headline = try row(source)
        #expect(headline.status == .ok)
        let longer = try row(source, window: 4)
        #expect(longer.status == .truncated)
        #expect((longer.car, longer.test?.p).0 == nil && longer.test == nil && longer.multiplicity == nil)
        #expect(longer.fit?.count == 250)
        #expect(longer.lastObservation == SyntheticSource.day(row: 271))
    }

    @Test func rowsWithoutAReturnAreLeftOutAndNeverReplacedByEarlierOnes() throws {
        var source = SyntheticSource()
        source.quotes["XXA"]?[100] = .nan
        // Row 100 has no return; row 101 spans Friday to Tuesday, four days: an ordinary return.
        let found = try row(source)
        #expect(found.fit?.count == 249)
        #expect(found.estimation == SyntheticSource.day(row: 10)...SyntheticSource.day(row: 259))
    }

    @Test func aReturnOverMoreThanFiveDaysIsKeptOutOfTheEstimation() throws {
        var source = SyntheticSource()
        for row in 100..<104 { source.quotes["XXA"]?[row] = .nan }
        // Four rows without a quote, and the fifth spans from Friday to Friday: seven days.
        #expect(try row(source).fit?.count == 245)
    }

    @Test func aGapReturnStaysInTheWindowAndIsFlagged() throws {
        // The source closes for the week before Monday 18 January: its return spans ten days.
        let closed: Set<Int> = [265, 266, 267, 268, 269]
        let found = try row(SyntheticSource(), closed: closed)
        #expect(found.status == .gap)
        #expect(found.test != nil)
        let first = try #require(
            try SyntheticSource().comparison([event("E", "2021-01-18")], closed: closed)
                .abnormalReturns().first { $0.offset == 0 })
        #expect(first.flag == "gap")
    }

    @Test(arguments: [("2020-06-19", ComparisonStatus.shortEstimation, 108), ("2020-07-07", .ok, 120)])
    func belowOneHundredAndTwentyReturnsNothingIsClaimed(on: String, status: ComparisonStatus, count: Int) throws {
        let found = try row(SyntheticSource(), on)
        #expect(found.status == status)
        #expect(found.estimationCount == count)
        #expect((found.car == nil) == (status != .ok))
    }

    @Test func aSeriesThatHardlyMovesIsManagedAndStopsNobodyElse() throws {
        var source = SyntheticSource()
        source.quotes["XXB"] = [Double](repeating: 2, count: 300)
        var comparison = try source.comparison([event("E", "2021-01-18", ["XXB", "XXA"])])
        comparison.numeraires = ["EUR"]
        let rows = try comparison.rows()
        #expect(rows.prefix(4).map(\.status) == [.managed, .managed, .managed, .managed])
        #expect(rows.prefix(4).allSatisfy { $0.test == nil && $0.car == 0 })
        #expect(rows.suffix(4).map(\.status) == [.ok, .ok, .ok, .ok])
        #expect(rows.suffix(4).allSatisfy { $0.multiplicity?.family == 1 })
    }

    @Test func halfOfTheReturnsZeroIsAlreadyManaged() throws {
        var source = SyntheticSource()
        source.quotes["XXB"] = (0..<300).map { 2 + 0.01 * Double($0 / 2 % 7) }
        #expect(try row(source).status == .ok)
        var comparison = try source.comparison([event("E", "2021-01-18", ["XXB"])])
        comparison.numeraires = ["EUR"]
        #expect(try comparison.rows().allSatisfy { $0.status == .managed })
    }

    @Test func aBasketMemberThatLacksAReturnIsLeftOutForThatEvent() throws {
        var source = SyntheticSource()
        source.quotes["GBP"]?[50] = .nan
        #expect(try row(source, model: .market).fit?.basketCount == 3)
        // One year on, that row is used no longer.
        #expect(try row(source, model: .mean).fit?.count == 250)
        var late = SyntheticSource()
        late.quotes["GBP"]?[271] = .nan
        #expect(try row(late, model: .market).fit?.basketCount == 3)
        late = SyntheticSource()
        late.quotes["GBP"]?[273] = .nan
        #expect(try row(late, model: .market).fit?.basketCount == 4)
    }

    @Test func theNumeraireAndTheCurrencyStudiedAreNotInTheBasket() throws {
        #expect(try row(SyntheticSource(), model: .market, numeraire: "EUR").fit?.basketCount == 4)
        var comparison = try SyntheticSource().comparison([event("E", "2021-01-18", ["GBP"])])
        comparison.models = [.market]
        #expect(try comparison.rows().first?.fit?.basketCount == 3)
    }

    @Test func aSourceWithoutABasketHasNoMarket() throws {
        var source = SyntheticSource()
        source.quotes = source.quotes.filter { ["USD", "XXA"].contains($0.key) }
        var comparison = try source.comparison([event("E", "2021-01-18")])
        comparison.basket = ["AUD", "BRL"]
        let rows = try comparison.rows()
        #expect(rows.map(\.status) == [.ok, .ok, .noMarket, .noMarket])
        comparison.numeraires = ["ZAR"]
        #expect(try comparison.rows().map(\.status) == [.noSeries, .noSeries, .noMarket, .noMarket])
    }

    @Test func currenciesOfOneEventAreNeverMixed() throws {
        let events = [
            event("A", "2021-01-18", ["XXA", "GBP"]), event("B", "2021-01-19", ["JPY"]),
            event("C", "2021-01-18", ["SYP"]), event("D", "2021-01-18", []),
        ]
        let together = try SyntheticSource().comparison(events).rows()
        #expect(together.map(\.event) == Array("AAAAAAAABBBBCCCCDDDD").map { String($0) })
        #expect(together.suffix(8).allSatisfy { $0.status == .noSeries })
        for currency in ["XXA", "GBP"] {
            let alone = try SyntheticSource().comparison([event("A", "2021-01-18", [currency])]).rows()
            #expect(alone.map(\.car) == together.filter { $0.currency == currency }.map(\.car))
        }
    }

    @Test func seriesCanBeRestrictedAndServeEventsWithoutCurrencies() throws {
        var comparison = try SyntheticSource().comparison([
            event("A", "2021-01-18", ["XXA", "GBP"]), event("B", "2021-01-18", []),
        ])
        comparison.only = [SyntheticSource.key("GBP")]
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 1)]
        #expect(try comparison.rows().map { "\($0.event) \($0.currency) \($0.status)" } == ["A GBP ok", "B GBP ok"])
    }

    @Test func theFamilyIsEveryRowOfTheSameQuestionWithAP() throws {
        let events = (0..<3).map { event("E\($0)", "2021-01-\(18 + $0)") } + [event("X", "2021-03-30")]
        let rows = try SyntheticSource().comparison(events).rows()
        #expect(rows.filter { $0.test != nil }.allSatisfy { $0.multiplicity?.family == 3 })
        #expect(rows.filter { $0.event == "X" }.allSatisfy { $0.status == .outside && $0.multiplicity == nil })
    }
}
