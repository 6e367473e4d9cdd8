internal import CMath
internal import Glibc

/// The tests of several events together, over one window.
struct PooledStatistics {
    /// One event's figures for the window.
    struct Item {
        /// SCAR: its t.
        var scar: Double
        var car: Double
        var df: Int
        /// Of its estimation residuals.
        var positiveShare: Double
    }

    private let items: [Item]
    private var count: Double { Double(items.count) }

    init(_ items: [Item]) { self.items = items }

    static func normalP(_ z: Double) -> Double { bellwether_normal_two_sided(z) }

    var caar: Double { items.reduce(0) { $0 + $1.car } / count }

    /// Cross-sectional t of the mean abnormal return.
    var crossSectional: Double? { mean(items.map(\.car)) }

    /// Boehmer, Musumeci and Poulsen 1991: the same of the standardised ones, which a rise of variance does not fool.
    var bmp: Double? { mean(items.map(\.scar)) }

    /// Patell 1976: takes events as independent and their variance as the usual one. Only for comparison.
    var patell: Double? {
        guard items.allSatisfy({ $0.df > 2 }) else { return nil }
        let variance = items.reduce(0) { $0 + Double($1.df) / Double($1.df - 2) }
        return items.reduce(0) { $0 + $1.scar } / variance.squareRoot()
    }

    /// Kolari and Pynnonen 2010: BMP, taking into account that residuals of one time move together.
    func kolariPynnonen(rbar: Double) -> Double? {
        let spread = 1 + (count - 1) * rbar
        return bmp.flatMap { spread > 0 && rbar < 1 ? $0 * ((1 - rbar) / spread).squareRoot() : nil }
    }

    var positive: Int { items.count { $0.car > 0 } }
    /// The share of positive residuals that the estimations lead to expect.
    var positiveShare: Double { items.reduce(0) { $0 + $1.positiveShare } / count }

    /// Cowan 1992: generalised sign test.
    var sign: Double? {
        let share = positiveShare
        let spread = (count * share * (1 - share)).squareRoot()
        return spread > 0 ? (Double(positive) - count * share) / spread : nil
    }

    private func mean(_ values: [Double]) -> Double? {
        let mean = values.reduce(0, +) / count
        let sd = (values.reduce(0) { $0 + squared($1 - mean) } / (count - 1)).squareRoot()
        return sd > 0 ? mean * count.squareRoot() / sd : nil
    }
}

/// Corrado 1989: how the window's abnormal returns rank among all of each event, so that no shape of their distribution
/// is assumed.
enum Corrado {
    /// Nil where the window does not lie wholly in the rows that all entries have.
    static func z(_ entries: [PoolEntry], _ window: EventWindow) -> Double? {
        let after = entries.map(\.abnormal.count).min() ?? 0
        let before = entries.map(\.residuals.count).min() ?? 0
        let first = window.first - AbnormalReturn.offsets.lowerBound
        guard first >= 0, first + window.count <= after else { return nil }
        let length = before + after
        let middle = Double(length + 1) / 2
        var columns = [Double](repeating: 0, count: length)
        for entry in entries {
            let ranks = ranks(Array(entry.residuals.suffix(before)) + entry.abnormal.prefix(after))
            for index in columns.indices { columns[index] += ranks[index] - middle }
        }
        for index in columns.indices { columns[index] /= Double(entries.count) }
        let spread = (columns.reduce(0) { $0 + squared($1) } / Double(length)).squareRoot()
        let start = before + first
        let sum = columns[start..<start + window.count].reduce(0, +)
        return spread > 0 ? sum / (Double(window.count).squareRoot() * spread) : nil
    }

    /// From 1; equal values share the mean of their ranks.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
