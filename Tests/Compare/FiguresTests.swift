import Report
import Tables
import Testing

@testable import Compare

@Suite struct FiguresTests {
    // The synthetic source built again in numpy; fitted with statsmodels 0.15 (OLS), variance in matrix form, tails and
    // quantiles from scipy 1.17.
    private static let expected: [(NormalModel, Int, [(String, Double)])] = [
        (
            .mean, 1,
            [
                ("L", 250), ("alpha", 6.686621873041542e-05), ("s2", 0.00013057972959490375),
                ("car", -0.07702297164142463), ("se", 0.016224941752232148), ("t", -4.747195571955023), ("df", 249),
                ("p", 3.4820422169709663e-06), ("lo", -0.10897859259776307), ("pct", -7.413141535892792),
                ("placebo_n", 249), ("placebo_p", 0.004), ("k_turb", 2.7264685438986302),
                ("t_turb", -1.7411517849998432), ("p_turb", 0.08289208539815772), ("rank", 34),
                ("pct_hi_turb", 1.0154231546775099),
            ]
        ),
        (
            .mean, 4,
            [
                ("car", -0.055196585622274544), ("se", 0.025806135335109927), ("p", 0.03341737113750684),
                ("placebo_n", 246), ("placebo_p", 0.004048582995951417), ("rank", 60),
                ("p_turb", 0.4334969149819064), ("pct_hi_turb", 8.695398217492176),
            ]
        ),
        (
            .market, 1,
            [
                ("alpha", 3.3850592420964643e-05), ("beta", 0.8405140747629656), ("t_beta", 7.396557829783537),
                ("mbar", 3.928027774997279e-05), ("smm", 0.00831800189840547), ("r2", 0.18073151273502763),
                ("s2", 0.00010741122792596284), ("basket_n", 4), ("car", -0.06884739081907561),
                ("se", 0.014756787354908913), ("t", -4.665472854169251), ("df", 248), ("p", 5.039675763510092e-06),
                ("lo", -0.09791199991904162), ("k_turb", 2.9676820394611343), ("p_turb", 0.11720382699340935),
                ("rank", 30), ("placebo_p_turb", 31.0 / 250), ("pct_hi_turb", 1.755951455868755),
            ]
        ),
        (
            .market, 4,
            [
                ("car", -0.04250442131211073), ("se", 0.02346788797064978), ("p", 0.07132382331209892),
                ("p_turb", 0.5422225327904676), ("rank", 9),
            ]
        ),
    ]

    @Test(arguments: FiguresTests.expected.indices)
    func everyFigureAgreesWithAnIndependentComputation(at index: Int) throws {
        let (model, last, figures) = FiguresTests.expected[index]
        let rows = try SyntheticSource().comparison([event("E", "2021-01-18")]).rows()
        let row = try #require(rows.first { $0.model == model && $0.window.last == last })
        #expect(row.status == .ok)
        for (column, value) in figures {
            #expect(isNear(row.number(column), value, relative: 1e-9), "\(column) \(row.number(column) ?? .nan)")
        }
    }

    @Test func theColumnsStandInTheOrderOfTheDesign() {
        let design = """
            event,date,after_fix,day0,mapping,series,numeraire,model,w0,w1,n,L,est_first,est_last,alpha,beta,t_beta,\
            mbar,smm,r2,s2,basket_n,car,se,t,df,p,lo,hi,pct,pct_lo,pct_hi,placebo_n,placebo_p,k_turb,t_turb,p_turb,\
            placebo_p_turb,rank,p_bh,placebo_p_bh,p_turb_bh,family,lo_turb,hi_turb,pct_lo_turb,pct_hi_turb,alpha_fhs,\
            beta_fhs,car_fhs,sd_fhs,z_fhs,fhs_n,p_fhs,lo_fhs,hi_fhs,p_fhs_tail,p_fhs_bh,status,confounders,quantity
            """
        #expect(ComparisonRow.columns.map(\.heading.name).joined(separator: ",") == design)
    }

    @Test func theEventItselfIsNoPartOfItsVariance() throws {
        var shaken = SyntheticSource()
        for row in 270..<300 { shaken.quotes["XXA"]?[row] *= row % 2 == 0 ? 1.4 : 0.7 }
        let calm = try SyntheticSource().comparison([event("E", "2021-01-18")]).rows()
        let wild = try shaken.comparison([event("E", "2021-01-18")]).rows()
        for (a, b) in zip(calm, wild) {
            #expect(a.fit?.s2 == b.fit?.s2)
            #expect(a.car != b.car)
        }
        #expect(throws: (any Error).self) { try EventWindow(-11, 1) }
        #expect(throws: (any Error).self) { try EventWindow("1:0") }
        #expect(throws: (any Error).self) { try EventWindow("0:9223372036854775807") }
        #expect(try EventWindow("-5:-1").count == 5)
    }

    @Test func aMoveUpAndBackAddsUpToNothing() throws {
        // Simple returns on either price would leave +50 % or -25 % behind.
        var source = SyntheticSource()
        let before = source.quotes["XXA"]?[269] ?? 0
        source.quotes["XXA"]?[270] = before * 2
        source.quotes["XXA"]?[271] = before
        var comparison = try source.comparison([event("E", "2021-01-18")])
        comparison.numeraires = ["EUR"]
        let move = try #require(try comparison.rows().first?.move)
        #expect(abs(move) < 1e-15)
    }

    @Test func dailyAbnormalReturnsAddUpToTheWindow() throws {
        let comparison = try SyntheticSource().comparison([event("E", "2021-01-18")])
        let days = try comparison.abnormalReturns().filter { $0.model == .market }
        #expect(days.map(\.offset) == Array(-10...10))
        let sum = days.filter { (0...4).contains($0.offset) }.reduce(0) { $0 + $1.ar }
        #expect(isNear(sum, -0.04250442131211073, relative: 1e-9))
        #expect(days[10].day == day("2021-01-18"))
        #expect(days.allSatisfy { $0.flag.isEmpty && $0.p != nil })
    }

    @Test func aDailyAbnormalReturnIsTheWindowOfThatOneDay() throws {
        var comparison = try SyntheticSource().comparison([event("E", "2021-01-18")])
        comparison.windows = try (-10...10).map { try EventWindow($0, $0) }
        let days = try comparison.abnormalReturns()
        let rows = try comparison.rows()
        #expect(days.count == 42)
        for (day, row) in zip(days, rows) {
            #expect(day.offset == row.window.first && day.model == row.model)
            let test = try #require(row.test)
            #expect(isNear(day.ar, try #require(row.car), relative: 1e-12))
            #expect(isNear(day.se, test.se, relative: 1e-12))
            #expect(isNear(day.t, test.t, relative: 1e-12))
            #expect(isNear(day.p, test.p, relative: 1e-12))
        }
    }

    @Test func dailyAbnormalReturnsEndBeforeTheFirstRowWithoutOne() throws {
        var source = SyntheticSource()
        source.quotes["XXA"]?[273] = .nan
        let days = try source.comparison([event("E", "2021-01-18")]).abnormalReturns()
        #expect(days.map(\.offset).max() == 2)
    }

    @Test("No earlier span is as long as a window longer than the estimation: no placebo, and the rest stands")
    func longWindow() throws {
        var comparison = try SyntheticSource().comparison([event("E", "2020-07-20")])
        comparison.models = [.mean]
        comparison.windows = [try EventWindow(0, 139), try EventWindow(0, 1)]
        let rows = try comparison.rows()
        #expect(rows[0].status == .ok && rows[0].fit?.count == 129 && rows[0].number("placebo_n") == 0)
        #expect(["placebo_p", "placebo_p_turb", "rank", "placebo_p_bh"].allSatisfy { rows[0].number($0) == nil })
        #expect(rows[0].number("p_bh") != nil && rows[1].number("placebo_p_bh") != nil)
    }
}
