internal import CMath
internal import Synchronization

/// Student's t through Boost.Math.
enum StudentT {
    /// P(|T| >= |t|), right to the last digits far out in the tail.
    static func twoSided(_ t: Double, df: Int) -> Double { bellwether_student_two_sided(t, Double(df)) }

    /// The t that |T| exceeds with a chance of 5 %: half-width of a 95 % range in standard errors.
    static func halfWidth95(df: Int) -> Double {
        // Nearly every row has the same few degrees of freedom, and a quantile is found by iteration.
        halfWidths.withLock { known in
            if let found = known[df] { return found }
            let made = bellwether_student_quantile(0.975, Double(df))
            known[df] = made
            return made
        }
    }

    private static let halfWidths = Mutex<[Int: Double]>([:])
}
