package import Rates
package import Vocabulary

/// Holds a claim against rates: under which base days it is true within a tolerance, and under which it is not.
package struct ClaimTest: Sendable {
    private let claim: Claim
    /// The day that the claim is of.
    private let day: Day
    /// Percentage points.
    private let tolerance: Double
    private let maximumAge: Int?

    /// - Parameter maximumAge: how old an observation may be, in days; nil: each series' own.
    package init(_ claim: Claim, on day: Day, tolerance: Double = 1, maximumAge: Int? = nil) {
        self.claim = claim
        self.day = day
        self.tolerance = tolerance
        self.maximumAge = maximumAge
    }

    /// By arithmetic alone, as each measure.
    package func findings(_ rates: Claim.Rates) -> [ClaimFinding] {
        let measures = claim.figure?.measures ?? Claim.Measure.allCases
        return measures.map { measure in
            var row = ClaimFinding(nil, measure)
            let value = measure.value(from: rates.s0, to: rates.s1)
            row.holds = claim.figure.map { abs(value - $0.percent) <= tolerance }
            (row.bestValue, row.s0, row.s1) = (value, rates.s0, rates.s1)
            return row
        }
    }

    /// Of a series in units of the currency per one of the base: every earlier observation, or those of the stated period.
    package func findings(_ series: DatedSeries) -> [ClaimFinding] {
        guard let figure = claim.figure else { return [] }
        guard case .found(let at, let age) = series.asOf(day, maximumAge: maximumAge), series.points[at].value > 0
        else {
            return figure.measures.map { untested(series, $0, why(series, day)) }
        }
        let bases: [Int]
        switch candidates(series, before: at) {
        case .found(let found): bases = found.filter { series.points[$0].value > 0 }
        case .none(let reason): return figure.measures.map { untested(series, $0, reason) }
        }
        guard !bases.isEmpty else {
            return figure.measures.map { untested(series, $0, "no observation before \(series.points[at].day)") }
        }
        return figure.measures.flatMap { measure in
            rows(series, measure, figure.percent, bases: bases, at: at).map { row in
                var row = row
                (row.s1, row.observedOn, row.ageDays) = (series.points[at].value, series.points[at].day, age)
                return row
            }
        }
    }

    private enum Candidates {
        case found([Int])
        case none(reason: String)
    }

    /// The observations that may be meant as base, ascending and before the one that stands for the day itself.
    private func candidates(_ series: DatedSeries, before at: Int) -> Candidates {
        guard let range = claim.period?.bases(on: day) else { return .found(Array(0..<at)) }
        let inside = (0..<at).filter { range.contains(series.points[$0].day) }
        if range.lowerBound < range.upperBound, !inside.isEmpty { return .found(inside) }
        switch series.asOf(range.lowerBound, maximumAge: maximumAge) {
        case .found(let base, _): return base < at ? .found([base]) : .found([])
        case .none(let reason): return .none(reason: "base: \(reason)")
        }
    }

    private func rows(
        _ series: DatedSeries, _ measure: Claim.Measure, _ claimed: Double, bases: [Int], at: Int
    ) -> [ClaimFinding] {
        let now = series.points[at].value
        let values = bases.map { measure.value(from: series.points[$0].value, to: now) }
        let isTrue = values.map { abs($0 - claimed) <= tolerance }
        var rows: [ClaimFinding] = []
        var start = 0
        while start < bases.count {
            guard isTrue[start] else {
                start += 1
                continue
            }
            let end = isTrue[start...].firstIndex(of: false) ?? bases.count
            rows.append(
                row(series, measure, claimed: claimed, bases: bases, values: values, places: Array(start..<end)))
            rows[rows.count - 1].holds = true
            start = end
        }
        let others = bases.indices.filter { !isTrue[$0] }
        if !others.isEmpty {
            var rest = row(series, measure, claimed: claimed, bases: bases, values: values, places: others)
            rest.holds = false
            if let most = others.max(by: { values[$0] < values[$1] }) {
                rest.largest = (values[most], series.points[bases[most]].day)
                let least = others.map { values[$0] }.min() ?? values[most]
                if others.count > 1 {
                    rest.note =
                        "from \(Wording.brief(least, grouped: false)) to \(Wording.brief(values[most], grouped: false)) %"
                        + ", the most since \(series.points[bases[most]].day)"
                }
            }
            rows.append(rest)
        }
        return rows
    }

    /// Some of the bases as one row; `places` are indices into `bases`.
    private func row(
        _ series: DatedSeries, _ measure: Claim.Measure, claimed: Double, bases: [Int], values: [Double],
        places: [Int]
    ) -> ClaimFinding {
        var row = ClaimFinding(series.key, measure)
        row.bases = places.count
        row.firstBase = places.first.map { series.points[bases[$0]].day }
        row.lastBase = places.last.map { series.points[bases[$0]].day }
        if let best = places.min(by: { abs(values[$0] - claimed) < abs(values[$1] - claimed) }) {
            row.bestBase = series.points[bases[best]].day
            row.bestValue = values[best]
            row.s0 = series.points[bases[best]].value
        }
        return row
    }

    private func why(_ series: DatedSeries, _ day: Day) -> String {
        if case .none(let reason) = series.asOf(day, maximumAge: maximumAge) { return reason }
        return "the last observation is not above zero"
    }

    private func untested(_ series: DatedSeries, _ measure: Claim.Measure, _ reason: String) -> ClaimFinding {
        var row = ClaimFinding(series.key, measure)
        row.note = reason
        return row
    }
}
