internal import Vocabulary

/// One event and series in a pool, by one model: what every window of it needs.
final class PoolEntry {
    let event: String
    let placed: PlacedEvent
    let measurement: Measurement
    /// The fit on rows [-10,+10] and the estimation; ranks and correlations rest on it.
    private let estimate: Estimate
    /// From row -10 on, cut before the first row without a return.
    let abnormal: [Double]
    /// The day of each residual, ascending.
    private let days: [Day]

    var residuals: [Double] { estimate.residuals }

    /// Nil where the model cannot be fitted.
    init?(_ placed: PlacedEvent, _ measurement: Measurement, _ model: NormalModel) {
        let rows = measurement.abnormalRows
        guard let estimate = measurement.estimate(model, using: (rows.lowerBound..<rows.lowerBound, rows)) else {
            return nil
        }
        event = placed.event
        (self.placed, self.measurement, self.estimate) = (placed, measurement, estimate)
        abnormal = rows.map { estimate.abnormal($0, measurement.returns) }
        days = estimate.rows.rows.map { measurement.days[$0] }
    }

    /// Pearson's correlation of two entries' residuals on the calendar days that both have; fewer than 30 count as 0.
    func correlation(with other: PoolEntry) -> Double {
        var (own, others): ([Double], [Double]) = ([], [])
        var (a, b) = (0, 0)
        while a < days.count, b < other.days.count {
            if days[a] == other.days[b] {
                own.append(residuals[a])
                others.append(other.residuals[b])
                (a, b) = (a + 1, b + 1)
            } else if days[a] < other.days[b] {
                a += 1
            } else {
                b += 1
            }
        }
        guard own.count >= 30 else { return 0 }
        return own.withUnsafeBufferPointer { x in
            others.withUnsafeBufferPointer { y in
                let length = Double(x.count)
                let sums = Sums.moments(x, y, meanX: Sums.plain(x) / length, meanY: Sums.plain(y) / length)
                let spread = (sums.xx * sums.yy).squareRoot()
                return spread > 0 ? sums.xy / spread : 0
            }
        }
    }
}

extension Measurement {
    /// Rows [-10,+10], cut before the first row without a return.
    var abnormalRows: Range<Int> {
        let first = max(0, dayZero.row + AbnormalReturn.offsets.lowerBound)
        var end = first
        while end <= dayZero.row + AbnormalReturn.offsets.upperBound, days.indices.contains(end), returns.has(end) {
            end += 1
        }
        return first..<end
    }
}
