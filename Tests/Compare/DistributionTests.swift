import CMath
import Testing

@testable import Compare

@Suite struct DistributionTests {
    // mpmath 1.4 at 40 digits: betainc(df/2, 1/2, 0, df/(df + t^2), regularized=True).
    @Test(arguments: [
        (1.0, 1e-6, 0.99999936338022763263), (4, 100, 5.9960020989924617942e-8), (15, 8, 8.6109303827076178939e-7),
        (118, 25, 5.6839610871243879076e-49), (248, 1.96, 0.051115591931841217966),
        (249, 10, 5.1959247403943816278e-20), (249, 40, 2.1267538603587283935e-110),
        (1000, 30, 1.5374687444043482211e-141),
    ])
    func theTailsOfStudentsTAreRightFarOut(df: Double, t: Double, expected: Double) {
        #expect(isNear(bellwether_student_two_sided(t, df), expected, relative: 1e-12))
        #expect(isNear(bellwether_student_two_sided(-t, df), expected, relative: 1e-12))
        #expect(isNear(2 * bellwether_student_cdf(-t, df), expected, relative: 1e-12))
    }

    // mpmath: erfc(z / sqrt 2).
    @Test(arguments: [
        (1.96, 0.049995790296440872426), (8, 1.2441921148543568247e-15), (20, 5.5072482372124673902e-89),
        (37, 1.1451142445049153645e-299),
    ])
    func theTailsOfTheNormalAreRightFarOut(z: Double, expected: Double) {
        #expect(isNear(bellwether_normal_two_sided(z), expected, relative: 1e-12))
        #expect(isNear(2 * bellwether_normal_cdf(-z), expected, relative: 1e-12))
    }

    // scipy 1.17: stats.t.ppf and stats.norm.ppf.
    @Test func quantilesAgreeWithScipy() {
        #expect(isNear(bellwether_student_quantile(0.975, 248), 1.969575653626095, relative: 1e-12))
        #expect(isNear(bellwether_student_quantile(0.975, 249), 1.9695368676403504, relative: 1e-12))
        #expect(isNear(bellwether_normal_quantile(0.975), 1.959963984540054, relative: 1e-12))
        #expect(isNear(bellwether_normal_quantile(1e-10), -6.361340902404056, relative: 1e-12))
    }

    @Test func argumentsWithoutMeaningAnswerNaNAndNeverThrow() {
        #expect(bellwether_student_two_sided(.nan, 10).isNaN)
        #expect(bellwether_student_two_sided(1, 0).isNaN)
        #expect(bellwether_student_two_sided(1, -.infinity).isNaN)
        #expect(bellwether_student_two_sided(.infinity, 10) == 0)
        #expect(bellwether_student_quantile(1, 10).isNaN)
        #expect(bellwether_student_quantile(0.5, .nan).isNaN)
        #expect(bellwether_normal_quantile(0).isNaN)
        #expect(bellwether_normal_cdf(.infinity) == 1)
    }

    // The p-values of Benjamini and Hochberg 1995, table 1; q by statsmodels 0.15, multipletests(method="fdr_bh").
    @Test func qValuesAreThoseOfBenjaminiAndHochberg() {
        let p = [
            0.0459, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1,
        ]
        let expected = [
            0.0765, 0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.486,
            0.5811818181818182, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
        ]
        #expect(zip(FalseDiscovery.qValues(p), expected).allSatisfy { isNear($0, $1, relative: 1e-14) })
        #expect(FalseDiscovery.qValues([]).isEmpty)
    }
}
