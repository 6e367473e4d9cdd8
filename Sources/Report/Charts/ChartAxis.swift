internal import Findings
internal import Glibc
internal import Vocabulary

/// Turns values into places of a panel, from its bottom to its top.
struct ValueAxis {
    let low: Double
    let high: Double
    let isLogarithmic: Bool
    let ticks: [Double]

    /// - Parameters:
    ///   - withZero: for what is counted from nothing.
    ///   - leastStep: 1 for what comes in whole numbers.
    init(_ values: [Double], isLogarithmic: Bool = false, withZero: Bool = false, leastStep: Double = 0) {
        self.isLogarithmic = isLogarithmic
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if withZero { (low, high) = (min(low, 0), max(high, 0)) }
        if !withZero || high <= low { (low, high) = ValueAxis.widened(low, high) }
        if isLogarithmic {
            (self.low, self.high) = (low, high)
            ticks = ValueAxis.logarithmicTicks(low, high)
        } else {
            let step = max(leastStep, ValueAxis.step((high - low) / 4))
            self.low = withZero && low == 0 ? 0 : (low / step).rounded(.down) * step
            self.high = (high / step).rounded(.up) * step
            let count = Int(((self.high - self.low) / step).rounded())
            let first = self.low
            ticks = (0...max(1, count)).map { first + Double($0) * step }
        }
    }

    /// What hardly moves lies flat in the middle: its last digits are no cliff.
    static func widened(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
        let middle = (low + high) / 2
        let half = middle == 0 ? 1 : abs(middle) * 0.01
        return high - low < 2 * half ? (middle - half, middle + half) : (low, high)
    }

    /// 0 at the bottom, 1 at the top.
    func place(_ value: Double) -> Double {
        isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
    }

    /// 1, 2 or 5 with zeros.
    private static func step(_ rough: Double) -> Double {
        let power = pow(10, floor(log10(rough)))
        let lead = rough / power
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power
    }

    private static func logarithmicTicks(_ low: Double, _ high: Double) -> [Double] {
        let powers = Int(floor(log10(low)))...Int(ceil(log10(high)))
        let all = powers.flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
        let inside = all.filter { low <= $0 && $0 <= high }
        // Many powers of ten: only these.
        return inside.count <= 7 ? inside : inside.filter { log10($0).rounded() == log10($0) }
    }

    /// Enough digits to tell neighbouring ticks apart.
    func label(_ value: Double) -> String {
        let span = isLogarithmic ? value : ticks.count > 1 ? ticks[1] - ticks[0] : value
        let decimals = span >= 1 ? 0 : span >= 0.1 ? 1 : span >= 0.01 ? 2 : span >= 0.001 ? 3 : 5
        return Wording.fixed(value, decimals)
    }
}

/// Days along a panel.
struct TimeAxis {
    let days: ClosedRange<Day>
    let left: Double
    let width: Double

    func x(_ day: Day) -> Double {
        left + width * Double(day - days.lowerBound) / Double(max(1, days.upperBound - days.lowerBound))
    }

    /// The first days of months, quarters or years, or every few days, as far apart as their labels need.
    var ticks: [(day: Day, label: String)] {
        let length = days.upperBound - days.lowerBound
        let perDay = width / Double(max(1, length))
        let room = 54.0
        if length < 60 {
            let step = [1, 2, 7, 14].first { Double($0) * perDay >= room } ?? 14
            return stride(from: 0, through: length, by: step).map { offset in
                let day = days.lowerBound + offset
                return (day, Wording.dayOfMonth(day))
            }
        }
        let step = [1, 3, 6, 12, 24, 60, 120].first { Double($0) * 30.4 * perDay >= room } ?? 240
        let (year, month, _) = days.lowerBound.civil
        return stride(from: year * 12 + month - 1, through: year * 12 + month + length / 28, by: 1).compactMap {
            number in
            guard number % step == 0, let day = Day(year: number / 12, month: number % 12 + 1, day: 1),
                days.contains(day)
            else { return nil }
            let (year, month, _) = day.civil
            return (day, step >= 12 || month == 1 ? "\(year)" : Wording.month(day))
        }
    }
}
