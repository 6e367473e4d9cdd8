import Testing
import Vocabulary

/// Expected texts come from Python: `Decimal(repr(x)).quantize(..., ROUND_HALF_UP)`, formatted with `,`.
@Suite struct WordingTests {
    static let fixed: [(Double, Int, String)] = [
        (0.125, 2, "0.13"), (1.005, 2, "1.01"), (0.25, 1, "0.3"), (2.675, 2, "2.68"), (0.05, 1, "0.1"),
        (-0.04, 1, "0.0"), (-12.345, 2, "-12.35"), (1234.0, 0, "1,234"), (0.004, 3, "0.004"), (0.5, 0, "1"),
        (1.5, 0, "2"), (2.5, 0, "3"), (-0.125, 2, "-0.13"), (1e-07, 3, "0.000"), (.leastNonzeroMagnitude, 4, "0.0000"),
        (1e+22, 0, "10,000,000,000,000,000,000,000"), (1.2345678901234568e+17, 0, "123,456,789,012,345,680"),
        (104.99999999999999, 2, "105.00"), (27.62651299730742, 3, "27.627"), (0.30000000000000004, 2, "0.30"),
        (999.9995, 6, "999.999500"), (9.9996, 0, "10"), (0.99951, 5, "0.99951"),
        (1000000000000000.0, 5, "1,000,000,000,000,000.00000"), (-0.0, 6, "0.000000"), (8.345, 6, "8.345000"),
        (1234567.8, 3, "1,234,567.800"), (-553.90890034, 1, "-553.9"), (-860.2663, 5, "-860.26630"),
        (-212.9629849, 5, "-212.96298"), (1416.54651, 2, "1,416.55"), (-1048.5653, 1, "-1,048.6"),
        (-1959.48651, 1, "-1,959.5"), (1259.645, 4, "1,259.6450"), (1806.72466, 0, "1,807"),
        (-1911.273, 1, "-1,911.3"), (1824.82015, 4, "1,824.8202"), (-1918.507, 1, "-1,918.5"), (1230.5, 0, "1,231"),
        (-141.08409, 0, "-141"), (1941.71966, 5, "1,941.71966"), (-552.86964, 1, "-552.9"),
        (1151.30085, 2, "1,151.30"), (-22.828804757, 3, "-22.829"), (572.08941, 3, "572.089"), (315.02202, 0, "315"),
        (1895.5, 3, "1,895.500"), (93.4907, 3, "93.491"), (-40.454, 5, "-40.45400"), (-783.04766666, 3, "-783.048"),
        (-185.61, 3, "-185.610"), (6.992852202225763e-10, 2, "0.00"), (445132.6194586484, 0, "445,133"),
        (13987.928023676544, 0, "13,988"), (6.989998280684521e-07, 0, "0"), (4.542664128017479e-08, 5, "0.00000"),
        (4.992324013586323e-10, 1, "0.0"), (0.009680838446613332, 3, "0.010"), (91.95265651212378, 5, "91.95266"),
        (3.3026706719543996e-10, 2, "0.00"), (659.3662846845884, 4, "659.3663"),
        (603814.1721440445, 3, "603,814.172"), (5.111224179603767e-08, 0, "0"),
        (2.2781104087812963e-07, 6, "0.000000"), (70757544.11006558, 1, "70,757,544.1"),
        (1.2151484372565959e-10, 0, "0"), (3.943143310068624e-09, 3, "0.000"),
    ]

    static let significant: [(Double, Int, String)] = [
        (0.125, 6, "0.125000"), (1.005, 1, "1"), (0.25, 3, "0.250"), (2.675, 1, "3"), (0.05, 4, "0.05000"),
        (-0.04, 4, "-0.04000"), (-12.345, 2, "-12"), (1234.0, 7, "1,234.000"), (0.004, 4, "0.004000"),
        (0.5, 2, "0.50"), (1.5, 2, "1.5"), (2.5, 2, "2.5"), (-0.125, 4, "-0.1250"), (104.99999999999999, 4, "105.0"),
        (27.62651299730742, 5, "27.627"), (0.30000000000000004, 2, "0.30"), (999.9995, 4, "1,000"), (9.9996, 2, "10"),
        (0.99951, 3, "1.00"), (8.345, 6, "8.34500"), (1234567.8, 4, "1,235,000"), (-553.90890034, 7, "-553.9089"),
        (-860.2663, 2, "-860"), (-212.9629849, 7, "-212.9630"), (1416.54651, 4, "1,417"), (-1048.5653, 2, "-1,000"),
        (-1959.48651, 6, "-1,959.49"), (1259.645, 4, "1,260"), (1806.72466, 7, "1,806.725"), (-1911.273, 1, "-2,000"),
        (1824.82015, 4, "1,825"), (-1918.507, 3, "-1,920"), (1230.5, 5, "1,230.5"), (-141.08409, 3, "-141"),
        (1941.71966, 1, "2,000"), (-552.86964, 7, "-552.8696"), (1151.30085, 1, "1,000"),
        (-22.828804757, 7, "-22.82880"), (572.08941, 7, "572.0894"), (315.02202, 3, "315"), (1895.5, 6, "1,895.50"),
        (93.4907, 4, "93.49"), (-40.454, 2, "-40"), (-783.04766666, 5, "-783.05"), (-185.61, 6, "-185.610"),
        (445132.6194586484, 4, "445,100"), (13987.928023676544, 2, "14,000"), (0.009680838446613332, 5, "0.0096808"),
        (91.95265651212378, 4, "91.95"), (659.3662846845884, 5, "659.37"), (603814.1721440445, 2, "600,000"),
        (70757544.11006558, 4, "70,760,000"),
    ]

    @Test(arguments: fixed)
    func aNumberIsRoundedHalfAwayFromZeroOfWhatAPersonSees(value: Double, decimals: Int, expected: String) {
        #expect(Wording.fixed(value, decimals) == expected)
        #expect(Wording.fixed(value, decimals, grouped: false) == expected.replacing(",", with: ""))
    }

    @Test(arguments: significant)
    func significantDigitsAreCountedFromTheFirstThatIsNotZero(value: Double, digits: Int, expected: String) {
        #expect(Wording.significant(value, digits) == expected)
    }

    @Test(arguments: [
        (0.0, "0"), (1.2345678e-7, "1.235e-7"), (-9.9999e-6, "-1.000e-5"), (0.00012346, "0.0001235"),
        (1e15, "1.000e15"),
        (.leastNonzeroMagnitude, "5.000e-324"),
    ])
    func verySmallAndVeryLargeNumbersHaveAPowerOfTen(value: Double, expected: String) {
        #expect(Wording.significant(value, 4) == expected)
    }

    @Test func whatIsShortHasNoZerosAtItsEnd() {
        #expect(Wording.short(27.60, decimals: 2) == "27.6")
        #expect(Wording.short(1200, decimals: 2) == "1,200")
        #expect(Wording.short(1.2300001, significant: 5) == "1.23")
        #expect(Wording.short(1_234_560, significant: 3) == "1,230,000")
        #expect(Wording.short(-0.001, decimals: 1) == "0")
        #expect([0.125, 12.34, 1234.5, -1999.5].map { Wording.brief($0) } == ["0.13", "12.3", "1,235", "-2,000"])
        #expect(
            [100, 0.001, 1e16, 0.1 + 0.2].map(Wording.plain) == [
                "100", "0.001", "10000000000000000", "0.30000000000000004",
            ])
    }

    @Test func aChanceBelowAThousandthIsABound() {
        #expect([0.0009, 0.001, 0.04949, 1].map(Wording.chance) == ["below 0.001", "0.001", "0.049", "1.000"])
    }

    @Test func sharesAreWhole() {
        #expect(Wording.share(1, of: 8) == "13 %")
        #expect(Wording.share(300, of: 20) == "1,500 %")
        #expect(Wording.share(5, of: 0) == "all")
    }

    @Test func aPublishedNumberKeepsItsZeros() {
        let number = DecimalText(PublishedNumber(digits: 123_450_000, decimals: 4))
        #expect(number.text(grouped: true) == "12,345.0000")
        #expect(number.withoutZeros.text(grouped: false) == "12345")
        #expect(DecimalText(PublishedNumber(digits: -5, decimals: 3)).text(grouped: true) == "-0.005")
        #expect(DecimalText(PublishedNumber(digits: 0, decimals: 2)).text(grouped: true) == "0.00")
    }

    @Test(arguments: [
        (0, "value", "0 values"), (1, "value", "1 value"), (2, "entry", "2 entries"), (1000, "day", "1,000 days"),
        (3, "stretch", "3 stretches"), (2, "series", "2 series"), (-1, "box", "-1 boxes"),
        (1, "later value", "1 later value"),
    ])
    func aNounGoesWithItsNumber(number: Int, noun: String, expected: String) {
        #expect(Wording.count(number, noun) == expected)
    }

    @Test func anOddPluralIsGiven() {
        #expect(Wording.count(1, "run is", "runs are") == "1 run is")
        #expect(Wording.count(2, "run is", "runs are") == "2 runs are")
    }

    @Test func whatIsLeftOutIsCounted() {
        #expect(Wording.list(["a", "b", "c"], most: 2) == "a, b and 1 more")
        #expect(Wording.list(["a", "b"], most: 2) == "a, b")
        #expect(Wording.list([], most: 2) == "")
        #expect(
            Wording.list(["a", "b"], most: 1, of: 1_234, separator: "; ", what: "lists") == "a; and 1,233 more lists")
        #expect(Wording.more(2, in: "claims.csv") == "And 2 more: claims.csv has them all.")
        #expect(Wording.more(0, in: "claims.csv") == nil)
    }

    @Test func theLargestCountComesFirstAndEqualOnesByName() {
        #expect(["b": 2, "a": 2, "c": 9].largestFirst().map(\.key) == ["c", "a", "b"])
        #expect(["x": [1], "y": [1, 2]].largestFirst { $0.count }.map(\.key) == ["y", "x"])
    }

    @Test func daysAreWords() throws {
        func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
        let (first, last) = (try day("2022-02-28"), try day("2022-03-06"))
        #expect(Wording.days(first...last) == "28 Feb to 6 Mar 2022")
        #expect(Wording.days(first...last, .long) == "28 February to 6 March 2022")
        #expect(Wording.days(last...(last + 1)) == "6 to 7 Mar 2022")
        #expect(Wording.days((try day("2021-03-06"))...last) == "6 Mar 2021 to 6 Mar 2022")
        #expect(Wording.days(last...last) == "6 Mar 2022")
        #expect(Wording.dayOfMonth(first) == "28 Feb")
    }
}
