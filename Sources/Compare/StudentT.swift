internal import CMath

/// Student's t through Boost.Math.
enum StudentT {
    /// P(|T| >= |t|), right to the last digits far out in the tail.
    static func twoSided(_ t: Double, df: Int) -> Double { bellwether_student_two_sided(t, Double(df)) }

    /// The t that |T| exceeds with a chance of 5 %: half-width of a 95 % range in standard errors.
    static func halfWidth95(df: Int) -> Double { bellwether_student_quantile(0.975, Double(df)) }
}
