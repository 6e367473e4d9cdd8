internal import Glibc
package import Vocabulary

/// One row of `compare --abnormal`: a day around an event and what its return was beyond the ordinary.
package struct AbnormalReturn: Sendable {
    package var event: String
    package var afterFix: Int
    package var series: String
    package var numeraire: String
    package var model: NormalModel
    /// Rows from day 0.
    package var offset: Int
    package var day: Day
    package var r: Double
    /// The basket's mean return; nil for `mean`.
    package var m: Double?
    package var ar: Double
    package var se: Double?
    package var t: Double?
    package var p: Double?
    /// `gap` or `managed`; empty for an ordinary day.
    package var flag: String

    /// The rows around day 0 that are listed.
    static let offsets = -10...10
}

extension Comparison {
    /// The daily abnormal returns of rows [-10,+10], cut before the first row without a return.
    package func abnormalReturns() throws -> [AbnormalReturn] {
        var found: [AbnormalReturn] = []
        try study().each(events[...]) { placed, measurement in
            guard let measurement else { return }
            for model in models { found += placed.abnormalReturns(measurement, model) }
        }
        return found
    }
}

extension PlacedEvent {
    func abnormalReturns(_ measurement: Measurement, _ model: NormalModel) -> [AbnormalReturn] {
        guard let dayZero else { return [] }
        let rows = measurement.abnormalRows
        guard !rows.isEmpty,
            let estimate = measurement.estimate(model, using: (rows.lowerBound..<rows.lowerBound, rows))
        else { return [] }
        let (fit, returns) = (estimate.fit, measurement.returns)
        return rows.map { row in
            let m = estimate.basketReturn(row)
            let ar = estimate.abnormal(row, returns)
            let se = measurement.isManaged ? nil : fit.variance(rows: 1, basketSum: m).squareRoot()
            let t = se.map { ar / $0 }
            return AbnormalReturn(
                event: event, afterFix: dayZero.afterFix, series: series,
                numeraire: numeraire, model: model, offset: row - dayZero.row, day: measurement.days[row],
                r: returns.values[row], m: model == .mean ? nil : m, ar: ar, se: se, t: t,
                p: t.map { StudentT.twoSided($0, df: fit.df) },
                flag: measurement.isManaged ? "managed" : returns.isGap[row] ? "gap" : "")
        }
    }
}
