internal import Glibc

/// One row of `compare --calibrate`: how often a test rejects on dates on which nothing is known to have happened. At a
/// level of 5 % a test that deserves trust rejects one time in twenty, in calm and in turmoil.
package struct CalibrationRow: Sendable {
    /// A series' name; `all` for all of them together.
    package var series: String
    package var numeraire: String
    package var model: NormalModel
    package var window: EventWindow
    package var times: Times
    package var test: Test
    /// Placebo dates with a p.
    package var dates = 0
    package var rejected = 0

    /// Which dates count.
    package enum Times: String, Sendable, CaseIterable {
        case all
        /// The ten rows before moved by at least a quarter more than the estimation rows: k of 1.25 and more.
        case turmoil
        case calm

        static let turbulent = 1.25
    }

    /// The p-values of a row of `compare`.
    package enum Test: String, Sendable, CaseIterable {
        case plain = "p"
        case placebo = "placebo_p"
        case turbulence = "p_turb"
        case placeboTurbulence = "placebo_p_turb"
        case filtered = "p_fhs"

        func p(_ figures: WindowFigures) -> Double? {
            switch self {
            case .plain: figures.test?.p
            case .placebo: figures.test?.placeboP
            case .turbulence: figures.test?.pTurbulent
            case .placeboTurbulence: figures.test?.placeboPTurbulent
            case .filtered: figures.filtered?.p
            }
        }
    }

    package static let level = 0.05

    package var rate: Double? { dates == 0 ? nil : Double(rejected) / Double(dates) }

    /// Wilson's 95 % range of the rate, as if the dates told one another nothing: currencies of one day move together, so
    /// that the true range is wider.
    package var range: (low: Double, high: Double)? {
        guard dates > 0, let rate else { return nil }
        let (n, z) = (Double(dates), 1.959963984540054)
        let centre = (rate + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
        // None and all lie on the very ends, which rounding would miss.
        return (rejected == 0 ? 0 : centre - half, rejected == dates ? 1 : centre + half)
    }
}
