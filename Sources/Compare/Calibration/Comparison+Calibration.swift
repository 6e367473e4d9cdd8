package import Vocabulary

extension Comparison {
    /// Rows between two placebo dates: no multiple of five, so that every weekday has its turn.
    package static let usualStride = 7

    /// How often each test rejects on placebo dates of the series of `only`: for all together, then series by series.
    ///
    /// - Parameters:
    ///   - stride: rows between two placebo dates.
    ///   - from, to: placebo dates lie in this range of days.
    package func calibrated(every stride: Int = usualStride, from: Day? = nil, to: Day? = nil) throws
        -> [CalibrationRow]
    {
        let subjects = try study().subjects.subjects(of: NewsEvent(date: from ?? Day(number: 0)))
        let asked = subjects.flatMap { subject in subject.measured.indices.map { (subject, $0) } }
        let tallies = try concurrently(asked.count) { number in
            tally(asked[number].0, asked[number].1, stride: stride, from: from, to: to)
        }
        var rows: [CalibrationRow] = []
        var named: [String] = []
        for (subject, number) in asked where !named.contains(subject.numeraires[number]) {
            named.append(subject.numeraires[number])
        }
        for numeraire in named {
            let own = zip(asked, tallies).filter { $0.0.0.numeraires[$0.0.1] == numeraire }
            var all = Tally(self)
            for (_, tally) in own { all.add(tally) }
            rows += all.rows("all", numeraire)
            for ((subject, _), tally) in own { rows += tally.rows(subject.name, numeraire) }
        }
        return rows
    }

    private func tally(_ subject: Subject, _ numeraire: Int, stride: Int, from: Day?, to: Day?) -> Tally {
        var tally = Tally(self)
        let series = subject.measured[numeraire]
        var row = -EstimationRows.first
        while row < series.days.count {
            let day = series.days[row]
            let isAsked = (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
            let dayZero = DayZero(row: row, day: day, mapping: .same, afterFix: 0)
            if isAsked, let measurement = Measurement(dayZero, series, studied: subject.currency) {
                for model in models {
                    for (place, window) in windows.enumerated() {
                        if let figures = measurement.measure(model, window).figures { tally.add(figures, model, place) }
                    }
                }
            }
            row += max(1, stride)
        }
        return tally
    }
}

/// Dates and rejections of one series, by model, window, times and test.
private struct Tally: Sendable {
    private var counted: [CalibrationRow] = []
    private let windows: Int

    init(_ comparison: Comparison) {
        windows = comparison.windows.count
        for model in NormalModel.allCases where comparison.models.contains(model) {
            for window in comparison.windows {
                for times in CalibrationRow.Times.allCases {
                    for test in CalibrationRow.Test.allCases {
                        counted.append(
                            CalibrationRow(
                                series: "", numeraire: "", model: model, window: window, times: times, test: test))
                    }
                }
            }
        }
    }

    private static let perWindow = CalibrationRow.Times.allCases.count * CalibrationRow.Test.allCases.count

    mutating func add(_ figures: WindowFigures, _ model: NormalModel, _ window: Int) {
        guard let test = figures.test else { return }
        let isTurbulent = test.k >= CalibrationRow.Times.turbulent
        let first = counted.firstIndex { $0.model == model } ?? 0
        let start = first + window * Tally.perWindow
        for index in start..<start + Tally.perWindow {
            let times = counted[index].times
            guard times == .all || (times == .turmoil) == isTurbulent, let p = counted[index].test.p(figures) else {
                continue
            }
            counted[index].dates += 1
            if p <= CalibrationRow.level { counted[index].rejected += 1 }
        }
    }

    mutating func add(_ other: Tally) {
        for index in counted.indices {
            counted[index].dates += other.counted[index].dates
            counted[index].rejected += other.counted[index].rejected
        }
    }

    func rows(_ series: String, _ numeraire: String) -> [CalibrationRow] {
        counted.map { row in
            var row = row
            (row.series, row.numeraire) = (series, numeraire)
            return row
        }
    }
}
